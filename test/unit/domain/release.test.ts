/**
 * A release gives means to one decimal and the recommendation index of what may be shown, and nothing below the threshold,
 * of too few people, or of what was too small to be told apart.
 */
import { describe, expect, it } from 'vitest';
import { mostByTooFew, type Invited } from '../../../shared/domain/reports/invited.ts';
import { other } from '../../../shared/domain/reports/pooling.ts';
import { composeRelease, releaseSchema } from '../../../shared/domain/reports/release.ts';
import { reportTables } from '../../../shared/domain/reports/table.ts';
import type { ItemTally, Tally } from '../../../shared/domain/reports/tally.ts';
import { languages } from '../../../shared/domain/vocabulary.ts';
import { context } from '../../support/answers.ts';

const unitTally = (items: Record<string, ItemTally>): Tally => ({
  table: 'T1',
  stratum: { region: 'north', unit: 'u-1' },
  items,
});
/** Nobody was asked twice: four answers are at most from four people. */
const onceEach = (): number => 4;
const cellsOf = (items: Record<string, ItemTally>, mostByTooFew = onceEach) =>
  composeRelease('T1', '2026-Q1', [unitTally(items)], mostByTooFew).cells;

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

describe('of people, a cell', () => {
  const invitedTo = (largest: number, heard: number): Invited => [
    {
      table: 'T1',
      stratum: { region: 'north', unit: 'u-1' },
      sent: 9,
      contacts: 6,
      largest,
      reach: { heard },
    },
  ];
  const answered = (responses: number) => statement(0, 0, 0, 0, responses);
  const publishedWith = (
    responses: number,
    counted: readonly string[],
    invited: Readonly<Record<string, Invited>>,
  ): boolean => {
    const most = mostByTooFew('2026-Q1', counted, new Map(Object.entries(invited)));
    return composeRelease('T1', '2026-Q1', [unitTally(answered(responses))], most).cells.length > 0;
  };
  const own = ['2026-Q1'];

  it('of five answers is not there where one person can have given four of them', () => {
    // One got four invitations and three got one each: four people can have given seven answers.
    const invited = { '2026-Q1': invitedTo(7, 7) };
    expect([5, 6, 7, 8].map((responses) => publishedWith(responses, own, invited))).toEqual([
      ...[false, false, false, true],
    ]);
    expect(cellsOf(answered(5), () => 0)).toHaveLength(1);
  });

  it('is not there where a worker can have given the answers with tickets that came for other units', () => {
    // The worker got one mail about this unit and five about others; three more people got one mail each.
    const invited = { '2026-Q1': invitedTo(4, 9) };
    expect([5, 9, 10].map((responses) => publishedWith(responses, own, invited))).toEqual([
      ...[false, false, true],
    ]);
  });

  it('is not there where it is not known who was asked', () => {
    expect(publishedWith(1000, own, {})).toBe(false);
    expect(publishedWith(1000, own, { '2026-Q1': [] })).toBe(false);
    const notAsked = invitedTo(4, 4).map((each) => ({ ...each, reach: {} }));
    expect(publishedWith(1000, own, { '2026-Q1': notAsked })).toBe(false);
  });

  it.each([
    [
      'what few can have of each quarter together',
      { '2025-Q4': invitedTo(4, 5), '2026-Q1': invitedTo(6, 6) },
      11,
    ],
    ['no more than was carried over at all', { '2025-Q4': invitedTo(90, 4), '2026-Q1': invitedTo(6, 6) }, 24],
    ['the same, where nothing is known of it', { '2026-Q1': invitedTo(6, 6) }, 24],
  ])('with answers of two quarters has more than %s', (_, invited, most) => {
    const counted = ['2025-Q4', '2026-Q1'];
    expect(publishedWith(most, counted, invited)).toBe(false);
    expect(publishedWith(most + 1, counted, invited)).toBe(true);
  });
});

describe('a release', () => {
  const two: Tally[] = [
    unitTally(statement(0, 0, 0, 0, 5)),
    { table: 'T2', stratum: { region: 'north', role: 'parent' }, items: statement(0, 0, 0, 0, 6) },
  ];

  it('holds the cells of its own table only', () => {
    expect(composeRelease('T1', '2026-Q1', two, onceEach).cells).toMatchObject([
      { unit: 'u-1', responses: 5 },
    ]);
    expect(composeRelease('T2', '2026-Q1', two, onceEach).cells).toMatchObject([
      { region: 'north', role: 'parent', responses: 6 },
    ]);
  });

  it.each(reportTables)('of $id names its dimensions, each of which every cell has', ({ id, stratum }) => {
    const place = { region: 'north', organisation: 'services of the north' };
    const coordinates = stratum({ context: context(), place, month: '2026-02' });
    const tally: Tally = { table: id, stratum: coordinates, items: statement(0, 0, 0, 0, 5) };
    const { dimensions, cells } = composeRelease(id, '2026-Q1', [tally], onceEach);
    expect(dimensions.at(-1)).toBe('item');
    expect(cells).toHaveLength(1);
    for (const cell of cells) expect(Object.keys(cell)).toEqual(expect.arrayContaining(dimensions));
  });

  it('holds nothing of what was too small to be told apart', () => {
    const pooled = [
      { ...unitTally(statement(0, 0, 0, 0, 50)), stratum: { region: 'north', unit: other } },
      { ...unitTally(statement(0, 0, 0, 0, 50)), stratum: { region: other, unit: 'u-1' } },
    ];
    expect(composeRelease('T1', '2026-Q1', pooled, onceEach).cells).toEqual([]);
  });

  it.each(reportTables)('of $id is titled in every language', ({ title }) => {
    expect(languages.filter((language) => title[language].length > 10)).toEqual(languages);
  });

  it('without cells is empty, and can be read back', () => {
    const empty = composeRelease('T2', '2026-Q1', [], onceEach);
    expect(empty.cells).toEqual([]);
    expect(releaseSchema.parse(JSON.parse(JSON.stringify(empty)))).toEqual(empty);
  });
});
