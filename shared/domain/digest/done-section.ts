import { html, type Markup } from '../respondent/markup.ts';
import { nothing } from '../respondent/page-frame.ts';
import { languages, type Language } from '../vocabulary.ts';
import type { Pair, Saying } from './actions.ts';
import { digestTexts } from './texts.ts';

/** "You said, we did", or that there is room for it. */
export function whatIsDone(pairs: readonly Pair[], language: Language): Markup {
  const { title, said, did, none } = digestTexts[language].actions;
  const items = pairs.map(
    (pair) => html`<li>
      <p><strong>${said}</strong> ${saying(pair.said, language)}</p>
      <p><strong>${did}</strong> ${saying(pair.did, language)}</p>
    </li>`,
  );
  return html`<section id="done">
    <h2>${title}</h2>
    ${items.length === 0 ? html`<p>${none}</p>` : html`<ul class="pairs">${items}</ul>`}
  </section>`;
}

/** In the page's language, or in the first that there is, which is said to whoever reads aloud. */
function saying(text: Saying, language: Language): Markup {
  const spoken = [language, ...languages].find((candidate) => text[candidate] !== undefined);
  if (spoken === undefined) return nothing;
  const words = text[spoken] ?? '';
  return spoken === language ? html`${words}` : html`<span lang="${spoken}">${words}</span>`;
}
