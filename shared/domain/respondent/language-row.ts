import { languages, type Language } from '../vocabulary.ts';
import { html, type Markup } from './markup.ts';

/** Each language's name for itself. */
export const languageNames: Readonly<Record<Language, string>> = {
  fi: 'suomi',
  sv: 'svenska',
  en: 'English',
};

/**
 * Leads to the same page in the other languages.
 *
 * @param label what the row is, for a screen reader
 */
export function languageRow(
  current: Language,
  label: string,
  pathIn: (language: Language) => string,
): Markup {
  const items = languages.map((language) => {
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
