/** Answers that are too few wait through four more periods, and are cleared away in the month after the last of them. */
import { describe, expect, it, vi } from 'vitest';
import { lastPeriodFor, pastWaitingFrom } from '../../../../shared/domain/calendar/carry-over.ts';
import { monthsOf, quartersBetween } from '../../../../shared/domain/calendar/month.ts';

vi.stubEnv('AWS_REGION', 'eu-north-1');
const { sealedAnswerExpiresOn } = await import('../../../../shared/adapters/retention.ts');

describe.each([
  ['2026-Q1', '2027-Q1', '2027-04'],
  ['2026-Q3', '2027-Q3', '2027-10'],
  ['2026-Q4', '2027-Q4', '2028-01'],
])('the answers of %s', (quarter, last, month) => {
  it(`can be counted until ${last}, the fourth period after their own`, () => {
    expect(lastPeriodFor(quarter)).toBe(last);
    expect(quartersBetween(quarter, last)).toHaveLength(5);
    expect(pastWaitingFrom(quarter)).toBe(month);
  });

  it('expire together, at the start of a month, whenever in the quarter they came', () => {
    const expiries = monthsOf(quarter).map(sealedAnswerExpiresOn);
    expect(new Set(expiries)).toEqual(new Set([Date.parse(`${month}-01T00:00:00Z`) / 1000]));
  });
});
