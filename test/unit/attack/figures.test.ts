/**
 * What attacks read out of stored figures, and out of times. Figures with a leak of a known size are written by hand, and
 * the leak has to be found; figures without one must not look as if they had one.
 */
import { describe, expect, it } from 'vitest';
import { packed } from '../../../shared/adapters/packed.ts';
import type { TableId } from '../../../shared/domain/tallies/table.ts';
import type { Tally } from '../../../shared/domain/tallies/tally.ts';
import { isAsItShouldBe, renderLines, type Line } from '../../attack/table.ts';
import { cellsIn, gained } from '../../attack/judging/cells.ts';
import { figuresIn } from '../../attack/judging/figures.ts';
import { guessFromCells, judgeLearning } from '../../attack/judging/learning.ts';
import { storedGroups, subtractedGroups } from '../../attack/judging/subtractions.ts';
import { timeIn } from '../../attack/timing/match.ts';
import { context } from '../../support/answers.ts';

const tally = (table: TableId, stratum: Tally['stratum'], counts: number[]): Tally => ({
  table,
  stratum,
  items: { heard: { from: 1, counts } },
});
const stored = (tallies: readonly Tally[], drivers: readonly unknown[] = []) => [
  { pk: 'TALLIES#2026-Q1', sk: '000', document: packed({ tallies, drivers }) },
];

const units = [
  tally('T1', { region: 'north', unit: 'a' }, [1, 0, 2, 3, 4]),
  tally('T1', { region: 'north', unit: 'b' }, [0, 1, 1, 3, 1]),
];
const roles = [tally('T2', { region: 'north', role: 'parent' }, [1, 1, 3, 6, 5])];
const organisation = tally('T4', { organisation: 'first', month: '2026-01' }, [1, 1, 3, 6, 5]);
const organisationOf = new Map([['north', 'first']]);

const smallest = (tallies: readonly Tally[], drivers: readonly unknown[] = []): number[] =>
  figuresIn(stored(tallies, drivers))
    .flatMap((figures) => [...storedGroups(figures), ...subtractedGroups(figures, organisationOf)])
    .map(({ people }) => people)
    .filter((people) => people > 0 && people < 5);

describe('groups of few', () => {
  it('are not found in figures that add up', () => {
    expect(smallest([...units, ...roles, organisation])).toEqual([]);
  });

  it('are found where they are stored', () => {
    expect(smallest([tally('T1', { region: 'north', unit: 'c' }, [0, 0, 0, 1, 2])])).toContain(3);
  });

  it('are found between two tables, between an organisation and its regions, and beside a driver', () => {
    expect(smallest([...units, tally('T2', { region: 'north', role: 'parent' }, [1, 1, 3, 6, 2])])).toContain(
      3,
    );
    expect(
      smallest([
        ...units,
        ...roles,
        { ...organisation, items: { heard: { from: 1, counts: [2, 1, 3, 6, 5] } } },
      ]),
    ).toContain(1);
    const many = [tally('T2', { region: 'north', role: 'parent' }, [5, 5, 5, 5, 4])];
    const sums = { x: 1, y: 1, xy: 1, xx: 1, yy: 1 };
    const driver = { region: 'north', item: 'heard', recommendation: 'recommend', responses: 22, sums };
    expect(smallest(many, [driver])).toContain(2);
  });
});

describe('guessing from cells', () => {
  const person = (ref: string, unit: string) => ({
    ref,
    question: 'heard',
    asked: {
      context: context({ unit }),
      place: { region: 'north', organisation: 'first' },
      month: '2026-01',
    },
    day: '2026-01-20',
  });

  it('takes the smallest cell that holds somebody, and what has come to it since the last look', () => {
    const before = cellsIn(stored(units));
    const [, ...others] = units;
    const after = cellsIn(
      stored([tally('T1', { region: 'north', unit: 'a' }, [1, 1, 2, 3, 4]), ...others, ...roles]),
    );
    const all = guessFromCells([{ people: [person('one', 'a')], cells: before }]);
    expect(all.get('one')).toEqual([5]);
    const came = guessFromCells([{ people: [person('one', 'a')], cells: gained(after, before) }]);
    expect(came.get('one')).toEqual([2]);
    expect(judgeLearning('came', came, all, new Map([['one', 2]]))).toMatchObject({ success: 1, chance: 0 });
  });
});

describe('the time in an item', () => {
  const length = (item: Record<string, unknown>): number => {
    const { from, to } = timeIn(item);
    return to - from;
  };

  it('is found in seconds, milliseconds, texts and days, and is a month where there is no more', () => {
    const at = Date.parse('2026-02-03T12:34:56Z');
    for (const value of [at, at / 1000, '2026-02-03T12:34:56Z'])
      expect(timeIn({ id: 'x', month: '2026-02', value })).toEqual({ from: at, to: at });
    expect(length({ day: '2026-02-03' })).toBe(24 * 3600_000);
    expect(
      length({ month: '2026-02', expiresOn: Date.parse('2026-03-01T00:00:00Z') / 1000 }),
    ).toBeGreaterThan(28 * 24 * 3600_000);
  });
});

describe('the table of results', () => {
  const line = (isWeakened: boolean, success: number): Line => ({
    ...{ id: 'A-00', target: 'something', isWeakened },
    outcome: { tries: [{ name: 'a try', success, chance: 0.1, limit: 0.2 }] },
  });

  it('wants the system to withstand, and what is weaker to be broken', () => {
    expect([line(false, 0.1), line(true, 0.9)].map(isAsItShouldBe)).toEqual([true, true]);
    expect([line(false, 0.9), line(true, 0.1)].map(isAsItShouldBe)).toEqual([false, false]);
    expect(renderLines([line(false, 0.9)])).toContain('BROKEN (!)');
  });

  it('takes no figure that is none, and no attack that tries nothing', () => {
    expect(() => renderLines([line(false, Number.NaN)])).toThrow('no figures');
    expect(() => renderLines([{ ...line(false, 0), outcome: { tries: [] } }])).toThrow('tries nothing');
  });
});
