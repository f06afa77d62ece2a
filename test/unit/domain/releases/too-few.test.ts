/**
 * Shows how many answers of a cell can be from fewer than five people, whoever they were: those with the most tickets in it, or
 * with the most anywhere where they were asked the question in it; of answers that were carried over too; and, where several are
 * told together, of all that lies beside them.
 */
import { describe, expect, it } from 'vitest';
import { tooFewIn } from '../../../../shared/domain/releases/too-few.ts';
import { InvitedCount } from '../../../../shared/domain/tallies/invited-count.ts';
import { mostByTooFew, type Invited } from '../../../../shared/domain/tallies/invited.ts';
import { other } from '../../../../shared/domain/tallies/pooling.ts';
import type { TableId } from '../../../../shared/domain/tallies/table.ts';
import { ask, placeOf } from '../../../support/asks.ts';
import { shippedCatalogue } from '../../../support/shipped-forms.ts';

const cell = { table: 'T1' as const, stratum: { region: 'north', unit: 'north-1' }, item: 'heard' };

describe('of a cell', () => {
  const invitedTo = (largest: number, heard: number): Invited => [
    { table: 'T1', stratum: cell.stratum, sent: 9, contacts: 6, largest, reach: { heard } },
  ];
  const most = (counted: readonly string[], invited: Readonly<Record<string, Invited>>): number =>
    mostByTooFew('2026-Q1', counted, new Map(Object.entries(invited)))(cell);
  const own = ['2026-Q1'];

  it('it is what the four with the most tickets there have together', () => {
    expect(most(own, { '2026-Q1': invitedTo(7, 7) })).toBe(7);
  });

  it('it is what they have anywhere, with tickets that came for other units', () => {
    expect(most(own, { '2026-Q1': invitedTo(4, 9) })).toBe(9);
  });

  it('it is anything where it is not known who was asked, or was asked this', () => {
    expect(most(own, {})).toBe(Infinity);
    expect(most(own, { '2026-Q1': [] })).toBe(Infinity);
    const notAsked = invitedTo(4, 4).map((each) => ({ ...each, reach: {} }));
    expect(most(own, { '2026-Q1': notAsked })).toBe(Infinity);
  });

  it.each([
    ['what few can have of each quarter', { '2025-Q4': invitedTo(4, 5), '2026-Q1': invitedTo(6, 6) }, 11],
    ['no more than was carried over', { '2025-Q4': invitedTo(90, 4), '2026-Q1': invitedTo(6, 6) }, 24],
    ['the same, where nothing is known of it', { '2026-Q1': invitedTo(6, 6) }, 24],
  ])('with answers of two quarters it is %s', (_, invited, expected) => {
    expect(most(['2025-Q4', '2026-Q1'], invited)).toBe(expected);
  });
});

describe('of what is told together', () => {
  const at = '2026-05-15T12:00:00+03:00';
  /** So many people got so many mails each about a unit. */
  const mails = (unit: string, people: number, each: number) =>
    Array.from({ length: people * each }, (_, index) => ask(`${unit} ${index % people}`, at, { unit }));
  const count = new InvitedCount('2026-Q2', placeOf, shippedCatalogue.version);
  // Eight people have two tickets each in the north, six have three in the south.
  for (const one of [...mails('north-1', 4, 2), ...mails('north-2', 4, 2), ...mails('south-1', 6, 3)])
    count.count(one);
  const invited = count.counts();
  const tooFew = tooFewIn('2026-Q2', ['2026-Q2'], new Map([['2026-Q2', invited]]));
  const place = (table: TableId, stratum: Record<string, string>, item = 'heard') => ({
    table,
    stratum,
    item,
  });

  it('within a region it is what the four with the most have there', () => {
    for (const pooled of [
      place('T1', { region: 'north', unit: other }),
      place('T2', { region: 'north', role: other }),
      place('T3', { region: 'north', stage: other, voluntary: other }),
    ])
      expect(tooFew.in(pooled)).toBe(8);
    expect(tooFew.in(place('T1', { region: 'south', unit: other }))).toBe(12);
  });

  it('within no region it is what the four with the most have anywhere', () => {
    for (const pooled of [
      place('T1', { region: other, unit: other }),
      place('T4', { organisation: other, month: '2026-04' }),
      place('T5', { service: other }),
    ])
      expect(tooFew.in(pooled)).toBe(12);
  });

  it('within no region it is also what they have in regions where too few were asked to count them apart', () => {
    const more = new InvitedCount('2026-Q2', placeOf, shippedCatalogue.version);
    for (const one of [...mails('north-1', 8, 1), ...mails('west-1', 2, 9), ...mails('east-1', 2, 7)])
      more.count(one);
    const known = tooFewIn('2026-Q2', ['2026-Q2'], new Map([['2026-Q2', more.counts()]]));
    expect(known.in(place('T1', { region: 'west', unit: other }))).toBe(Infinity);
    expect(known.in(place('T1', { region: other, unit: other }))).toBe(32);
  });

  it('it is never less than in any part of it', () => {
    for (const { table, stratum } of invited) {
      if (table === 'R1') continue;
      const named = place(table, { ...stratum });
      expect(tooFew.around(named)).toBeGreaterThanOrEqual(tooFew.in(named));
    }
  });

  it('it is anything of a region that nobody has counted, of a question that nobody was asked, and of nothing known', () => {
    expect(tooFew.in(place('T1', { region: 'west', unit: other }))).toBe(Infinity);
    expect(tooFew.in(place('T1', { region: 'north', unit: other }, 'benefit-faces'))).toBe(Infinity);
    expect(tooFew.in(place('T5', { service: other }, 'benefit-faces'))).toBe(Infinity);
    const unknown = tooFewIn('2026-Q2', ['2026-Q2'], new Map());
    expect(unknown.in(place('T1', { region: 'north', unit: other }))).toBe(Infinity);
    expect(unknown.around(place('T5', { service: '31' }))).toBe(Infinity);
  });
});
