import type { Request } from '../../shared/adapters/requests.ts';
import { context } from './answers.ts';

/** A request that is due now, for one mail to p1@example.org. @param now epoch milliseconds */
export const dueRequest = (now: number, changes: Partial<Request> = {}): Request => ({
  requestId: 'r-1',
  state: 'due',
  contactHash: 'ann',
  address: 'p1@example.org',
  language: 'fi',
  fellBack: false,
  context: context(),
  dueAt: now,
  expiresAt: now + 14 * 24 * 60 * 60 * 1000,
  minimumGapDays: 30,
  ...changes,
});
