/**
 * What facts leave open of numbers. On random facts about numbers that are known to the test, what is said to leak is what two
 * plain linear programs over all facts leave too little of; what a leak is said to rest on is enough for it; and where the
 * solver gives up, whatever would have needed it is taken to leak.
 */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadSolver } from '../../../shared/adapters/linear-programs.ts';
import { Facts, type Fact } from '../../../shared/domain/disclosure/facts.ts';
import { leaksIn, type Secret } from '../../../shared/domain/disclosure/known-numbers.ts';
import { inwards } from '../../../shared/domain/disclosure/learned.ts';
import type { Interval } from '../../../shared/domain/disclosure/table.ts';

const solve = await loadSolver();
const most = 40;

/** Numbers, and facts that are true of them: sums told exactly or to a little, and parts of each other that everybody knows. */
const anyFacts = fc
  .array(fc.constantFrom(0, 0, 1, 2, 3, 7), { minLength: 3, maxLength: 9 })
  .chain((numbers) =>
    fc.record({
      numbers: fc.constant(numbers),
      told: fc.array(
        fc.record({
          factors: fc.array(fc.constantFrom(0, 0, 1, 1, 2), {
            minLength: numbers.length,
            maxLength: numbers.length,
          }),
          room: fc.constantFrom(0, 0, 0.5, 2),
          isPublic: fc.boolean(),
        }),
        { minLength: 1, maxLength: 8 },
      ),
    }),
  )
  .map(({ numbers, told }) => ({
    numbers,
    facts: told.map(({ factors, room, isPublic }, index): Fact => {
      const sum = factors.reduce<number>((all, factor, place) => all + factor * (numbers[place] ?? 0), 0);
      return {
        factors: new Map(factors.entries().filter(([, factor]) => factor !== 0)),
        ...{ from: sum - room, to: sum + room },
        source: isPublic ? undefined : index,
      };
    }),
  }));

const isOpen = ({ from, to }: Interval): boolean => from < to;
const secretsOf = (numbers: readonly number[]): Secret[] =>
  numbers.map((value, number) => ({ number, value, isEnough: isOpen }));

/** Both ends of a number, by one program for each over all that is known. */
function endsOf(facts: readonly Fact[], number: number, size: number): Interval {
  const end = (sense: 'least' | 'most'): number => {
    const variables = Array.from({ length: size }, (_, place) => ({
      ...{ from: 0, to: most, cost: place === number ? 1 : 0 },
    }));
    const solution = solve({ sense, variables, rows: facts.filter(({ factors }) => factors.size > 0) });
    if (solution.kind !== 'optimal') throw new Error(solution.kind);
    return solution.objective;
  };
  return inwards({ from: end('least'), to: end('most') });
}

it('what leaks is what plain programs leave too little of, and no more', () => {
  let leaking = 0;
  let open = 0;
  fc.assert(
    fc.property(anyFacts, ({ numbers, facts }) => {
      const leaks = leaksIn(new Facts(facts), secretsOf(numbers), most, solve);
      const leaked = leaks.map(({ secret }) => secret.number).toSorted((a, b) => a - b);
      const plain = [...numbers.keys()].filter((number) => !isOpen(endsOf(facts, number, numbers.length)));
      expect(leaked).toEqual(plain);
      for (const leak of leaks) {
        if (leak.kind !== 'known') throw new Error(leak.kind);
        expect(leak.interval.to).toBe(numbers[leak.secret.number]);
      }
      leaking += leaked.length;
      open += numbers.length - leaked.length;
    }),
    { numRuns: 300 },
  );
  expect(leaking).toBeGreaterThan(100);
  expect(open).toBeGreaterThan(100);
});

it('what a leak rests on is enough for it, with what everybody knows', () => {
  let sources = 0;
  fc.assert(
    fc.property(anyFacts, ({ numbers, facts }) => {
      for (const leak of leaksIn(new Facts(facts), secretsOf(numbers), most, solve)) {
        if (leak.kind !== 'known') throw new Error(leak.kind);
        const used = facts.filter(({ source }) => source === undefined || leak.sources.has(source));
        expect(isOpen(endsOf(used, leak.secret.number, numbers.length))).toBe(false);
        sources += leak.sources.size;
      }
    }),
    { numRuns: 150 },
  );
  expect(sources).toBeGreaterThan(50);
});

it('a number that is not known here is found out too', () => {
  const facts: Fact[] = [
    {
      factors: new Map([
        [0, 1],
        [1, 1],
      ]),
      from: 5,
      to: 5,
      source: 7,
    },
    {
      factors: new Map([
        [0, 1],
        [1, 1],
        [2, 1],
      ]),
      from: 9,
      to: 9,
      source: 8,
    },
  ];
  const secrets = [0, 1, 2].map((number): Secret => ({ number, value: undefined, isEnough: isOpen }));
  const leaks = leaksIn(new Facts(facts), secrets, most, solve);
  expect(leaks).toMatchObject([{ kind: 'known', secret: { number: 2 }, interval: { from: 4, to: 4 } }]);
  expect(leaks.map((leak) => (leak.kind === 'known' ? leak.sources : undefined))).toEqual([new Set([7, 8])]);
});

it('a number that no fact is about can be anything', () => {
  expect(leaksIn(new Facts([]), secretsOf([3]), most, solve)).toEqual([]);
});

it.each([
  ['gives up', () => ({ kind: 'unsolved' }) as const],
  ['says what is not true', () => ({ kind: 'optimal', objective: 0, values: [9, 9, 9], duals: [] }) as const],
])('nothing is taken to be open by a solver that %s', (_, broken) => {
  const sum: Fact = {
    factors: new Map([
      [0, 1],
      [1, 1],
      [2, 1],
    ]),
    from: 9,
    to: 9,
    source: 0,
  };
  const leaks = leaksIn(new Facts([sum]), secretsOf([2, 3, 4]), most, broken);
  expect(leaks.map(({ kind }) => kind)).toEqual(['unsolved', 'unsolved', 'unsolved']);
});
