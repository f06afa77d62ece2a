import type { Language } from '../vocabulary.ts';
import { html, Markup } from './markup.ts';
import { pageStyle } from './page-assets.ts';
import { pageTexts } from './page-texts.ts';
import { privacyLink } from './privacy-link.ts';

/** A page for the respondent, or for whoever wants to know what was heard, by what it is for; the name stands in the page too, for tests and for nobody else. */
export type PageKind =
  | 'code'
  | 'questions'
  | 'thanks'
  | 'used'
  | 'expired'
  | 'preferences'
  | 'preferences-unknown'
  | 'privacy'
  | 'digest'
  | 'digest-missing';

export type Frame = {
  readonly language: Language;
  readonly kind: PageKind;
  readonly title: string;
  /** The title once more, as a heading, when left out. */
  readonly heading?: Markup;
  /** What stands above the page, such as its other languages. */
  readonly above?: Markup;
  readonly script?: Markup;
  /** That of every page for the respondent, when left out. */
  readonly style?: string;
  /** What stands at the end; where to turn in need, and with a complaint, when left out. */
  readonly footer?: Markup;
};

export const nothing = new Markup('');

/** A whole page in one response. */
export function framed(frame: Frame, content: Markup): string {
  const { language, kind, title, above = nothing, script = nothing, style = pageStyle } = frame;
  const { heading = html`<h1>${title}</h1>`, footer = whereToTurn(language) } = frame;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <style>${new Markup(style)}</style>
      </head>
      <body>
        ${above}
        <main data-page="${kind}">
          ${heading}
          ${content}
        </main>
        <footer>${footer} ${kind === 'privacy' ? nothing : privacyLink(language)}</footer>
        ${script}
      </body>
    </html>`.html;
}

function whereToTurn(language: Language): Markup {
  const { emergency, helpline, complaint } = pageTexts[language];
  return html`<p>${emergency} ${helpline}</p>
    <p>${complaint}</p>`;
}
