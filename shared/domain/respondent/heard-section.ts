import type { RegionPair, RegionSaying } from '../digest/actions.ts';
import type { HeardInRegion } from '../digest/heard.ts';
import { languages, staffLanguage, type FormLanguage } from '../vocabulary.ts';
import { heardTexts } from './heard-texts.ts';
import { heardPath } from './link.ts';
import { html, type Markup } from './markup.ts';
import { nothing } from './page-frame.ts';

/**
 * What all regions together may add to the page behind a link, in bytes before compression. The page has 14 336 bytes
 * compressed, and the largest form leaves more than this even where nothing of it could be compressed.
 */
export const inlinedBytesMost = 2048;

/**
 * What the page behind a link holds for after thanks: the same for everyone, so that of every region. Where that is too
 * much, the page of all regions has it.
 */
export function heardOfRegions(language: FormLanguage, regions: readonly HeardInRegion[]): Markup {
  const [first] = regions;
  if (first === undefined) return nothing;
  const { inRegions, oneRegion } = heardTexts[language];
  const all =
    regions.length === 1
      ? html`<p>${oneRegion(first.region)}</p>${pairsOfRegion(language, first.pairs)}`
      : html`${regions.map(({ region, pairs }) => html`<h3>${region}</h3>${pairsOfRegion(language, pairs)}`)}`;
  const inlined = html`<h2>${inRegions}</h2>${all}`;
  const fits = new TextEncoder().encode(inlined.html).length <= inlinedBytesMost;
  return fits ? inlined : linkToAll(language);
}

/** The own region's after thanks without JavaScript, where it is known who answers where. @param region undefined where not */
export function heardAfterThanks(
  language: FormLanguage,
  regions: readonly HeardInRegion[],
  region: string | undefined,
): Markup {
  if (regions.length === 0) return nothing;
  const told = regions.find((one) => one.region === region);
  return html`${told === undefined ? nothing : own(language, told.pairs)}${linkToAll(language)}`;
}

function own(language: FormLanguage, pairs: readonly RegionPair[]): Markup {
  const { title, youSaid, weDid } = heardTexts[language];
  return html`<h2>${title}</h2>${pairsTold(language, pairs, [youSaid, weDid])}`;
}

const linkToAll = (language: FormLanguage): Markup =>
  html`<p><a href="${heardPath(language)}">${heardTexts[language].inRegions}</a></p>`;

/** In words that are true for a reader of any region: whoever reads it may not have said it. */
export function pairsOfRegion(language: FormLanguage, pairs: readonly RegionPair[]): Markup {
  const { heard, done } = heardTexts[language];
  return pairsTold(language, pairs, [heard, done]);
}

/** What was said and done, in the order in which administrators wrote it. */
const pairsTold = (
  language: FormLanguage,
  pairs: readonly RegionPair[],
  [before, between]: readonly [string, string],
): Markup =>
  html`${pairs.map(
    ({ said, did }) =>
      html`<p><b>${before}</b> ${saying(said, language)}<br><b>${between}</b> ${saying(did, language)}</p>`,
  )}`;

/** In the page's language, or in the nearest that there is, which is said to whoever reads aloud. */
function saying(text: RegionSaying, language: FormLanguage): Markup {
  const candidates: readonly FormLanguage[] = [language, staffLanguage[language], ...languages];
  const spoken = candidates.find((candidate) => text[candidate] !== undefined);
  if (spoken === undefined) return nothing;
  const words = text[spoken] ?? '';
  return spoken === language ? html`${words}` : html`<span lang="${spoken}">${words}</span>`;
}
