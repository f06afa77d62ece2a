import { postponeRequest } from '../../shared/adapters/due-marks.ts';
import { changePending, type Change } from '../../shared/adapters/pending-changes.ts';
import { readPending } from '../../shared/adapters/pending-requests.ts';
import type { Seen } from '../../shared/adapters/request-claims.ts';
import type { Request } from '../../shared/adapters/requests.ts';
import { readRule } from '../../shared/adapters/rules.ts';
import type { Known } from '../../shared/domain/decisions/known.ts';
import { leavesBefore } from '../../shared/domain/decisions/leaving.ts';
import { recheck, type Recheck } from '../../shared/domain/decisions/recheck.ts';
import type { RequestState } from '../../shared/domain/request-state.ts';

export type Look =
  /** It may leave now: as it stands after the look, and what has been seen of all that concerns it. */
  | { readonly kind: 'may-leave'; readonly request: Request; readonly seen: Seen }
  /** It has a mark by which it is found when its time has come. */
  | { readonly kind: 'waits' }
  | { readonly kind: 'ended'; readonly state: RequestState }
  /** Somebody else has changed what was read: look once more. */
  | { readonly kind: 'changed-meanwhile' };

type Room = {
  readonly invitations: string;
  readonly settings: string;
  readonly now: number;
  /** Whether the version of a form that the request asks with was withdrawn since it was decided. */
  readonly isFormWithdrawn: boolean;
};

/**
 * Looks again at a request that is due, by the very rule that decided it: because something about its person, case or
 * address has changed, or because it can't leave in its slot. What stops it is kept with it.
 *
 * @param earliest before when it can't leave, epoch milliseconds
 */
export async function lookAgain(request: Request, earliest: number, room: Room): Promise<Look> {
  const { invitations, settings, now, isFormWithdrawn } = room;
  const [found, rule] = await Promise.all([
    readPending(invitations, request),
    readRule(settings, request.rule.id, request.rule.version),
  ]);
  if (found === undefined || rule === undefined)
    throw new Error('a request without the event or the rule that it was decided by');
  const { pending, known } = found;
  const outcome: Recheck = isFormWithdrawn
    ? { kind: 'withdraw', reason: 'no-language-form' }
    : recheck(pending, rule, known, Math.max(earliest, now, request.dueAt));

  if (outcome.kind === 'may-leave' && isInSlotOf(request, outcome.at)) {
    if (outcome.at <= now) return { kind: 'may-leave', request, seen: seenIn(known, request) };
    await postponeRequest(invitations, request.requestId, outcome.at);
    return { kind: 'waits' };
  }
  const change = changeFor(outcome, now);
  const sequence = await changePending(invitations, { request, rule, known }, change, now);
  if (sequence === undefined) return { kind: 'changed-meanwhile' };
  if (change.kind !== 'move')
    return { kind: 'ended', state: change.kind === 'withdraw' ? 'withdrawn' : 'expired-before-sending' };
  if (!change.isNow) return { kind: 'waits' };
  const { at } = change;
  const { expiresAt } = request;
  const before = leavesBefore(rule, known.case.holds, { at, expiresAt });
  // The change has brought both ledgers to its own sequence.
  const seen = { contact: sequence, case: sequence };
  return {
    kind: 'may-leave',
    request: { ...request, dueAt: at, leavesBefore: before, seen: sequence },
    seen,
  };
}

const seenIn = ({ contacts, case: { sequence } }: Known, { contactHash, seen }: Request): Seen => ({
  contact: contacts.get(contactHash)?.sequence ?? seen,
  case: sequence,
});

const isInSlotOf = ({ dueAt, leavesBefore }: Request, at: number): boolean =>
  dueAt <= at && at < leavesBefore;

function changeFor(outcome: Recheck, now: number): Change {
  switch (outcome.kind) {
    case 'may-leave':
      return { kind: 'move', at: outcome.at, isNow: outcome.at <= now };
    case 'withdraw':
      return { kind: 'withdraw', reason: outcome.reason };
    case 'expired':
      return { kind: 'expire' };
  }
}
