import type { Range } from '../../releases/release.ts';
import { html, type Markup } from '../../respondent/markup.ts';
import { nothing } from '../../respondent/page-frame.ts';
import type { Language } from '../../vocabulary.ts';
import type { DigestQuestion, Reading } from '../digest.ts';
import { figureInWords, type Figure, figureIn } from '../figure.ts';
import { numeral, periodName, shortPeriodName } from '../spelling.ts';
import { digestTexts } from '../texts.ts';
import { picture, placedBetween, rounded, tick, type Place } from './picture.ts';

const width = 270;
const left = 82;
const right = 192;
const inset = 8;
const ticksHeight = 13.5;
const laneHeight = 11.5;

/**
 * A figure of a question on its scale, a line for each period, the latest first. Those before the quarter are small and
 * open, so that they are told apart without colour.
 */
export function coursePlot(question: DigestQuestion, figure: Figure, language: Language): Markup {
  const { readings, earlier } = question;
  const now = readings.toReversed().filter((reading) => figureIn(reading, figure) !== undefined);
  const before = earlier.toReversed().filter((reading) => figureIn(reading, figure) !== undefined);
  const { scale, ticks } = figure === 'index' ? indexScale : meanScale(question);
  const x = placedBetween(scale, left + inset, right - inset);
  const lanes = [...now, ...before];
  const height = ticksHeight + lanes.length * laneHeight;
  return picture(
    'course',
    { width, height },
    inWords(now, before, figure, language),
    html`<path class="axis" d="M${left} 1.5H${right}" />
      ${ticks.map((value) => html`<path class="grid" d="M${x(value)} 1.5V${height}" />${tick(x(value), 12, numeral(value, language))}`)}
      ${lanes.map((reading, index) =>
        lane(reading, figure, {
          y: rounded(ticksHeight + (index + 0.5) * laneHeight),
          x,
          language,
          isNow: index < now.length,
        }),
      )}`,
  );
}

const indexScale = { scale: { from: -100, to: 100 }, ticks: [-100, 0, 100] };

/** Numbers stand where there is room for them: at every step of five, and at some of a longer scale. */
function meanScale({ scale }: DigestQuestion): { readonly scale: Range; readonly ticks: readonly number[] } {
  const { from, to } = scale;
  const every = to - from > 5 ? (to - from) / (to - from === 9 ? 3 : 2) : 1;
  const ticks = Array.from({ length: (to - from) / every + 1 }, (_, step) => from + step * every);
  return { scale, ticks };
}

type Line = {
  readonly y: number;
  readonly x: Place;
  readonly language: Language;
  readonly isNow: boolean;
};

function lane(reading: Reading, figure: Figure, { y, x, language, isNow }: Line): Markup {
  const told = figureIn(reading, figure);
  if (told === undefined) return nothing;
  const radius = isNow ? 4 : 2.5;
  const { point, range } = told;
  const mark =
    point === null
      ? html`<rect class="mark" x="${x(range.from)}" y="${y - radius}" width="${rounded(x(range.to) - x(range.from))}" height="${2 * radius}" rx="${radius}" />`
      : html`<circle class="mark" cx="${x(point)}" cy="${y}" r="${radius}" />`;
  const interval =
    point === null || range === null
      ? nothing
      : html`<path class="interval" d="M${x(range.from)} ${y - 3.5}v7m0-3.5H${x(range.to)}m0-3.5v7" />`;
  return html`<g class="${isNow ? 'now' : 'earlier'}">
    <text class="label" x="${left - 8}" y="${y + 3.5}">${shortPeriodName(reading.period, language)}</text>
    ${interval}${mark}
    <text x="${right + 8}" y="${y + 3.5}">${told.spelt(language)} (${reading.responses})</text>
  </g>`;
}

/** Every figure with its period: those of the quarter, then those before it. */
function inWords(
  now: readonly Reading[],
  before: readonly Reading[],
  figure: Figure,
  language: Language,
): string {
  const { earlier, answers } = digestTexts[language];
  const sentence = (reading: Reading): string =>
    `${periodName(reading.period, language)}: ${figureInWords(reading, figure, language) ?? ''}, ${answers(String(reading.responses))}.`;
  return [...now.map(sentence), ...(before.length > 0 ? [earlier, ...before.map(sentence)] : [])].join(' ');
}
