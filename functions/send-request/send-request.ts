import { contextName } from '../../shared/adapters/crypto/contexts.ts';
import { handOver, type Handover } from '../../shared/adapters/mailer.ts';
import {
  claimRequest,
  endRequest,
  postponeRequest,
  readRequest,
  unclaimRequest,
  type Request,
  type RequestEnd,
} from '../../shared/adapters/requests.ts';
import { registerContext } from '../../shared/adapters/settings.ts';
import { makeTicket } from '../../shared/adapters/crypto/tickets.ts';
import { info } from '../../shared/lambda/log.ts';
import type { RequestState } from '../../shared/domain/request-state.ts';
import { monthAt, monthsAfter } from '../../shared/domain/month.ts';
import { nextOpening, wakingHours } from '../../shared/domain/rules/due.ts';
import { surveyName } from '../../shared/domain/respondent/link.ts';
import { composeRequestMail } from '../../shared/domain/respondent/mail.ts';

export type Surroundings = {
  readonly invitations: string;
  readonly settings: string;
  readonly ticketsKey: string;
  readonly contextsKey: string;
  readonly sender: string;
  readonly configurationSet: string;
  /** Scheme and host of the survey page. */
  readonly origin: string;
  /** Epoch milliseconds. */
  readonly now: number;
};

/** How long an invitation can be answered: through the end of the second month after it was sent. */
const ticketMonths = 2;

/**
 * Sends one request, if it is still to be sent. The claim comes before the mail: where a run dies in between, or SES
 * does not say, the request ends as `send-uncertain` and nobody is asked twice.
 *
 * @returns what became of the request
 * @throws where it is certain that nothing was sent and the queue should try again
 */
export async function sendRequest(
  requestId: string,
  surroundings: Surroundings,
): Promise<RequestState | 'unknown'> {
  const { invitations, now } = surroundings;
  const request = await readRequest(invitations, requestId);
  if (request?.address === undefined) return request?.state ?? 'unknown';
  if (request.state === 'claimed') return conclude(request, 'uncertain', surroundings);
  if (now > request.expiresAt) return end(surroundings, requestId, 'expired-before-sending', ['due']);
  if (nextOpening(wakingHours, now) > now) return waitUntil(now, request, surroundings);

  const claim = await claimRequest(invitations, request, now);
  switch (claim.kind) {
    case 'not-due':
      return 'claimed';
    case 'too-soon':
      return waitUntil(claim.possibleAt, request, surroundings);
    case 'claimed':
      return conclude(request, await mail(request, request.address, surroundings), surroundings);
  }
}

/**
 * Makes a request due again in the next waking hour, or drops it where that would be too late.
 *
 * @param earliest epoch milliseconds
 */
async function waitUntil(
  earliest: number,
  { requestId, expiresAt }: Request,
  surroundings: Surroundings,
): Promise<RequestState> {
  const at = nextOpening(wakingHours, earliest);
  if (at > expiresAt) return end(surroundings, requestId, 'expired-before-sending', ['due']);
  await postponeRequest(surroundings.invitations, requestId, at);
  return 'due';
}

async function mail(request: Request, address: string, surroundings: Surroundings): Promise<Handover> {
  const { context, language, fellBack } = request;
  const { ticketsKey, contextsKey, origin, sender, configurationSet, now } = surroundings;
  try {
    const name = contextName(contextsKey, context);
    await makeContextKnown(surroundings.settings, name, request);
    const survey = surveyName(context.questionSet, context.questionSetVersion);
    const ticket = makeTicket(ticketsKey, monthsAfter(monthAt(now), ticketMonths));
    const message = composeRequestMail({ origin, language, fellBack, survey }, { ticket, context: name });
    return await handOver({ from: sender, to: address, configurationSet }, message);
  } catch (error) {
    await unclaimRequest(surroundings.invitations, request);
    throw error;
  }
}

/** Contexts that this function's instance has registered: most requests share one of a few. */
const known = new Set<string>();

async function makeContextKnown(settings: string, name: string, { context }: Request): Promise<void> {
  if (known.has(name)) return;
  await registerContext(settings, name, context);
  known.add(name);
}

/** When SES takes no mail, it is asked again after so long: minutes, since quotas are by the second and by the day. */
const pauseMs = 10 * 60 * 1000;

async function conclude(
  request: Request,
  handover: Handover,
  surroundings: Surroundings,
): Promise<RequestState> {
  const { requestId } = request;
  switch (handover) {
    case 'sent':
      // Another delivery of the same message may have found the claim and called it uncertain; this run knows better.
      return end(surroundings, requestId, 'sent', ['claimed', 'send-uncertain']);
    case 'refused':
      info('a mail was refused', { requestId });
      return end(surroundings, requestId, 'send-failed', ['claimed', 'send-uncertain']);
    case 'uncertain':
      info('nobody knows whether a mail left', { requestId });
      return end(surroundings, requestId, 'send-uncertain', ['claimed']);
    case 'not-now':
      info('mail is not taken now', { requestId });
      await unclaimRequest(surroundings.invitations, request);
      return waitUntil(surroundings.now + pauseMs, request, surroundings);
  }
}

async function end(
  { invitations, now }: Surroundings,
  requestId: string,
  state: RequestEnd['end'],
  from: readonly RequestState[],
): Promise<RequestState> {
  await endRequest(invitations, { requestId, end: state, now }, from);
  return state;
}
