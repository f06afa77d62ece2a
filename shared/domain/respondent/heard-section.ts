import type { RegionPair, RegionSaying } from '../digest/actions.ts';
import type { HeardInRegion } from '../digest/heard.ts';
import { languages, staffLanguage, type FormLanguage } from '../vocabulary.ts';
import { heardTexts } from './heard-texts.ts';
import { heardPath } from './link.ts';
import { html, Markup } from './markup.ts';
import { nothing } from './page-frame.ts';

/** What was heard in a region, under the tag that stands for it in links. */
export type TaggedRegion = HeardInRegion & { readonly tag: string };

/**
 * What all regions together may add to the page behind a link, in bytes before compression. The page has 14 336 bytes
 * compressed, and the largest form leaves more than this even where nothing of it could be compressed.
 */
export const inlinedBytesMost = 2048;

/**
 * What the page behind a link holds for after thanks: the same for everyone, so that of every region, hidden until the
 * script shows the one that the link names. Where that is too much, the page of all regions has it.
 */
export function heardOfRegions(language: FormLanguage, regions: readonly TaggedRegion[]): Markup {
  if (regions.length === 0) return nothing;
  const all = regions.map(
    ({ tag, pairs }) => html`<div id="heard-${tag}" hidden>${own(language, pairs)}</div>`,
  );
  const inlined = new Markup(all.map(({ html: each }) => each).join(''));
  const fits = new TextEncoder().encode(inlined.html).length <= inlinedBytesMost;
  return html`${fits ? inlined : nothing}${linkToAll(language)}`;
}

/** The same after thanks without JavaScript, where it is known who answers where. @param region undefined where not */
export function heardAfterThanks(
  language: FormLanguage,
  regions: readonly HeardInRegion[],
  region: string | undefined,
): Markup {
  if (regions.length === 0) return nothing;
  const told = regions.find((one) => one.region === region);
  return html`${told === undefined ? nothing : own(language, told.pairs)}${linkToAll(language)}`;
}

const own = (language: FormLanguage, pairs: readonly RegionPair[]): Markup =>
  html`<h2>${heardTexts[language].title}</h2>${pairsTold(language, pairs)}`;

const linkToAll = (language: FormLanguage): Markup =>
  html`<p><a href="${heardPath(language)}">${heardTexts[language].all}</a></p>`;

/** What was said and done, in the order in which administrators wrote it. */
export function pairsTold(language: FormLanguage, pairs: readonly RegionPair[]): Markup {
  const { said, did } = heardTexts[language];
  return html`${pairs.map(
    (pair) =>
      html`<p><b>${said}</b> ${saying(pair.said, language)}<br><b>${did}</b> ${saying(pair.did, language)}</p>`,
  )}`;
}

/** In the page's language, or in the nearest that there is, which is said to whoever reads aloud. */
function saying(text: RegionSaying, language: FormLanguage): Markup {
  const candidates: readonly FormLanguage[] = [language, staffLanguage[language], ...languages];
  const spoken = candidates.find((candidate) => text[candidate] !== undefined);
  if (spoken === undefined) return nothing;
  const words = text[spoken] ?? '';
  return spoken === language ? html`${words}` : html`<span lang="${spoken}">${words}</span>`;
}
