/** A release gives means to one decimal and the recommendation index of what may be shown, and nothing below the threshold. */
import { describe, expect, it } from 'vitest';
import { composeRelease, releaseSchema } from '../../../shared/domain/reports/release.ts';
import { reportTables, tableIds } from '../../../shared/domain/reports/table.ts';
import type { ItemTally, Tally } from '../../../shared/domain/reports/tally.ts';
import { languages } from '../../../shared/domain/vocabulary.ts';

const unitTally = (items: Record<string, ItemTally>): Tally => ({
  table: 'T1',
  stratum: { unit: 'u-1' },
  items,
});
const cellsOf = (items: Record<string, ItemTally>) =>
  composeRelease('T1', '2026-Q1', [unitTally(items)]).cells;

const statement = (...counts: number[]): Record<string, ItemTally> => ({ heard: { from: 1, counts } });
/** @param counts from the answer 0 to the answer 10 */
const recommend = (...counts: number[]): Record<string, ItemTally> => ({ recommend: { from: 0, counts } });

describe('a cell', () => {
  it('has the figures of the contract', () => {
    expect(cellsOf(statement(1, 0, 2, 6, 14))).toEqual([
      {
        unit: 'u-1',
        item: 'heard',
        responses: 23,
        distribution: [1, 0, 2, 6, 14],
        mean: 4.4,
        index: null,
        responseRate: null,
      },
    ]);
  });

  it.each([
    [[5, 0, 0, 0, 0], 1],
    [[0, 0, 0, 0, 5], 5],
    [[3, 0, 0, 0, 3], 3],
    [[1, 1, 1, 1, 3], 3.6],
    [[0, 0, 0, 2, 4], 4.7],
    [[0, 19, 1, 0, 0], 2.1],
  ])('with the counts %j has the mean %d', (counts, mean) => {
    expect(cellsOf(statement(...counts))[0]?.['mean']).toBe(mean);
  });

  it.each([
    ['all would recommend', [0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 2], 100],
    ['nobody would', [1, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0], -100],
    ['all are in between', [0, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0], 0],
    ['both sides weigh the same', [0, 0, 0, 0, 0, 0, 3, 0, 0, 3, 0], 0],
    ['two of three would, and one would not', [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4], 33],
    ['one of seven less would', [0, 0, 0, 0, 0, 0, 3, 1, 1, 0, 2], -14],
    ['a two-hundredth less would', [1, ...Array<number>(6).fill(0), 199, 0, 0, 0], 0],
  ])('has the index where %s', (_, counts, index) => {
    const cell = cellsOf(recommend(...counts))[0];
    // Told apart from minus zero, which would be printed with its sign.
    expect(Object.is(cell?.['index'], index)).toBe(true);
  });

  it('has no index where the scale is another', () => {
    expect(
      cellsOf({ wellbeing: { from: 1, counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 9] } })[0]?.['index'],
    ).toBeNull();
  });

  it('is not there below five answers, even if a tally were', () => {
    expect(cellsOf(statement(0, 0, 0, 0, 4))).toEqual([]);
    expect(cellsOf(statement(0, 0, 0, 1, 4))).toHaveLength(1);
  });
});

describe('a release', () => {
  const two: Tally[] = [
    unitTally(statement(0, 0, 0, 0, 5)),
    { table: 'T2', stratum: { region: 'north', role: 'parent' }, items: statement(0, 0, 0, 0, 6) },
  ];

  it('holds the cells of its own table only', () => {
    expect(composeRelease('T1', '2026-Q1', two).cells).toMatchObject([{ unit: 'u-1', responses: 5 }]);
    expect(composeRelease('T2', '2026-Q1', two).cells).toMatchObject([
      { region: 'north', role: 'parent', responses: 6 },
    ]);
  });

  it.each(tableIds)('of %s names its dimensions, each of which every cell has', (table) => {
    const { dimensions, cells } = composeRelease(table, '2026-Q1', two);
    expect(dimensions.at(-1)).toBe('item');
    expect(cells).toHaveLength(1);
    for (const cell of cells) expect(Object.keys(cell)).toEqual(expect.arrayContaining(dimensions));
  });

  it.each(reportTables)('of $id is titled in every language', ({ title }) => {
    expect(languages.filter((language) => title[language].length > 10)).toEqual(languages);
  });

  it('without cells is empty, and can be read back', () => {
    const empty = composeRelease('T2', '2026-Q1', []);
    expect(empty.cells).toEqual([]);
    expect(releaseSchema.parse(JSON.parse(JSON.stringify(empty)))).toEqual(empty);
  });
});
