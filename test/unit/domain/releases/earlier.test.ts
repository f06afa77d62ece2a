/**
 * Shows what stands beside a cell: the same cell in the year before, as it was published then; a unit also where it lay in
 * another region; and never what is told together, which is not the same in any two periods.
 */
import { describe, expect, it } from 'vitest';
import { besides, periodsBefore } from '../../../../shared/domain/releases/earlier.ts';
import { figuresOf } from '../../../../shared/domain/releases/figures.ts';
import type { Cell, Release } from '../../../../shared/domain/releases/release.ts';
import { readableRelease } from '../../../support/releases.ts';

describe('the periods before', () => {
  it('a quarter are four, the latest first, over the turn of a year', () => {
    expect(periodsBefore('2026-Q2')).toEqual(['2026-Q1', '2025-Q4', '2025-Q3', '2025-Q2']);
    expect(periodsBefore('2026-Q1')).toEqual(['2025-Q4', '2025-Q3', '2025-Q2', '2025-Q1']);
  });

  it('a month are twelve', () => {
    const months = periodsBefore('2026-03');
    expect(months).toHaveLength(12);
    expect([months.at(0), months.at(1), months.at(2), months.at(-1)]).toEqual([
      ...['2026-02', '2026-01', '2025-12', '2025-03'],
    ]);
  });
});

const figures = (responses: number) => figuresOf({ from: 1, counts: [0, 0, 5, 5, responses - 10] }, 'groups');
const unitIn = (region: string, unit: string, item = 'heard'): Cell => ({ region, unit, item });
const dimensions = ['region', 'unit', 'item'];
const released = (period: string, cells: readonly Cell[], revision = 1): Release => ({
  ...readableRelease,
  ...{ table: 'T1', period, revision, dimensions, cells: [...cells] },
});
const withFigures = (cell: Cell, responses: number): Cell => ({
  ...cell,
  ...figures(responses),
  earlier: [],
});

describe('beside a cell stands', () => {
  const cell = unitIn('north', 'u-1');

  it('itself in earlier periods, the latest first, in few figures', () => {
    const beside = besides(dimensions, [
      released('2025-Q2', [withFigures(cell, 12)]),
      released('2025-Q4', [withFigures(cell, 14)]),
      released('2025-Q3', [withFigures(cell, 13)]),
    ])(cell);
    expect(beside.map(({ period, responses }) => [period, responses])).toEqual([
      ...[
        ['2025-Q4', 14],
        ['2025-Q3', 13],
        ['2025-Q2', 12],
      ],
    ]);
    for (const each of beside)
      expect(Object.keys(each).toSorted()).toEqual(['index', 'mean', 'meanBand', 'period', 'responses']);
  });

  it('a unit that has moved to another region since', () => {
    const moved = [released('2025-Q4', [withFigures(unitIn('south', 'u-1'), 12)])];
    expect(besides(dimensions, moved)(cell)).toMatchObject([{ responses: 12 }]);
  });

  it('no other unit, and no other question', () => {
    const others = [unitIn('north', 'u-2'), unitIn('north', 'u-1', 'respect')];
    const release = released(
      '2025-Q4',
      others.map((other) => withFigures(other, 12)),
    );
    expect(besides(dimensions, [release])(cell)).toEqual([]);
  });

  it('nothing where several are told together, though they were before', () => {
    for (const pooled of [unitIn('north', '(other)'), unitIn('(other)', 'u-1'), unitIn('(other)', '(other)')])
      expect(besides(dimensions, [released('2025-Q4', [withFigures(pooled, 40)])])(pooled)).toEqual([]);
  });

  it('no region for a table that is told by region only, where it is another', () => {
    const byRole = ['region', 'role', 'item'];
    const release = released('2025-Q4', [
      withFigures({ region: 'south', role: 'parent', item: 'heard' }, 12),
    ]);
    expect(besides(byRole, [release])({ region: 'north', role: 'parent', item: 'heard' })).toEqual([]);
    expect(besides(byRole, [release])({ region: 'south', role: 'parent', item: 'heard' })).toHaveLength(1);
  });

  it('nothing that has no figures, such as a comment', () => {
    expect(besides(dimensions, [released('2025-Q4', [{ ...cell, comment: 'thank you' }])])(cell)).toEqual([]);
  });
});
