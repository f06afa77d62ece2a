import type { Language } from '../vocabulary.ts';
import { html, Markup } from './markup.ts';
import { pageStyle } from './page-assets.ts';
import { pageTexts } from './page-texts.ts';

/** A page for the respondent, by what it is for; the name stands in the page too, for tests and for nobody else. */
export type PageKind =
  'code' | 'questions' | 'thanks' | 'used' | 'expired' | 'preferences' | 'preferences-unknown';

export type Frame = {
  readonly language: Language;
  readonly kind: PageKind;
  readonly title: string;
  /** What stands above the page, such as its other languages. */
  readonly above?: Markup;
  readonly script?: Markup;
};

export const nothing = new Markup('');

/** A whole page: one response, with where to turn in need at its end. */
export function framed(
  { language, kind, title, above = nothing, script = nothing }: Frame,
  content: Markup,
): string {
  const texts = pageTexts[language];
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <style>${new Markup(pageStyle)}</style>
      </head>
      <body>
        ${above}
        <main data-page="${kind}">
          <h1>${title}</h1>
          ${content}
        </main>
        <footer>
          <p>${texts.safety}</p>
          <p>${texts.complaint}</p>
        </footer>
        ${script}
      </body>
    </html>`.html;
}
