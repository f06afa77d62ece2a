/**
 * What leaks from all that is told of a question together, on deployments small enough to reckon by hand: two units of a
 * region, and their sum by its only role. And that of the cells it rests on less is told, never of what
 * was told before.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSolver } from '../../../../shared/adapters/linear-programs.ts';
import type { Solve } from '../../../../shared/domain/disclosure/linear-program.ts';
import { detailOf, type Detail } from '../../../../shared/domain/releases/detail.ts';
import { leaksOf, type Told } from '../../../../shared/domain/releases/protection/all-told.ts';
import { addUp } from '../../../../shared/domain/releases/protection/sums.ts';
import { tellLess } from '../../../../shared/domain/releases/protection/tell-less.ts';
import { closedWith } from '../../../support/closed.ts';
import { alike, type Filled } from '../../../support/filled-forms.ts';

let solve: Solve;
beforeAll(async () => {
  solve = await loadSolver();
});

const answers = (unit: string, counts: readonly number[]): Filled[] =>
  counts.flatMap((count, step) => alike(count, { unit, answers: { heard: step + 1 } }));

/** A unit of 14 answers, and one of seven. */
const forms = [...answers('u-0', [1, 2, 3, 3, 5]), ...answers('u-1', [0, 1, 2, 2, 2])];

/** What is told of the units, and of all answers of their region by role. */
function telling(units: Readonly<Record<string, Detail>>, tables: Readonly<Record<string, Detail>>): Told {
  const { tallies, structure } = closedWith(forms);
  const cells = tallies.flatMap(({ table, stratum, items: { heard } }) =>
    heard === undefined || (table !== 'T1' && table !== 'T2')
      ? []
      : [{ table, stratum, tally: heard, detail: detailOf(heard, 4), already: 'none' as const }],
  );
  const added = addUp(cells, structure, solve);
  if (added === undefined) throw new Error('it does not add up');
  const details = cells.map(
    ({ table, stratum }): Detail => units[stratum['unit'] ?? ''] ?? tables[table] ?? 'none',
  );
  return { cells, details, added, least: 5 };
}

const namesOf = ({ cells }: Told, told: Told): string[] =>
  leaksOf(told, solve).flatMap(({ secret }) => {
    const size = (cells[0]?.tally.counts.length ?? 0) + 4;
    const { table, stratum } = cells[Math.floor(secret.number / size)] ?? {};
    return table === undefined ? [] : [`${stratum?.['unit'] ?? table} ${secret.number % size}`];
  });
const leakNames = (told: Told): string[] => namesOf(told, told);

describe('what leaks', () => {
  it('is nothing where a unit tells its groups, and nobody tells the other one or the sum', () => {
    expect(leakNames(telling({ 'u-0': 'groups' }, {}))).toEqual([]);
  });

  it('are the groups and the one step that is a group, where those of the sum and of all others are told', () => {
    const told = telling({ 'u-0': 'groups', 'u-1': 'band' }, { T2: 'groups' });
    // Numbers after the five steps: all answers, and three groups.
    expect(leakNames(told)).toEqual(expect.arrayContaining(['u-1 2', 'u-1 6', 'u-1 7', 'u-1 8']));
  });

  it('is how many answered in a unit that is not told, where all others and their sum are', () => {
    const told = telling({ 'u-0': 'band' }, { T2: 'band' });
    expect(leakNames(told)).toEqual(['u-1 5']);
  });

  it('is nothing that the figures of a cell say themselves', () => {
    // Fifteen of sixteen chose the highest step: a mean of 4.9 says so.
    const own = [...answers('u-0', [0, 0, 0, 1, 15]), ...answers('u-1', [0, 1, 2, 2, 2])];
    const { tallies, structure } = closedWith(own);
    const cells = tallies.flatMap(({ table, stratum, items: { heard } }) =>
      heard === undefined || table !== 'T1'
        ? []
        : [{ table, stratum, tally: heard, detail: 'groups' as const, already: 'none' as const }],
    );
    const added = addUp(cells, structure, solve);
    if (added === undefined) throw new Error('it does not add up');
    const details = cells.map(({ stratum }): Detail => (stratum['unit'] === 'u-0' ? 'groups' : 'none'));
    expect(leaksOf({ cells, details, added, least: 5 }, solve)).toEqual([]);
  });
});

describe('of what it rests on', () => {
  const leaking = (): Told => telling({ 'u-0': 'groups', 'u-1': 'band' }, { T2: 'groups' });
  /** The same, where what is told of some was told before. */
  const after = (told: Told, wasTold: (index: number) => boolean): Told => ({
    ...told,
    cells: told.cells.map((cell, index) => ({
      ...cell,
      already: wasTold(index) ? (told.details[index] ?? 'none') : 'none',
    })),
  });

  it('less is told until nothing leaks, and of nothing else', () => {
    const told = leaking();
    const details = tellLess(told, solve);
    expect(leaksOf({ ...told, details }, solve)).toEqual([]);
    expect(details).not.toEqual(told.details);
    // The seven of the second unit keep their band: of the two that tell groups, the one of fourteen loses least.
    expect(details.filter((detail, index) => detail !== told.details[index])).toEqual(['band']);
  });

  it('nothing is taken back that was told before', () => {
    const told = leaking();
    const isUnit = (index: number): boolean => told.cells[index]?.table === 'T1';
    const details = tellLess(after(told, isUnit), solve);
    for (const [index, detail] of details.entries())
      if (isUnit(index)) expect(detail).toBe(told.details[index]);
    expect(leaksOf({ ...told, details }, solve)).toEqual([]);
  });

  it('nothing changes where all of it was told before', () => {
    const told = leaking();
    expect(leaksOf(told, solve)).not.toEqual([]);
    expect(
      tellLess(
        after(told, () => true),
        solve,
      ),
    ).toEqual(told.details);
  });

  it('nothing is told where nobody knows what leaks', () => {
    const told = leaking();
    expect(() => tellLess(told, () => ({ kind: 'unsolved' }))).toThrow('nobody knows');
  });
});
