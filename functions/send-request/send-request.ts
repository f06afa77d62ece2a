import type { Handover } from '../../shared/adapters/mailer.ts';
import { postponeRequest } from '../../shared/adapters/due-marks.ts';
import {
  claimRequest,
  endRequest,
  unclaimRequest,
  type RequestEnd,
  type Seen,
} from '../../shared/adapters/request-claims.ts';
import { readRequestToSend, type Request } from '../../shared/adapters/requests.ts';
import type { RequestState } from '../../shared/domain/request-state.ts';
import { info } from '../../shared/lambda/log.ts';
import { mailRequest, type MailRoom } from './mail-request.ts';
import { lookAgain } from './look-again.ts';

export type Surroundings = MailRoom & {
  readonly invitations: string;
  /** Epoch milliseconds. */
  readonly now: number;
};

/** Where one request is sent. */
type Room = Surroundings & { readonly isFormWithdrawn: boolean };

/** What became of a request; unknown where its record is gone. */
type Handled = RequestState | 'unknown';

/** How often a request is looked at again in one run before it waits for the next. */
const looksMost = 4;

/**
 * Sends one request, if it is still to be sent. The claim comes before the mail: where a run dies in between, or SES
 * does not say, the request ends as `send-uncertain` and nobody is asked twice.
 *
 * A request that leaves in the slot for which it was decided, with nothing changed since, costs one claim and one
 * closing write. Any other is looked at again by the gates that decided it. Nobody is asked with a form that was withdrawn
 * meanwhile: its page would say so.
 *
 * @returns what became of the request
 * @throws where it is certain that nothing was sent and the queue should try again
 */
export async function sendRequest(requestId: string, surroundings: Surroundings): Promise<Handled> {
  const { now } = surroundings;
  const found = await readRequestToSend(surroundings, requestId);
  if (found?.request.address === undefined) return found?.request.state ?? 'unknown';
  const { request, isFormWithdrawn } = found;
  if (request.state === 'claimed') return conclude(request, 'uncertain', surroundings);
  const isInSlot = request.dueAt <= now && now < request.leavesBefore;
  const room = { ...surroundings, isFormWithdrawn };
  return isInSlot && !isFormWithdrawn
    ? claimAndMail(request, { contact: request.seen, case: request.seen }, room, looksMost)
    : reconsider(request, now, room, looksMost);
}

async function claimAndMail(
  request: Request,
  seen: Seen,
  surroundings: Room,
  looksLeft: number,
): Promise<Handled> {
  const { invitations, now } = surroundings;
  const claim = await claimRequest(invitations, request, { now, seen });
  switch (claim.kind) {
    case 'not-due':
      return 'claimed';
    case 'too-soon':
      return reconsider(request, claim.possibleAt, surroundings, looksLeft);
    case 'disturbed':
      return reconsider(request, now, surroundings, looksLeft);
    case 'claimed':
      return conclude(request, await mailOrGiveBack(request, surroundings), surroundings);
  }
}

/** @param earliest before when it can't leave, epoch milliseconds */
async function reconsider(
  request: Request,
  earliest: number,
  surroundings: Room,
  looksLeft: number,
): Promise<Handled> {
  const { requestId } = request;
  // The queue brings it again: whatever changes so often about one person is over by then.
  if (looksLeft === 0) throw new Error('a request changed each time that it was looked at');
  const look = await lookAgain(request, earliest, surroundings);
  switch (look.kind) {
    case 'ended':
      info('a request was stopped before it left', { requestId });
      return look.state;
    case 'waits':
      return 'due';
    case 'changed-meanwhile': {
      const changed = await readRequestToSend(surroundings, requestId);
      if (changed?.request.state !== 'due') return changed?.request.state ?? 'unknown';
      const { request: waiting, isFormWithdrawn } = changed;
      return reconsider(waiting, earliest, { ...surroundings, isFormWithdrawn }, looksLeft - 1);
    }
    case 'may-leave':
      return claimAndMail(look.request, look.seen, surroundings, looksLeft - 1);
  }
}

async function mailOrGiveBack(request: Request, surroundings: Surroundings): Promise<Handover> {
  try {
    return await mailRequest(request, surroundings);
  } catch (error) {
    await unclaimRequest(surroundings.invitations, request);
    throw error;
  }
}

/** When SES takes no mail, it is asked again after so long: minutes, since quotas are by the second and by the day. */
const pauseMs = 10 * 60 * 1000;

async function conclude(
  request: Request,
  handover: Handover,
  surroundings: Surroundings,
): Promise<RequestState> {
  const { requestId } = request;
  const { invitations, now } = surroundings;
  switch (handover) {
    case 'sent':
      // Another delivery of the same message may have found the claim and called it uncertain; this run knows better.
      return end(surroundings, request, 'sent', ['claimed', 'send-uncertain']);
    case 'refused':
      info('a mail was refused', { requestId });
      return end(surroundings, request, 'send-failed', ['claimed', 'send-uncertain']);
    case 'uncertain':
      info('nobody knows whether a mail left', { requestId });
      return end(surroundings, request, 'send-uncertain', ['claimed']);
    case 'not-now':
      info('mail is not taken now', { requestId });
      await unclaimRequest(invitations, request);
      // Where its slot is over by then, it is looked at again.
      await postponeRequest(invitations, requestId, now + pauseMs);
      return 'due';
  }
}

async function end(
  { invitations, now }: Surroundings,
  { requestId, seen }: Request,
  state: RequestEnd['end'],
  from: readonly RequestState[],
): Promise<RequestState> {
  // A request that was moved to now and mailed at once ends after its move, in the order of records as well.
  await endRequest(invitations, { requestId, end: state, now: Math.max(now, seen + 1) }, from);
  return state;
}
