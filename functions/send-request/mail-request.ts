import { contextName } from '../../shared/adapters/crypto/contexts.ts';
import { makePreferenceReference } from '../../shared/adapters/crypto/preference-links.ts';
import { makeTicket } from '../../shared/adapters/crypto/tickets.ts';
import { handOver, type Handover } from '../../shared/adapters/mailer.ts';
import type { Request } from '../../shared/adapters/requests.ts';
import { registerContext } from '../../shared/adapters/settings.ts';
import { monthAt, monthsAfter } from '../../shared/domain/calendar/month.ts';
import { ticketMonths } from '../../shared/domain/calendar/ticket-term.ts';
import { preferencesLink, surveyName } from '../../shared/domain/respondent/link.ts';
import { formAudienceOf } from '../../shared/domain/form-audience.ts';
import { senderIn, type MailSender } from '../../shared/domain/respondent/mail-sender.ts';
import { composeRequestMail } from '../../shared/domain/respondent/mail.ts';

/** What writing and handing over a mail takes. */
export type MailRoom = {
  readonly settings: string;
  readonly ticketsKey: string;
  readonly contextsKey: string;
  readonly preferencesKey: string;
  readonly sender: MailSender;
  readonly configurationSet: string;
  /** Scheme and host of the survey page. */
  readonly origin: string;
  /** Epoch milliseconds. */
  readonly now: number;
};

/** Writes the mail of a request, with a ticket that is forgotten right after, and hands it over. */
export async function mailRequest(request: Request, room: MailRoom): Promise<Handover> {
  const { requestId, contactHash, address, context, language, fellBack } = request;
  if (address === undefined) throw new Error('a request that is claimed has an address');
  const { ticketsKey, contextsKey, preferencesKey, origin, configurationSet, now } = room;
  const name = contextName(contextsKey, context);
  await makeContextKnown(room.settings, name, request);
  const lastMonth = monthsAfter(monthAt(now), ticketMonths);
  const ticket = makeTicket(ticketsKey, lastMonth);
  const survey = surveyName(context.questionSet, context.questionSetVersion);
  const reference = makePreferenceReference(preferencesKey, { contactHash, requestId });
  const preferences = preferencesLink(origin, language, reference);
  const audience = formAudienceOf(context);
  const sender = senderIn(language, room.sender);
  const message = composeRequestMail(
    { origin, language, fellBack, audience, sender, survey, lastMonth, preferences },
    { ticket, context: name },
  );
  return handOver({ sender, to: address, configurationSet, requestId }, message);
}

/** Contexts that this function's instance has registered: most requests share one of a few. */
const known = new Set<string>();

async function makeContextKnown(settings: string, name: string, { context }: Request): Promise<void> {
  if (known.has(name)) return;
  await registerContext(settings, name, context);
  known.add(name);
}
