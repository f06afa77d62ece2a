/**
 * Tables of which it was published what to hold back. The audit agrees with what was said of them: it finds nothing wrong
 * with the safe ones, gives the same intervals, and finds the cell that is known in the one that is not safe. What we hold
 * back ourselves passes a plain linear program, is at most a fifth more cells than others hold back, and loses no more.
 */
import { expect, it, test } from 'vitest';
import { loadSolver } from '../../../shared/adapters/linear-programs.ts';
import { learn } from '../../../shared/domain/disclosure/attacker.ts';
import { nothingIsEnough } from '../../../shared/domain/disclosure/learned.ts';
import { audit, type Demands } from '../../../shared/domain/disclosure/audit.ts';
import { equationsOf } from '../../../shared/domain/disclosure/equations.ts';
import { protect } from '../../../shared/domain/disclosure/suppression.ts';
import { addsUp, valueOf, type Interval, type Table } from '../../../shared/domain/disclosure/table.ts';
import { plainFindings } from './plain-attacker.ts';
import { publishedCases, type Pattern, type PublishedCase } from './published-cases.ts';

const solve = await loadSolver();

/** That nothing is known which the table tells at all. */
const demandsOf = ({ unpublished }: PublishedCase, { remainderMin, singletons }: Pattern): Demands => ({
  widthMin: (cell) => (unpublished.has(cell) ? 0 : 1),
  ...{ remainderMin, singletons },
});

const heldFirst = ({ primary, unpublished }: PublishedCase): Set<number> =>
  new Set([...primary, ...unpublished]);

function intervalOf(table: Table, held: ReadonlySet<number>, cell: number): Interval | undefined {
  const learned = learn(table, held, equationsOf(table, held), { solve, isEnough: nothingIsEnough }).get(
    cell,
  );
  return learned?.kind === 'bounded' ? learned.interval : undefined;
}

const weightOf = ({ cells }: Table, held: Iterable<number>): number =>
  [...held].reduce((sum, cell) => sum + (cells[cell]?.weight ?? 0), 0);

const patterns = publishedCases.flatMap((published) =>
  published.patterns.map((pattern) => ({
    ...{ published, pattern, name: published.name, by: pattern.by },
    secondaries: pattern.secondaries ?? (pattern.held?.size ?? 0) - heldFirst(published).size,
  })),
);
const safe = patterns.flatMap((one) =>
  one.pattern.held === undefined ? [] : [{ ...one, held: one.pattern.held }],
);
const disclosing = publishedCases.flatMap((published) =>
  published.disclosed === undefined ? [] : [{ ...published, disclosed: published.disclosed }],
);

test('six tables, ten ways to hold back their cells, and four of which only the number is known', () => {
  expect([publishedCases, safe, patterns].map(({ length }) => length)).toEqual([6, 10, 10 + 4]);
});

it.each(publishedCases)('$name adds up, and its primary cells are those that are too small', (published) => {
  const { table, primary, unpublished, small } = published;
  expect(addsUp(table)).toBe(true);
  const tooSmall = [...table.cells.keys()].filter((cell) => {
    const value = valueOf(table, cell);
    return !unpublished.has(cell) && small !== undefined && value >= small.from && value <= small.to;
  });
  expect(tooSmall).toEqual(small === undefined ? [] : [...primary]);
});

it.each(safe)('$name is safe as $by has it', ({ published, pattern, held }) => {
  expect(audit(published.table, held, demandsOf(published, pattern), solve)).toEqual([]);
});

it.each(patterns)('$name is safe without secondary cells where $by has none', (one) => {
  const { published, pattern, secondaries } = one;
  const findings = audit(published.table, heldFirst(published), demandsOf(published, pattern), solve);
  expect(findings.length > 0).toBe(secondaries > 0);
});

it.each(publishedCases.filter(({ intervals }) => intervals.size > 0))(
  '$name has the intervals that were published',
  ({ table, intervals, primary, disclosed, patterns: [pattern] }) => {
    const held = disclosed === undefined ? pattern?.held : primary;
    for (const [cell, interval] of intervals) {
      const found = intervalOf(table, held ?? new Set(), cell);
      expect(found).toEqual(interval);
    }
  },
);

it.each(disclosing)('$name tells one cell exactly, and any of some others hides it', (published) => {
  const { table, primary, disclosed, helpful } = published;
  const demands: Demands = { widthMin: () => 1, remainderMin: 0, singletons: new Set() };
  const { cell, value } = disclosed;
  expect(audit(table, primary, demands, solve)).toMatchObject([
    { kind: 'exact', cell, interval: { from: value, to: value } },
  ]);
  expect(helpful.size).toBe(7);
  for (const [other, interval] of helpful)
    expect(intervalOf(table, new Set([...primary, other]), cell)).toEqual(interval);
});

it.each(patterns)('$name needs no more than $by to be safe', ({ published, pattern, secondaries }) => {
  const { table, primary, unpublished } = published;
  const demands = demandsOf(published, pattern);
  const protection = protect({ ...{ table, primary, unpublished, demands }, kept: pattern.kept }, solve);
  if (protection.kind !== 'protected') throw new Error(protection.kind);
  const held = new Set(protection.held);
  expect(protection.isLeast).toBe(true);
  expect([...heldFirst(published)].every((cell) => held.has(cell))).toBe(true);
  expect(plainFindings(table, held, demands, solve)).toEqual([]);
  expect(held.size - heldFirst(published).size).toBeLessThanOrEqual(Math.floor(secondaries * 1.2));
  expect(weightOf(table, held)).toBeLessThanOrEqual(
    pattern.held === undefined ? Infinity : weightOf(table, pattern.held),
  );
});
