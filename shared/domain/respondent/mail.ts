import { startOfDay } from '../calendar/day.ts';
import { monthsAfter, type Month } from '../calendar/month.ts';
import { writtenDay } from '../calendar/written-day.ts';
import type { FormLanguage } from '../vocabulary.ts';
import { surveyLink, typedCode, type Invitation } from './link.ts';
import { html, type Markup } from './markup.ts';
import type { FormAudience } from '../form-audience.ts';
import type { NamedSender } from './mail-sender.ts';
import { mailTexts } from './mail-texts.ts';

/** A request for feedback, as its recipient reads it. Both parts say the same. */
export type RequestMail = {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Address of the preferences page, for mail programs that show a button to unsubscribe. */
  readonly preferences: string;
};

export type MailFacts = {
  /** Scheme and host of the survey page. */
  readonly origin: string;
  readonly language: FormLanguage;
  /** Whether the recipient's own language has no form, so that this one stands in for it. */
  readonly fellBack: boolean;
  readonly audience: FormAudience;
  readonly sender: NamedSender;
  /** The form's version, as {@link surveyName} writes it. */
  readonly survey: string;
  /** The last month in which it can be answered. */
  readonly lastMonth: Month;
  /** Address of the preferences page, as {@link preferencesLink} writes it. */
  readonly preferences: string;
};

/**
 * A paragraph. What is to be followed, copied or typed stands on a line of its own, so that no mail program breaks it; in
 * HTML it stands there as markup.
 */
type Paragraph = { readonly says: string; readonly line?: string; readonly markup?: Markup };

/** Writes the mail. */
export function composeRequestMail(facts: MailFacts, invitation: Invitation): RequestMail {
  const { language, audience, preferences } = facts;
  const paragraphs = paragraphsOf(facts, invitation);
  const { subject } = mailTexts[language][audience];
  return {
    subject,
    preferences,
    text: paragraphs
      .map(({ says, line }) => (line === undefined ? says : `${says}\n${line}`))
      .join('\n\n')
      .concat('\n'),
    html: htmlOf(language, subject, paragraphs),
  };
}

function paragraphsOf(facts: MailFacts, invitation: Invitation): Paragraph[] {
  const { origin, language, survey, preferences, sender } = facts;
  const texts = mailTexts[language][facts.audience];
  const link = surveyLink(origin, language, survey, invitation);
  const code = typedCode(invitation);
  const lastDay = writtenDay(language, startOfDay(`${monthsAfter(facts.lastMonth, 1)}-01`) - 1);
  const optional = (says: string | undefined): Paragraph[] => (says === undefined ? [] : [{ says }]);
  return [
    { says: texts.greeting },
    { says: texts.why },
    ...optional(facts.fellBack ? texts.fellBack : undefined),
    {
      says: texts.link,
      line: link,
      markup: html`<a href="${link}" style="${button}">${withoutSecrets(link)}</a>`,
    },
    { says: texts.until(lastDay) },
    { says: texts.voluntary },
    ...optional(texts.help),
    { says: texts.who(sender.name) },
    {
      says: texts.questions,
      line: sender.replyTo,
      markup: html`<a href="mailto:${sender.replyTo}" style="${target}">${sender.replyTo}</a>`,
    },
    {
      says: texts.preferences,
      line: preferences,
      markup: html`<a href="${preferences}" style="${target}">${withoutSecrets(preferences)}</a>`,
    },
    { says: texts.code, line: code, markup: html`<b>${code}</b>` },
  ];
}

/** What is seen of a link in HTML: where it leads, without the part that is only for machines. */
const withoutSecrets = (address: string): string => address.replace(/[?#].*/, '');

/** No colour is set anywhere, so that every mail program's light and dark have their own contrast. */
const letter = 'font:16px/1.5 sans-serif;max-width:34em;margin:0 auto;padding:16px;overflow-wrap:anywhere';
/** Each is large enough for a thumb. */
const target = 'display:inline-block;padding:10px 0';
const button =
  'display:inline-block;margin-top:8px;padding:12px 16px;border:2px solid;border-radius:8px;font-weight:bold';

function htmlOf(language: FormLanguage, subject: string, paragraphs: readonly Paragraph[]): string {
  const [greeting, ...others] = paragraphs;
  // Many mail programs throw away what stands outside the body: the language is said again inside.
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>${subject}</title>
      </head>
      <body style="margin:0">
        <main lang="${language}" style="${letter}">
          <h1 style="font-size:1.25em;margin:0">${greeting?.says ?? ''}</h1>
          ${others.map(({ says, markup }) =>
            markup === undefined ? html`<p>${says}</p>` : html`<p>${says}<br />${markup}</p>`,
          )}
        </main>
      </body>
    </html>`.html;
}
