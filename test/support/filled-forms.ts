import * as fc from 'fast-check';
import type { Answers } from '../../shared/domain/questions/answers.ts';
import type { QuestionSet } from '../../shared/domain/questions/question.ts';
import { questionSetVersion } from '../../shared/domain/questions/question-sets.ts';
import type { Asked, Place } from '../../shared/domain/tallies/table.ts';
import { Tallying, type Tallied } from '../../shared/domain/tallies/tallying.ts';
import { ageBands, formLanguages, roles } from '../../shared/domain/vocabulary.ts';
import { context } from './answers.ts';

/** A form that somebody has filled in, and where it counts. */
export type Filled = { readonly form: string; readonly asked: Asked; readonly answers: Answers };

export function shipped(id: string): QuestionSet {
  const questionSet = questionSetVersion(id, 1);
  if (questionSet === undefined) throw new Error(`the form ${id} is shipped`);
  return questionSet;
}

export function tallied(forms: readonly Filled[]): Tallied {
  const tallying = new Tallying();
  for (const { form, asked, answers } of forms) tallying.count(asked, shipped(form), answers);
  return tallying.storable();
}

/** A small deployment: every unit lies in one region and belongs to one organisation. */
export type Deployment = Readonly<Record<string, Place>>;

const anyPlace: fc.Arbitrary<Place> = fc.record({
  region: fc.constantFrom('north', 'south', 'west'),
  organisation: fc.constantFrom('county', 'first', 'second', 'third'),
});

export const anyDeployment = (unitsMost: number): fc.Arbitrary<Deployment> =>
  fc
    .array(anyPlace, { minLength: 1, maxLength: unitsMost })
    .map((places) => Object.fromEntries(places.map((place, index) => [`u-${index}`, place])));

const steps = fc.integer({ min: 1, max: 5 });
const anyAnswers = fc.record(
  { heard: steps, respect: steps, recommend: fc.integer({ min: 0, max: 10 }) },
  { requiredKeys: [] },
);

/** Forms of the families of a deployment, many of some units and few of others, in all kinds of circumstances. */
export const anyForms = (deployment: Deployment, most: number): fc.Arbitrary<Filled[]> =>
  fc
    .array(
      fc.record({
        unit: fc.constantFrom(...Object.keys(deployment)),
        copies: fc.integer({ min: 1, max: 7 }),
        role: fc.constantFrom(...roles.slice(2, 5)),
        ageBand: fc.constantFrom(...ageBands.slice(2)),
        language: fc.constantFrom(...formLanguages),
        stage: fc.constantFrom('plan-meeting.held', 'service.ended'),
        voluntary: fc.constantFrom(true, false, null),
        socialService: fc.constantFrom('31', '46', null),
        provision: fc.constantFrom('own' as const, 'purchased' as const, null),
        month: fc.constantFrom('2026-01', '2026-02', '2026-03'),
        answers: anyAnswers,
      }),
      { maxLength: most },
    )
    .map((groups) =>
      groups.flatMap(({ copies, month, answers, ...circumstances }) => {
        const place = deployment[circumstances.unit];
        if (place === undefined) throw new Error('the unit has a place');
        const asked = { context: context(circumstances), place, month };
        return Array.from({ length: copies }, () => ({ form: 'family', asked, answers }));
      }),
    );

/** The same few circumstances for so many. */
export const alike = (
  count: number,
  {
    unit = 'u-0',
    place = { region: 'north', organisation: 'county' },
    form = 'family',
    ...rest
  }: {
    unit?: string;
    place?: Place;
    form?: string;
    month?: string;
    answers?: Answers;
    circumstances?: Parameters<typeof context>[0];
  } = {},
): Filled[] => {
  const { month = '2026-02', answers = { heard: 4 }, circumstances } = rest;
  const asked = { context: context({ ...circumstances, unit }), place, month };
  return Array.from({ length: count }, () => ({ form, asked, answers }));
};
