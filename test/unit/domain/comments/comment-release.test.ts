/**
 * Approved comments come out by region where it has ten, the others together where they are ten together, and otherwise
 * not at all; nor where four people can have written them all; in an order drawn by lot that has nothing to do with that in which they came.
 */
import { randomInt } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { composeComments, type ApprovedComment } from '../../../../shared/domain/comments/comment-release.ts';
import { releaseSchema } from '../../../../shared/domain/releases/release.ts';
import { tooFewIn } from '../../../../shared/domain/releases/too-few.ts';
import type { Invited } from '../../../../shared/domain/tallies/invited.ts';
import { other } from '../../../../shared/domain/tallies/pooling.ts';
import { onceEach } from '../../../support/closed.ts';

const draw = (bound: number): number => randomInt(bound);
const from = (region: string, count: number): ApprovedComment[] =>
  Array.from({ length: count }, (_, index) => ({ region, text: `${region} ${index}` }));
/** Region and text of every cell. */
const cellsOf = (approved: readonly ApprovedComment[], tooFew = onceEach) =>
  z.array(z.strictObject({ region: z.string(), comment: z.string() })).parse(compose(approved, tooFew).cells);
const compose = (approved: readonly ApprovedComment[], tooFew = onceEach) =>
  composeComments('2026-Q1', approved, tooFew, draw);

function toldOf(approved: readonly ApprovedComment[], tooFew = onceEach): Record<string, number> {
  const regions = Map.groupBy(cellsOf(approved, tooFew), ({ region }) => region);
  return Object.fromEntries([...regions].map(([region, { length }]) => [region, length]));
}

describe('a region', () => {
  it.each([
    ['with ten is told by name', [from('north', 10)], { north: 10 }],
    ['with nine is not told at all', [from('north', 9)], {}],
    [
      'with nine stands beside one with ten, and is not told',
      [from('north', 10), from('south', 9)],
      { north: 10 },
    ],
    ['with few is told with others that have few', [from('north', 5), from('south', 5)], { [other]: 10 }],
    [
      'with few joins those that were pooled when they were counted',
      [from(other, 8), from('south', 2)],
      { [other]: 10 },
    ],
    ['that was pooled is told as that, however many it has', [from(other, 25)], { [other]: 25 }],
  ])('%s', (_, groups, told) => {
    expect(toldOf(groups.flat())).toEqual(told);
  });

  it('is told in the order of names, what is told together last', () => {
    const cells = cellsOf([...from(other, 10), ...from('Åland', 10), ...from('Kainuu', 10)]);
    expect([...new Set(cells.map(({ region }) => region))]).toEqual(['Kainuu', 'Åland', other]);
  });
});

describe('of what four people can have written', () => {
  /** The four who got the most tickets with a form that asks for a comment have so many, by region; everywhere the sum of all. */
  const invitedTo = (largest: Readonly<Record<string, number>>, item = 'comment'): Invited => {
    const all = Object.values(largest).reduce((sum, count) => sum + count, 0);
    const strata = Object.entries(largest).map(([region, count]) => ({ region, channel: 'mail', count }));
    return [
      ...strata.map(({ count, ...stratum }) => ({
        ...{ table: 'R1' as const, stratum, sent: 60, contacts: 60, largest: 4, reach: { [item]: count } },
      })),
      { table: 'R1', stratum: {}, sent: 60, contacts: 60, largest: 4, reach: { [item]: all } },
    ];
  };
  const told = (approved: readonly ApprovedComment[], invited: Invited): Record<string, number> =>
    toldOf(approved, tooFewIn('2026-Q1', ['2026-Q1'], new Map([['2026-Q1', invited]])));

  it('nothing is told, and one more is', () => {
    expect(told(from('north', 12), invitedTo({ north: 12 }))).toEqual({});
    expect(told(from('north', 13), invitedTo({ north: 12 }))).toEqual({ north: 13 });
  });

  it('nothing is told by name, and with others only where they are more than four can have written anywhere', () => {
    const written = (count: number) => [...from('north', 12), ...from('south', count)];
    expect(told(written(9), invitedTo({ north: 12, south: 9 }))).toEqual({});
    expect(told(written(10), invitedTo({ north: 12, south: 10 }))).toEqual({});
    expect(told(written(11), invitedTo({ north: 12, south: 10 }))).toEqual({ south: 11 });
    expect(told([...written(5), ...from(other, 6)], invitedTo({ north: 12, south: 10 }))).toEqual({
      [other]: 23,
    });
  });

  it('nothing is told where nobody knows who was asked for a comment', () => {
    const many = [...from('north', 90), ...from(other, 90)];
    expect(told(many, [])).toEqual({});
    expect(told(many, invitedTo({ north: 4 }, 'heard'))).toEqual({});
    expect(told(from('south', 90), invitedTo({ north: 4 }))).toEqual({ [other]: 90 });
  });
});

it('is a release like any other, with names for its regions and what a reader must know', () => {
  const draft = compose([...from('north', 10), ...from(other, 10)]);
  const release = { ...draft, revision: 1, releasedOn: '2026-04-02', correction: null };
  expect(releaseSchema.parse(release)).toEqual(release);
  expect(draft).toMatchObject({ table: 'C1', period: '2026-Q1', dimensions: ['region'] });
  expect(Object.keys(draft.labels['region'] ?? {}).sort()).toEqual([other, 'north']);
  for (const text of [draft.title, ...draft.notes])
    expect(Object.keys(text).sort()).toEqual(['en', 'fi', 'sv']);
});

it('tells every comment once, and nothing with it but its region', () => {
  const regions = fc.constantFrom('north', 'south', other);
  const comments = fc.array(fc.record({ region: regions, text: fc.uuid() }), {
    minLength: 30,
    maxLength: 60,
  });
  fc.assert(
    fc.property(comments, (approved) => {
      const cells = cellsOf(approved);
      const texts = new Set(approved.map(({ text }) => text));
      expect(cells.every(({ comment }) => texts.has(comment))).toBe(true);
      expect(new Set(cells.map(({ comment }) => comment)).size).toBe(cells.length);
    }),
  );
});

it('draws the order by lot: the same comments come out in another one', () => {
  const orders = Array.from({ length: 5 }, () =>
    cellsOf(from('north', 30))
      .map(({ comment }) => comment)
      .join(),
  );
  expect(new Set(orders).size).toBe(5);
});
