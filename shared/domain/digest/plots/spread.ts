import { middleOf } from '../../releases/figures.ts';
import { html, type Markup } from '../../respondent/markup.ts';
import type { Language } from '../../vocabulary.ts';
import type { DigestQuestion } from '../digest.ts';
import { numeralRange } from '../spelling.ts';
import { digestTexts } from '../texts.ts';
import { picture, placedBetween, rounded, tick } from './picture.ts';

/** An upright bar over some steps of the scale, both ends included. */
type Bar = { readonly from: number; readonly to: number; readonly responses: number };

const width = 200;
const height = 56;
const axis = 43;
const barsHeight = 31;

/** How many chose each step, or a low, a middle and a high one. Undefined where neither is told. */
export function spreadPlot(question: DigestQuestion, language: Language): Markup | undefined {
  const bars = barsOf(question);
  if (bars.length === 0) return undefined;
  const { scale } = question;
  const steps = Array.from({ length: scale.to - scale.from + 1 }, (_, step) => scale.from + step);
  const half = width / steps.length / 2;
  const x = placedBetween(scale, half, width - half);
  const words = bars.map((bar) => `${numeralRange(bar, language)}: ${bar.responses}`);
  return picture(
    'spread',
    { width, height },
    digestTexts[language].spread(words.join(', ')),
    html`${drawnBars(bars, (bar) => [x(bar.from) - half * 0.8, x(bar.to) + half * 0.8])}
      <path class="axis" d="M0 ${axis}H${width}" />
      ${steps.map((step) => tick(x(step), axis + 11, String(step)))}`,
  );
}

function drawnBars(bars: readonly Bar[], endsOf: (bar: Bar) => readonly [number, number]): Markup {
  // A bar over several steps is as high as their mean: its area, and not its height, is how many answers there are.
  const heightOf = ({ from, to, responses }: Bar): number => responses / (to - from + 1);
  const highest = Math.max(...bars.map(heightOf));
  return html`${bars.map((bar) => {
    const [left, right] = endsOf(bar);
    const tall = rounded((heightOf(bar) / highest) * barsHeight);
    const top = rounded(axis - tall);
    return html`<rect class="bar" x="${rounded(left)}" y="${top}" width="${rounded(right - left)}" height="${tall}" />
      ${tick(rounded((left + right) / 2), rounded(top - 2.5), String(bar.responses))}`;
  })}`;
}

function barsOf({ scale, distribution, groups }: DigestQuestion): Bar[] {
  if (distribution !== null)
    return distribution.map((responses, step) => ({
      from: scale.from + step,
      to: scale.from + step,
      responses,
    }));
  if (groups === null) return [];
  const steps = scale.to - scale.from + 1;
  const ends = [0, ...middleOf(steps), steps];
  return groups.map((responses, group) => ({
    from: scale.from + (ends[group] ?? 0),
    to: scale.from + (ends[group + 1] ?? steps) - 1,
    responses,
  }));
}
