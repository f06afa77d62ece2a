import { writtenDay } from '../calendar/written-day.ts';
import { publicAnswersMin } from '../releases/detail.ts';
import { languageRow } from '../respondent/language-row.ts';
import { html, type Markup } from '../respondent/markup.ts';
import { framed, nothing } from '../respondent/page-frame.ts';
import { languages, type Language } from '../vocabulary.ts';
import { digestStyle } from './digest-style.ts';
import type { Digest } from './digest.ts';
import { whatIsDone } from './done-section.ts';
import { whatWasHeard } from './heard-section.ts';
import { numeral, periodName } from './spelling.ts';
import { digestTexts } from './texts.ts';

/**
 * A digest as a page that can be printed: on one A4 for a form of seven questions.
 *
 * @param pathIn where it is in each language, for a row of links; none when absent
 */
export function digestPage(
  digest: Digest,
  language: Language,
  pathIn?: (language: Language) => string,
): string {
  const { digest: word, languages: label } = digestTexts[language];
  const name = `${word}: ${digest.name[language]}`;
  const period = periodName(digest.period, language);
  return framed(
    {
      language,
      kind: 'digest',
      title: `${name}, ${period}`,
      heading: html`<h1>${name} <span>${period}</span></h1>`,
      above: pathIn === undefined ? nothing : languageRow(language, label, pathIn, languages),
      style: digestStyle,
      footer: digest.questions.length === 0 ? nothing : published(digest, language),
    },
    html`${digest.questions.length === 0 ? nothingTold(language) : whatWasHeard(digest, language)}
      ${whatIsDone(digest.pairs, language)}
      ${digest.questions.length === 0 ? nothing : howToRead(digest, language)}`,
  );
}

function published({ releasedOn, isCorrected, responsesMin }: Digest, language: Language): Markup {
  const { published: first, corrected, forStaff } = digestTexts[language];
  const day = writtenDay(language, Date.parse(releasedOn));
  // Whoever prints it has to see where it must not hang.
  const caution = html`<p><strong>${forStaff(String(publicAnswersMin))}</strong></p>`;
  return html`${responsesMin < publicAnswersMin ? caution : nothing}
    <p>${isCorrected ? corrected(day) : first(day)}</p>`;
}

/** The page at an address that leads nowhere: the same, whatever the reason. */
export function missingDigestPage(language: Language): string {
  const { title, text } = digestTexts[language].missing;
  return framed(
    { language, kind: 'digest-missing', title, style: digestStyle, footer: nothing },
    html`<p>${text}</p>`,
  );
}

const nothingTold = (language: Language): Markup =>
  html`${digestTexts[language].nothing.map((text) => html`<p>${text}</p>`)}`;

function howToRead({ questions, responsesMin }: Digest, language: Language): Markup {
  const texts = digestTexts[language];
  const { reading } = texts;
  const isIndexed = questions.some(({ group }) => group === 'recommendation');
  const points = [
    texts.order,
    reading.marks,
    ...(isIndexed ? [reading.index] : []),
    reading.each,
    reading.compare,
    reading.tooFew(numeral(responsesMin, language)),
    reading.againstWill,
  ];
  return html`<section id="reading" class="reading">
    <h2>${reading.title}</h2>
    <ul>
      ${points.map((point) => html`<li>${point}</li>`)}
    </ul>
  </section>`;
}
