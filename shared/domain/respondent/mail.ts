import type { Language } from '../vocabulary.ts';
import { surveyLink, typedCode, type Invitation } from './link.ts';
import { html } from './markup.ts';
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
  readonly language: Language;
  /** Whether the recipient's own language has no form, so that this one stands in for it. */
  readonly fellBack: boolean;
  /** The form's version, as {@link surveyName} writes it. */
  readonly survey: string;
  /** Address of the preferences page, as {@link preferencesLink} writes it. */
  readonly preferences: string;
};

/** Writes the mail. The links and the code stand on lines of their own, so that no mail program breaks them. */
export function composeRequestMail(facts: MailFacts, invitation: Invitation): RequestMail {
  const { preferences } = facts;
  const texts = mailTexts[facts.language];
  const link = surveyLink(facts.origin, facts.language, facts.survey, invitation);
  const code = typedCode(invitation);
  const opening = [texts.greeting, texts.why, ...(facts.fellBack ? [texts.fellBack] : [])];
  const closing = [texts.voluntary, texts.once];
  return {
    subject: texts.subject,
    preferences,
    text: [
      ...opening,
      `${texts.link}\n${link}`,
      ...closing,
      `${texts.preferences}\n${preferences}`,
      `${texts.code}\n${code}`,
    ]
      .join('\n\n')
      .concat('\n'),
    html: html`<!doctype html>
      <html lang="${facts.language}">
        <head>
          <meta charset="utf-8" />
          <meta name="color-scheme" content="light dark" />
          <title>${texts.subject}</title>
        </head>
        <body style="font:16px/1.5 sans-serif;max-width:34em;margin:0 auto;padding:16px">
          ${opening.map((line) => html`<p>${line}</p>`)}
          <p>${texts.link} <a href="${link}">${facts.origin}/${facts.language}/s/${facts.survey}</a></p>
          ${closing.map((line) => html`<p>${line}</p>`)}
          <p>${texts.preferences}<br><a href="${preferences}">${preferences.replace(/\?.*/, '')}</a></p>
          <p>${texts.code}<br><b>${code}</b></p>
        </body>
      </html>`.html,
  };
}
