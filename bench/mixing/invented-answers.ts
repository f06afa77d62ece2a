import { drawsFor, type Draws } from '../../local/simulation/draws.ts';
import type { Context } from '../../shared/domain/context.ts';
import type { Answers } from '../../shared/domain/questions/answers.ts';
import type { QuestionSet } from '../../shared/domain/questions/question.ts';
import { questionSetVersion } from '../../shared/domain/questions/question-sets.ts';
import { structureOf, type Structure } from '../../shared/domain/tallies/structure.ts';
import type { Asked, Place } from '../../shared/domain/tallies/table.ts';

/** A form as somebody has filled it in, and where it counts. */
export type InventedAnswer = {
  readonly asked: Asked;
  readonly questionSet: QuestionSet;
  readonly answers: Answers;
  /** Empty where nothing was written. */
  readonly comment: string;
};

/** Who is asked with which form, at which stage; the last number is how often. */
const asks = [
  ['meeting', 'parent', '18+', 'plan-meeting.held', 6],
  ['family', 'parent', '18+', 'service.ended', 4],
  ['family', 'guardian', '18+', 'placement.ended', 2],
  ['child', 'child', '7-12', 'service.ended', 1],
  ['young-person', 'young-person', '13-17', 'placement.ended', 2],
  ['close-person', 'close-person', '18+', 'service.ended', 1],
  ['county-worker', 'county-worker', '18+', 'plan-meeting.held', 4],
] as const;

const regions = 12;
/** One organisation of its own in each region, and providers that work in several. */
const providers = 60;
/** In every fifth form somebody writes a comment, of so many characters as a few sentences have. */
const commentShare = 0.2;
const commentCharacters = 200;
const skippedShare = 0.04;

/** A quarter of a deployment with so many units, of which some are asked about far more often than others. */
export function* inventedAnswers(count: number, units: number): Generator<InventedAnswer> {
  const draws = drawsFor('a quarter to mix');
  const places = Array.from({ length: units }, (_, index) => placeOf(index, draws));
  for (let index = 0; index < count; index += 1) {
    const unit = Math.min(draws.between(0, units - 1), draws.between(0, units - 1));
    const place = places[unit];
    if (place === undefined) throw new Error('every unit has a place');
    yield answerAbout(`1.2.246.10.12345678.10.${unit}`, place, draws);
  }
}

function placeOf(index: number, draws: Draws): Place {
  const region = `Region ${index % regions}`;
  const isOwn = draws.chance(0.6);
  return { region, organisation: isOwn ? `County of ${region}` : `Provider ${draws.between(1, providers)}` };
}

function answerAbout(unit: string, place: Place, draws: Draws): InventedAnswer {
  const [form, role, ageBand, stage] = draws.weighted(asks.map((ask) => [ask, ask[4]] as const));
  const questionSet = questionSetVersion(form, 1);
  if (questionSet === undefined) throw new Error(`the form ${form} is not shipped`);
  const context: Context = {
    ...{ questionSet: form, questionSetVersion: 1, unit, stage, role, ageBand, channel: 'mail' },
    language: draws.weighted([['fi', 8] as const, ['sv', 2] as const, ['en', 1] as const]),
    voluntary: draws.weighted([[true, 8] as const, [false, 2] as const, [null, 1] as const]),
    serviceTask: '10',
    socialService: draws.oneOf(['2', '24', '31', '46', '51', null]),
    provision: draws.oneOf(['own', 'purchased', null]),
  };
  const answered = questionSet.questions.filter(() => !draws.chance(skippedShare));
  return {
    asked: { context, place, month: draws.oneOf(['2026-01', '2026-02', '2026-03']) },
    questionSet,
    answers: Object.fromEntries(
      answered.map(({ key, scale: { from, to } }) => [key, draws.between(from, to)]),
    ),
    comment: questionSet.comment && draws.chance(commentShare) ? wordsOf(draws) : '',
  };
}

const wordsOf = (draws: Draws): string =>
  Array.from({ length: commentCharacters / 8 }, () => draws.between(1_000_000, 9_999_999).toString()).join(
    ' ',
  );

/** What everybody may know of the units that answers are about. */
export const structureBehind = (about: readonly InventedAnswer[]): Structure => {
  const places = new Map(about.map(({ asked: { context, place } }) => [context.unit, place]));
  return structureOf(
    [],
    about.map(({ asked: { context } }) => context),
    (unit) => places.get(unit) ?? { region: unit, organisation: unit },
  );
};
