/** Before when a request must have left: whichever ends first, its slot, its time or the peace before a hold that is known. */
import { expect, it } from 'vitest';
import { days } from '../../../../shared/domain/calendar/duration.ts';
import { leavesBefore } from '../../../../shared/domain/decisions/leaving.ts';
import type { HoldChange } from '../../../../shared/domain/decisions/ledger.ts';
import { plannedAt, rule } from '../../../support/decision-facts.ts';

const slotEnd = Date.parse('2026-03-04T18:00:00+02:00');
const start: HoldChange = { reason: 'other', change: 'started', at: plannedAt + 60_000 };
const expiresAt = plannedAt + days(14);

it.each<[string, HoldChange[], number, number]>([
  ['its slot', [], expiresAt, slotEnd],
  ['its time, the very last moment of which is still in time', [], plannedAt + 5, plannedAt + 6],
  ['the peace before a hold', [start], expiresAt, start.at],
  ['the peace before the first of several', [{ ...start, at: start.at + 9 }, start], expiresAt, start.at],
  [
    'its slot, where the hold is over as it begins',
    [start, { ...start, change: 'ended' }],
    expiresAt,
    slotEnd,
  ],
  [
    'its slot, where the hold begins another day',
    [{ ...start, at: plannedAt + days(1) }],
    expiresAt,
    slotEnd,
  ],
  ['its slot, whatever is past', [{ ...start, at: plannedAt - days(20) }], expiresAt, slotEnd],
])('a request must leave before the end of %s', (_, holds, expiry, expected) => {
  expect(leavesBefore(rule(), holds, { at: plannedAt, expiresAt: expiry })).toBe(expected);
});
