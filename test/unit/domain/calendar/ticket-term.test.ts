/**
 * Shows which tickets can be behind the answers of a quarter: exactly those. Generated respondents send, sign and cast as
 * early and as late as the rules for ballots let them, and none of their tickets lies outside; the first and the last
 * minute inside and outside are written out, with the change of clocks between them.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInGraceAt, isOpenAt, monthSealedFor } from '../../../../shared/domain/calendar/ballot-term.ts';
import {
  monthAt,
  monthsAfter,
  nextQuarter,
  quarterAt,
  quarterOf,
  type Quarter,
} from '../../../../shared/domain/calendar/month.ts';
import {
  countableQuarters,
  spanOf,
  ticketMonths,
  ticketsBehind,
} from '../../../../shared/domain/calendar/ticket-term.ts';

const minute = 60_000;
const isTicketValid = (sentAt: number, at: number): boolean =>
  monthAt(at) <= monthsAfter(monthAt(sentAt), ticketMonths);
const isWithin = ({ from, to }: { from: number; to: number }, at: number): boolean => from <= at && at < to;

/** The first instant of a month in Helsinki, counted from January 2025. */
function monthStart(month: number): number {
  const number = (month % 12) + 1;
  const offset = number >= 4 && number <= 10 ? '+03:00' : '+02:00';
  return Date.parse(
    `${2025 + Math.floor(month / 12)}-${String(number).padStart(2, '0')}-01T00:00:00${offset}`,
  );
}

/** Instants close to the turn of a month, where the rules change, or anywhere in it. */
const instants = (firstMonth: number, lastMonth: number): fc.Arbitrary<number> =>
  fc
    .tuple(
      fc.integer({ min: firstMonth, max: lastMonth }),
      fc.oneof(fc.integer({ min: -30, max: 30 }), fc.integer({ min: 0, max: 27 * 24 * 60 })),
    )
    .map(([month, minutes]) => monthStart(month) + minutes * minute);

/** The quarter of an instant, or the one that it may still be taken for. */
const quarterNear = (at: number, isLate: boolean): Quarter => quarterAt(isLate ? at - 10 * minute : at);

describe('the tickets behind a quarter', () => {
  const ways = fc.integer({ min: 3, max: 20 }).chain((month) =>
    fc.record({
      sentAt: instants(month, month),
      signedAt: instants(month, month + 2),
      castAt: instants(month, month + 6),
      isSignedLate: fc.boolean(),
      isSealedLate: fc.boolean(),
    }),
  );

  it('are all whose ballot can be cast for it, however long somebody keeps them', () => {
    fc.assert(
      fc.property(ways, ({ sentAt, signedAt, castAt, isSignedLate, isSealedLate }) => {
        const keyId = quarterNear(signedAt, isSignedLate);
        const sealedTo = quarterNear(castAt, isSealedLate);
        fc.pre(sentAt <= signedAt && signedAt <= castAt);
        fc.pre(isTicketValid(sentAt, signedAt) && isOpenAt(keyId, signedAt));
        fc.pre(isInGraceAt(keyId, castAt) && isOpenAt(sealedTo, castAt));
        const quarter = quarterOf(monthSealedFor(sealedTo, castAt));
        expect(isWithin(ticketsBehind(quarter), sentAt)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('are all whose form can be sent in it', () => {
    fc.assert(
      fc.property(ways, ({ sentAt, castAt, isSealedLate }) => {
        const sealedTo = quarterNear(castAt, isSealedLate);
        fc.pre(sentAt <= castAt && isTicketValid(sentAt, castAt) && isOpenAt(sealedTo, castAt));
        const quarter = quarterOf(monthSealedFor(sealedTo, castAt));
        expect(isWithin(ticketsBehind(quarter), sentAt)).toBe(true);
      }),
    );
  });

  it('begin with one that was signed for at the last moment, and cast in the month of grace', () => {
    const [sentAt, signedAt, castAt] = [
      Date.parse('2025-08-01T00:00:00+03:00'),
      Date.parse('2025-10-31T23:59:00+02:00'),
      Date.parse('2026-01-01T00:30:00+02:00'),
    ];
    expect(isTicketValid(sentAt, signedAt) && isOpenAt('2025-Q4', signedAt)).toBe(true);
    expect(isInGraceAt('2025-Q4', castAt) && isOpenAt('2026-Q1', castAt)).toBe(true);
    expect(ticketsBehind('2026-Q1').from).toBe(sentAt);
  });

  it.each([
    ['2026-Q1', '2025-08-01T00:00:00+03:00', '2026-04-01T00:20:00+03:00'],
    ['2026-Q2', '2025-11-01T00:00:00+02:00', '2026-07-01T00:20:00+03:00'],
    ['2026-Q3', '2026-02-01T00:00:00+02:00', '2026-10-01T00:20:00+03:00'],
    ['2026-Q4', '2026-05-01T00:00:00+03:00', '2027-01-01T00:20:00+02:00'],
  ])('of %s were sent from %s on and before %s', (quarter, from, to) => {
    expect(ticketsBehind(quarter)).toEqual({ from: Date.parse(from), to: Date.parse(to) });
  });
});

it.each([
  ['2026-Q1', '2026-01-01T00:00:00+02:00', '2026-04-01T00:00:00+03:00'],
  ['2026-Q4', '2026-10-01T00:00:00+03:00', '2027-01-01T00:00:00+02:00'],
])('%s itself is from %s to %s', (quarter, from, to) => {
  expect(spanOf(quarter)).toEqual({ from: Date.parse(from), to: Date.parse(to) });
});

describe('the quarters that can be counted', () => {
  it.each([
    ['2026-04-01T00:19:59+03:00', '2025-03', ['2025-Q2', '2025-Q3', '2025-Q4']],
    ['2026-04-01T00:20:00+03:00', '2025-03', ['2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1']],
    ['2026-05-01T12:00:00+03:00', '2025-04', ['2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1']],
    ['2026-06-01T12:00:00+03:00', '2025-05', ['2025-Q3', '2025-Q4', '2026-Q1']],
  ])('at %s, with records from %s on, are %j', (now, keptFrom, expected) => {
    expect(countableQuarters(keptFrom, Date.parse(now))).toEqual(expected);
  });

  it('are never two apart with one missing between them', () => {
    fc.assert(
      fc.property(instants(14, 40), (now) => {
        const found = countableQuarters(monthsAfter(monthAt(now), -13), now);
        expect(found.slice(1)).toEqual(found.slice(0, -1).map(nextQuarter));
        expect(found.length).toBeGreaterThanOrEqual(3);
      }),
    );
  });
});
