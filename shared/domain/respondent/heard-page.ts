import type { HeardInRegion } from '../digest/heard.ts';
import { formLanguages, type FormLanguage } from '../vocabulary.ts';
import { pairsOfRegion } from './heard-section.ts';
import { heardTexts } from './heard-texts.ts';
import { languageRow } from './language-row.ts';
import { heardPath } from './link.ts';
import { html } from './markup.ts';
import type { Organisation } from './organisation.ts';
import { framed } from './page-frame.ts';
import { emergencyOnly } from './turning.ts';

/** What was heard and done in every region, for everyone: words of administrators, and no figures. */
export function heardPage(
  language: FormLanguage,
  regions: readonly HeardInRegion[],
  organisation: Organisation,
): string {
  const texts = heardTexts[language];
  const sections = regions.map(
    ({ region, pairs }) => html`<section><h2>${region}</h2>${pairsOfRegion(language, pairs)}</section>`,
  );
  return framed(
    {
      language,
      kind: 'heard',
      title: texts.title,
      organisation,
      above: languageRow(language, texts.languages, heardPath, formLanguages),
      footer: emergencyOnly(language),
    },
    html`<p>${regions.length === 0 ? texts.none : texts.intro}</p>
      ${sections}`,
  );
}
