import { recordPlace } from '../../shared/adapters/record-order.ts';
import type { Request } from '../../shared/adapters/requests.ts';
import { dueRequest } from './requests.ts';

let made = 0;

/** The record of a request that has ended. @param at such as `2026-05-15T12:00:00+03:00` */
export function endedRequest(
  contactHash: string,
  at: string,
  changes: Partial<Request> = {},
): Readonly<Record<string, unknown>> {
  made += 1;
  const requestId = `ended-${made}`;
  return {
    pk: `REQUEST#${requestId}`,
    sk: 'REQUEST',
    ...dueRequest(Date.parse(at), { requestId, contactHash, address: undefined }),
    state: 'sent',
    kind: 'ended',
    ...recordPlace(Date.parse(at), requestId),
    ...changes,
  };
}
