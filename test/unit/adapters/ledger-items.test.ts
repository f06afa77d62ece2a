/** How long ledgers are kept: no longer than they can matter, and whatever keeps people safe for good. */
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { describe, expect, it, vi } from 'vitest';
import { days } from '../../../shared/domain/calendar/duration.ts';
import {
  emptyCase,
  emptyContact,
  emptyHousehold,
  type Preference,
} from '../../../shared/domain/decisions/ledger.ts';
import { pastAsk } from '../../support/decision-facts.ts';

vi.stubEnv('AWS_REGION', 'eu-north-1');
const { advanceCase, advanceContact, advanceHousehold } =
  await import('../../../shared/adapters/ledger-items.ts');

const now = Date.parse('2026-03-10T10:00:00+02:00');

/** Until which day an item is kept; for good where it has no end. */
function keptUntil({ Update: update }: TransactWriteItem): string {
  const { UpdateExpression: expression = '', ExpressionAttributeValues: values = {} } = update ?? {};
  if (expression.endsWith('REMOVE #expiresOn')) return 'for good';
  return new Date(Number(unmarshall(values)[':expiresOn']) * 1000).toISOString().slice(0, 10);
}

describe('a ledger', () => {
  it('is kept for thirteen full months after its last change', () => {
    expect(keptUntil(advanceContact('table', 'ann', emptyContact, now))).toBe('2027-05-01');
    expect(keptUntil(advanceHousehold('table', 'h', emptyHousehold, now))).toBe('2027-05-01');
    expect(keptUntil(advanceCase('table', 'c', emptyCase, now))).toBe('2027-05-01');
  });

  it('is kept so long after its last ask, which may be planned for later', () => {
    const asks = [pastAsk(now + days(200)), pastAsk(now)];
    expect(keptUntil(advanceContact('table', 'ann', { ...emptyContact, asks }, now))).toBe('2027-11-01');
    expect(keptUntil(advanceHousehold('table', 'h', { ...emptyHousehold, asks }, now))).toBe('2027-11-01');
    expect(keptUntil(advanceCase('table', 'c', { ...emptyCase, asks }, now))).toBe('2027-11-01');
  });

  it.each<[Preference, string]>([
    [{ kind: 'opted-out' }, 'for good'],
    [{ kind: 'paused', until: Date.parse('2026-09-10T10:00:00+03:00') }, '2027-11-01'],
    [{ kind: 'open' }, '2027-05-01'],
  ])('of a person who said %j is kept until %s', (preference, until) => {
    expect(keptUntil(advanceContact('table', 'ann', { ...emptyContact, preference }, now))).toBe(until);
  });

  it.each<[string, number | null, number | null, string]>([
    ['stands', 5, null, 'for good'],
    ['was lifted', 5, 6, '2027-05-01'],
    ['stands again', 7, 6, 'for good'],
  ])('of a case whose block %s is kept accordingly', (_, since, liftedAt, until) => {
    const blocks = [{ flag: 'contact-restricted' as const, since, liftedAt }];
    expect(keptUntil(advanceCase('table', 'c', { ...emptyCase, blocks }, now))).toBe(until);
  });

  it('of a person keeps what pending requests have to be looked at again for', () => {
    const told = { disturbedAt: 7, flags: ['no-messages' as const], flagsToldAt: 5 };
    const { Update: update } = advanceContact('table', 'ann', { ...emptyContact, ...told, version: 3 }, now);
    expect(unmarshall(update?.ExpressionAttributeValues ?? {})).toMatchObject({
      ':disturbedAt': 7,
      ':flags': ['no-messages'],
      ':flagsToldAt': 5,
    });
  });
});
