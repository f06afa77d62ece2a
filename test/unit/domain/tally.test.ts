/** Tallies keep counts and nothing else: never of fewer than five answers, and the same whatever order answers come in. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../shared/domain/questions/answers.ts';
import type { QuestionSet } from '../../../shared/domain/questions/question.ts';
import { questionSetVersion } from '../../../shared/domain/questions/question-sets.ts';
import {
  responsesMin,
  Tallying,
  tallySchema,
  total,
  type Tally,
} from '../../../shared/domain/reports/tally.ts';
import { roles, type Role } from '../../../shared/domain/vocabulary.ts';
import { context } from '../../support/answers.ts';

function shipped(id: string): QuestionSet {
  const questionSet = questionSetVersion(id, 1);
  if (questionSet === undefined) throw new Error(`the form ${id} is shipped`);
  return questionSet;
}
const family = shipped('family');

type Given = { unit: string; region: string; role: Role; answers: Answers };

function tally(given: readonly Given[]): Tally[] {
  const tallying = new Tallying();
  for (const { unit, region, role, answers } of given)
    tallying.count(context({ unit, role }), region, family, answers);
  return tallying.storable();
}

const same = (count: number, given: Partial<Given> = {}): Given[] =>
  Array.from({ length: count }, () => ({
    unit: 'u-1',
    region: 'north',
    role: 'parent',
    answers: { heard: 4 },
    ...given,
  }));

const anyAnswer: fc.Arbitrary<Given> = fc.record({
  unit: fc.constantFrom('u-1', 'u-2', 'u-3'),
  region: fc.constantFrom('north', 'south'),
  role: fc.constantFrom(...roles.slice(2, 4)),
  answers: fc.record(
    { heard: fc.integer({ min: 1, max: 5 }), recommend: fc.integer({ min: 0, max: 10 }) },
    { requiredKeys: [] },
  ),
});

describe('a tally', () => {
  it('counts each step of the scale, lowest first, for the unit and for the region and role', () => {
    const given = [
      ...same(5, { answers: { heard: 5, recommend: 0 } }),
      ...same(1, { answers: { heard: 1, recommend: 10 } }),
    ];
    const items = {
      heard: { from: 1, counts: [1, 0, 0, 0, 5] },
      recommend: { from: 0, counts: [5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1] },
    };
    expect(tally(given)).toEqual([
      { table: 'T1', stratum: { unit: 'u-1' }, items },
      { table: 'T2', stratum: { region: 'north', role: 'parent' }, items },
    ]);
  });

  it('of four answers can not be stored, of five it can', () => {
    expect(tally(same(4))).toEqual([]);
    expect(tally(same(5))).toHaveLength(2);
  });

  it('leaves out the one question that too few have answered', () => {
    const given = [...same(4, { answers: { heard: 4, respect: 4 } }), ...same(1)];
    expect(tally(given).map(({ items }) => Object.keys(items))).toEqual([['heard'], ['heard']]);
  });

  it('keeps strata apart: five of two units are storable for their region only', () => {
    const given = [...same(3, { unit: 'u-1' }), ...same(2, { unit: 'u-2' })];
    expect(tally(given).map(({ table }) => table)).toEqual(['T2']);
  });
});

it('never gives out a count of fewer than five answers, nor one that nobody gave', () => {
  fc.assert(
    fc.property(fc.array(anyAnswer, { maxLength: 40 }), (given) => {
      for (const { table, stratum, items } of tally(given)) {
        const here = given.filter(({ unit, region, role }) =>
          table === 'T1'
            ? unit === stratum['unit']
            : region === stratum['region'] && role === stratum['role'],
        );
        for (const [key, { from, counts }] of Object.entries(items)) {
          expect(total(counts)).toBeGreaterThanOrEqual(responsesMin);
          expect(counts).toEqual(
            counts.map((_, step) => here.filter(({ answers }) => answers[key] === from + step).length),
          );
        }
      }
    }),
  );
});

it('comes out the same, whatever order the answers came in', () => {
  const shuffled = fc
    .array(anyAnswer, { minLength: 10, maxLength: 40 })
    .chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })));
  fc.assert(
    fc.property(shuffled, ([given, inAnotherOrder]) => {
      // As text, since the order of strata and questions must not tell either.
      expect(JSON.stringify(tally(inAnotherOrder))).toBe(JSON.stringify(tally(given)));
    }),
  );
});

it('can be read back as it was stored', () => {
  const [stored] = tally(same(5));
  expect(tallySchema.parse(stored)).toEqual(stored);
});
