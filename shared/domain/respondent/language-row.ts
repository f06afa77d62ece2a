import type { FormLanguage } from '../vocabulary.ts';
import { html, type Markup } from './markup.ts';

/** Each language's name for itself. */
export const languageNames: Readonly<Record<FormLanguage, string>> = {
  fi: 'suomi',
  sv: 'svenska',
  en: 'English',
  'fi-x-selko': 'selkosuomi',
};

/**
 * Leads to the same page in the other languages.
 *
 * @param label what the row is, for a screen reader
 * @param offered those in which the page is there
 */
export function languageRow<Offered extends FormLanguage>(
  current: Offered,
  label: string,
  pathIn: (language: Offered) => string,
  offered: readonly Offered[],
): Markup {
  const items = offered.map((language) => {
    const name = languageNames[language];
    return language === current
      ? html`<li><span aria-current="page">${name}</span></li>`
      : html`<li><a href="${pathIn(language)}" lang="${language}" hreflang="${language}">${name}</a></li>`;
  });
  return html`<nav aria-label="${label}">
    <ul>
      ${items}
    </ul>
  </nav>`;
}
