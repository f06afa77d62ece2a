import { contextName } from '../../shared/adapters/crypto/contexts.ts';
import { makePreferenceReference } from '../../shared/adapters/crypto/preference-links.ts';
import { regionTag } from '../../shared/adapters/crypto/region-tags.ts';
import { makeTicket } from '../../shared/adapters/crypto/tickets.ts';
import { handOver, type Handover } from '../../shared/adapters/mailer.ts';
import type { Request } from '../../shared/adapters/requests.ts';
import { readUnit, registerContext } from '../../shared/adapters/settings.ts';
import { monthAt, monthsAfter } from '../../shared/domain/calendar/month.ts';
import { ticketMonths } from '../../shared/domain/calendar/ticket-term.ts';
import { preferencesLink, surveyName } from '../../shared/domain/respondent/link.ts';
import { mailAudienceOf } from '../../shared/domain/respondent/mail-audience.ts';
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
  const region = await makeContextKnown(room.settings, name, request);
  const lastMonth = monthsAfter(monthAt(now), ticketMonths);
  const ticket = makeTicket(ticketsKey, lastMonth);
  const survey = surveyName(context.questionSet, context.questionSetVersion);
  const reference = makePreferenceReference(preferencesKey, { contactHash, requestId });
  const preferences = preferencesLink(origin, language, reference);
  const audience = mailAudienceOf(context);
  const sender = senderIn(language, room.sender);
  const message = composeRequestMail(
    { origin, language, fellBack, audience, sender, survey, region, lastMonth, preferences },
    { ticket, context: name },
  );
  return handOver({ sender, to: address, configurationSet, requestId }, message);
}

/**
 * Contexts that this function's instance has registered, with the tag of the region where they belong: most requests
 * share one of a few. The tag chooses what somebody reads at the end and nothing else, so it may be older than the unit.
 */
const known = new Map<string, string | undefined>();

async function makeContextKnown(
  settings: string,
  name: string,
  { context }: Request,
): Promise<string | undefined> {
  if (known.has(name)) return known.get(name);
  const unit = await readUnit(settings, context.unit);
  await registerContext(settings, name, context);
  const tag = unit && regionTag(unit.region);
  known.set(name, tag);
  return tag;
}
