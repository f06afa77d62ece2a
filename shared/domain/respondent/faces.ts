import { html, type Markup } from './markup.ts';

/* Faces for a scale that children answer: all of them friendly, each a little more so than the one before. */

const eyes = 'M9 8.5v1.5M15 8.5v1.5';
const laughingEyes = 'M7.5 9.5q1.5-2 3 0M13.5 9.5q1.5-2 3 0';

/** Eyes and mouth of each step, the lowest first, on a face of 24 by 24. */
const strokes: readonly string[] = [
  `${eyes}M9 14.5q3 2 6 0`,
  `${eyes}M8.5 14.5q3.5 3.5 7 0`,
  `${eyes}M8 14q4 5.5 8 0`,
  `${eyes}M7.5 13.5q4.5 8 9 0`,
  `${laughingEyes}M7 13h10q-.5 6-5 6t-5-6z`,
];

/** Stands once in a page, shows nothing by itself, and is what each {@link face} is drawn from. */
export const faceSymbols: Markup = html`<svg width="0" height="0" aria-hidden="true" hidden>
  ${strokes.map(
    (stroke, place) =>
      html`<symbol id="face-${place + 1}" viewBox="0 0 24 24"><circle cx="12" cy="12" r="10" /><path d="${stroke}" /></symbol>`,
  )}
</svg>`;

/** The face of a step, counted from one. It says nothing to a screen reader: the step's own words stand beside it. */
export const face = (step: number): Markup =>
  html`<svg width="40" height="40" aria-hidden="true"><use href="#face-${step}" /></svg>`;
