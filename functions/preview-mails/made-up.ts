import type { MailPreviewQuery } from '../../shared/api/mails.ts';
import { monthAt, monthsAfter } from '../../shared/domain/calendar/month.ts';
import { ticketMonths } from '../../shared/domain/calendar/ticket-term.ts';
import { currentVersion, type Standing } from '../../shared/domain/questions/catalogue.ts';
import {
  contextBytes,
  preferencesLink,
  surveyName,
  ticketBytes,
  type Invitation,
} from '../../shared/domain/respondent/link.ts';
import { formAudienceOf } from '../../shared/domain/form-audience.ts';
import { senderIn, type MailSender } from '../../shared/domain/respondent/mail-sender.ts';
import { composeRequestMail, type RequestMail } from '../../shared/domain/respondent/mail.ts';
import { defaultRules } from '../../shared/domain/rules/default-rules.ts';

const zeros = (bytes: number): string => Buffer.alloc(bytes).toString('base64url');

/** Nothing but zeros, which no key has signed; and a ticket of zeros has expired in January 2020. */
const invitation: Invitation = { ticket: zeros(ticketBytes), context: zeros(contextBytes) };
/** As long as a reference is that opens somebody's preferences. */
const reference = zeros(48);

/** The form that the shipped rules ask such a person with; where they ask no such person, the shortest. */
function surveyFor({ role, ageBand }: MailPreviewQuery, standings: readonly Standing[]): string {
  const audiences = defaultRules.flatMap((rule) => rule.audiences);
  const { questionSet: id = 'meeting' } =
    audiences.find((one) => one.role === role && (one.ageBands?.includes(ageBand) ?? true)) ?? {};
  return surveyName(id, currentVersion(id, standings) ?? 1);
}

/**
 * The mail that such a person would get, word for word; but its invitation and its link to the preferences are made up, and
 * both are refused.
 *
 * @param origin scheme and host of the survey page
 * @param standings which versions of forms are published and withdrawn
 * @param now epoch milliseconds
 */
export function madeUpMail(
  query: MailPreviewQuery,
  {
    sender,
    origin,
    standings,
    now,
  }: { sender: MailSender; origin: string; standings: readonly Standing[]; now: number },
): RequestMail {
  const { language } = query;
  return composeRequestMail(
    {
      ...{ origin, language },
      fellBack: query.standIn === 'yes',
      audience: formAudienceOf(query),
      sender: senderIn(language, sender),
      survey: surveyFor(query, standings),
      lastMonth: monthsAfter(monthAt(now), ticketMonths),
      preferences: preferencesLink(origin, language, reference),
    },
    invitation,
  );
}
