import { html, type Markup } from '../respondent/markup.ts';
import { nothing } from '../respondent/page-frame.ts';
import type { Language } from '../vocabulary.ts';
import { questionGroups, type Digest, type DigestQuestion } from './digest.ts';
import { figureInWords, type Figure } from './figure.ts';
import { coursePlot } from './plots/course.ts';
import { spreadPlot } from './plots/spread.ts';
import { scaleInWords } from './scale-words.ts';
import { numeralRange } from './spelling.ts';
import { digestTexts } from './texts.ts';

/** Who was asked, what went well, and each question with its figures: in words, and in pictures. */
export function whatWasHeard(digest: Digest, language: Language): Markup {
  const texts = digestTexts[language];
  const groups = questionGroups.flatMap((group) => {
    const questions = digest.questions.filter((question) => question.group === group);
    return questions.length === 0 ? [] : [groupOf(questions, language)];
  });
  const each = digest.responses === null ? '' : texts.answersEach(numeralRange(digest.responses, language));
  return html`<p>${texts.asked} ${each} ${texts.thanks}</p>
    <section id="heard">
      <h2>${texts.heard}</h2>
      ${successes(digest, language)} ${groups}
    </section>`;
}

/** What went well comes first, where anything surely did. */
function successes({ wentWell, questions }: Digest, language: Language): Markup {
  const { wentWell: title } = digestTexts[language];
  const wordings = wentWell.map(
    (item) => questions.find((question) => question.item === item)?.wording[language] ?? item,
  );
  if (wordings.length === 0) return nothing;
  return html`<p>${title} ${wordings.map((wording) => html`<strong>${wording}</strong> `)}</p>`;
}

function groupOf(questions: readonly DigestQuestion[], language: Language): Markup {
  const [first] = questions;
  if (first === undefined) return nothing;
  const { groups, captions } = digestTexts[language];
  const isSpread = questions.some(({ distribution, groups: told }) => (distribution ?? told) !== null);
  return html`<div class="head">
      <h3>${groups[first.group]} <span>${scaleInWords(first, language)}</span></h3>
      <p>${isSpread ? captions.spread : ''}</p>
      <p>${captions[figureOf(first)]}</p>
    </div>
    <ul class="questions">
      ${questions.map((question) => questionOf(question, language))}
    </ul>`;
}

/** The index, where it is told: the mean of the same answers says little beside it. */
const figureOf = ({ readings }: DigestQuestion): Figure =>
  readings.some(({ index }) => index !== null) ? 'index' : 'mean';

function questionOf(question: DigestQuestion, language: Language): Markup {
  return html`<li>
    <div>
      <p class="wording">${question.wording[language]}</p>
      ${figuresOf(question, language).map((words) => html`<p>${words}</p>`)}
    </div>
    <div>${spreadPlot(question, language) ?? nothing}</div>
    <div>${coursePlot(question, figureOf(question), language)}</div>
  </li>`;
}

/** The figures in words: those of the only reading, or of several how many answers there are in all. */
function figuresOf({ readings }: DigestQuestion, language: Language): string[] {
  const { answers } = digestTexts[language];
  const count = answers(String(readings.reduce((total, { responses }) => total + responses, 0)));
  const [only, ...others] = readings;
  if (only === undefined || others.length > 0) return [count];
  const [mean, index] = [figureInWords(only, 'mean', language), figureInWords(only, 'index', language)];
  return [
    [mean, count].filter((words) => words !== undefined).join(', '),
    ...(index === undefined ? [] : [index]),
  ];
}
