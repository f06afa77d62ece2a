/** Answers that are too few wait through four more periods, and are cleared away a month after the night of the last mix. */
import { describe, expect, it, vi } from 'vitest';
import { lastPeriodFor, pastWaitingFrom } from '../../../../shared/domain/calendar/carry-over.ts';
import { monthsOf, quartersBetween } from '../../../../shared/domain/calendar/month.ts';

vi.stubEnv('AWS_REGION', 'eu-north-1');
const { sealedAnswerExpiresOn } = await import('../../../../shared/adapters/retention.ts');

describe.each([
  ['2026-Q1', '2027-Q1', '2027-04', '2027-05'],
  ['2026-Q3', '2027-Q3', '2027-10', '2027-11'],
  ['2026-Q4', '2027-Q4', '2028-01', '2028-02'],
])('the answers of %s', (quarter, last, month, clearedIn) => {
  it(`can be counted until ${last}, the fourth period after their own`, () => {
    expect(lastPeriodFor(quarter)).toBe(last);
    expect(quartersBetween(quarter, last)).toHaveLength(5);
    expect(pastWaitingFrom(quarter)).toBe(month);
  });

  it('expire together, at the start of the month after, so that no night of the last mix counts, whenever in the quarter they came', () => {
    const expiries = monthsOf(quarter).map(sealedAnswerExpiresOn);
    expect(new Set(expiries)).toEqual(new Set([Date.parse(`${clearedIn}-01T00:00:00Z`) / 1000]));
  });
});
