import type { Range } from '../../releases/release.ts';
import { html, type Markup } from '../../respondent/markup.ts';

/** A value's place on the horizontal, in units of the picture. */
export type Place = (value: number) => number;

/** Spreads a scale over the horizontal. */
export const placedBetween =
  (scale: Range, left: number, right: number): Place =>
  (value) =>
    rounded(left + ((value - scale.from) / (scale.to - scale.from)) * (right - left));

/**
 * A picture that says in words all that it shows. Its units are about a pixel on a phone.
 *
 * @param kind class for the style
 */
export const picture = (
  kind: 'spread' | 'course',
  { width, height }: { readonly width: number; readonly height: number },
  alternative: string,
  content: Markup,
): Markup =>
  html`<svg class="${kind}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${alternative}">
    ${content}
  </svg>`;

/** A number below an axis. */
export const tick = (x: number, y: number, text: string): Markup =>
  html`<text class="tick" x="${x}" y="${y}">${text}</text>`;

export const rounded = (length: number): number => Math.round(length * 10) / 10;
