import type { FormAudience } from '../form-audience.ts';
import { staffLanguage, type FormLanguage } from '../vocabulary.ts';
import { frameTexts } from './frame-texts.ts';
import { html, Markup } from './markup.ts';
import { pageStyle } from './page-assets.ts';
import type { Organisation } from './organisation.ts';
import type { Spoken } from './page-texts.ts';
import type { ProblemKind } from './problem-texts/wording.ts';
import { statements, whereToTurn, type Statement } from './turning.ts';

/** A page for the respondent, or for whoever wants to know what was heard, by what it is for; the name stands in the page too, for tests and for nobody else. */
export type PageKind =
  | 'code'
  | 'questions'
  | 'thanks'
  | 'used'
  | 'expired'
  | 'preferences'
  | 'preferences-unknown'
  | Statement
  | 'heard'
  | 'digest'
  | 'digest-missing'
  | ProblemKind;

/** Of pages that ask, whose end tells where to turn; and of pages that end with something else. */
type Ended =
  | { readonly organisation: Organisation; readonly footer?: undefined }
  | {
      /** Whose page it is; not said when left out. */
      readonly organisation?: Organisation;
      readonly footer: Markup;
    };

export type Frame = Ended & {
  readonly language: FormLanguage;
  /** Whom it speaks to; adults, or whoever it may be, when left out. */
  readonly audience?: FormAudience;
  readonly kind: PageKind;
  readonly title: string;
  /** The title once more, as a heading, when left out. */
  readonly heading?: Markup;
  /** What stands above the page, such as its other languages. */
  readonly above?: Markup;
  readonly script?: Markup;
  /** That of every page for the respondent, when left out. */
  readonly style?: string;
};

/** The way in which a language is written. */
const directions: Readonly<Record<FormLanguage, 'ltr' | 'rtl'>> = {
  fi: 'ltr',
  sv: 'ltr',
  en: 'ltr',
  'fi-x-selko': 'ltr',
};

export const nothing = new Markup('');

/** A whole page in one response. */
export function framed(frame: Frame, content: Markup): string {
  const { language, kind, title, above = nothing, script = nothing, style = pageStyle } = frame;
  const { heading = html`<h1>${title}</h1>`, audience = 'adult', organisation } = frame;
  return html`<!doctype html>
    <html lang="${language}" dir="${directions[language]}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title.replaceAll('\u00AD', '')}</title>
        <style>${new Markup(style)}</style>
      </head>
      <body>
        ${organisation === undefined ? nothing : banner({ language, audience }, organisation)} ${above}
        <main data-page="${kind}">
          ${heading}
          ${content}
        </main>
        <footer>
          ${frame.footer ?? whereToTurn({ language, audience }, frame.organisation)}
          ${statements(language, kind === 'privacy' || kind === 'accessibility' ? kind : undefined)}
        </footer>
        ${script}
      </body>
    </html>`.html;
}

/**
 * Who asks, and the way out: a link that leads at once to a page of which nobody would think anything. A worker is asked
 * about work, and has nobody to hide it from.
 */
function banner({ language, audience }: Spoken, { name, leaveTo }: Organisation): Markup {
  const leave = html`<a id="leave" href="${leaveTo}" rel="noreferrer">${frameTexts[language].leave}</a>`;
  return html`<header>
    <span>${name[staffLanguage[language]]}</span> ${audience === 'worker' ? nothing : leave}
  </header>`;
}
