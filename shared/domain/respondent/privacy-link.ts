import type { Language } from '../vocabulary.ts';
import { privacyPath } from './link.ts';
import { html, type Markup } from './markup.ts';

const texts: Readonly<Record<Language, { readonly name: string; readonly newTab: string }>> = {
  fi: { name: 'Tietosuoja: mitä vastauksillesi tapahtuu', newTab: 'avautuu uuteen välilehteen' },
  sv: { name: 'Dataskydd: vad som händer med dina svar', newTab: 'öppnas i en ny flik' },
  en: { name: 'Privacy: what happens to your answers', newTab: 'opens in a new tab' },
};

/**
 * Leads to the privacy notice from every other page. In a tab of its own: whoever reads it halfway through a form comes
 * back to the answers, and to the invitation, which the address of the page does not hold any more.
 */
export function privacyLink(language: Language): Markup {
  const { name, newTab } = texts[language];
  return html`<p><a href="${privacyPath(language)}" target="_blank" rel="noopener">${name}</a> (${newTab})</p>`;
}
