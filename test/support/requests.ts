import type { Request } from '../../shared/adapters/requests.ts';
import { context } from './answers.ts';

/** A request that is due now, for one mail to p1@example.org. @param now epoch milliseconds, on a weekday by day */
export const dueRequest = (now: number, changes: Partial<Request> = {}): Request => ({
  requestId: 'r-1',
  state: 'due',
  contactHash: 'ann',
  address: 'p1@example.org',
  language: 'fi',
  fellBack: false,
  context: context(),
  about: {
    eventHash: 'event-1',
    caseHash: 'case-1',
    householdHash: 'household-1',
    occasionHash: 'occasion-1',
    addressHash: 'address-1',
  },
  rule: { id: 'plan-meeting-held', version: 1 },
  seen: now - 24 * 60 * 60 * 1000,
  dueAt: now,
  leavesBefore: now + 60 * 60 * 1000,
  expiresAt: now + 14 * 24 * 60 * 60 * 1000,
  minimumGapDays: 30,
  ...changes,
});

/** A request as it is stored. The adapter is imported late, once a test has said where its tables are. */
export async function readRequest(table: string, requestId: string): Promise<Request | undefined> {
  const { readRequestToSend } = await import('../../shared/adapters/requests.ts');
  return (await readRequestToSend({ invitations: table, settings: 'settings' }, requestId))?.request;
}
