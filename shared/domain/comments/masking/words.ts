import { covered } from './span.ts';

/** A word of a text, with hyphens, apostrophes and the endings behind a colon. */
export type Word = {
  readonly text: string;
  readonly lower: string;
  readonly from: number;
  readonly to: number;
  /** What stands between it and the word before. */
  readonly gap: string;
  /** Whether nothing but a space is there, or the full stop of an initial. */
  readonly isBeside: boolean;
  /** Whether a sentence, a line or direct speech may begin with it, so that a capital letter says nothing. */
  readonly isOpening: boolean;
};

const word = /\p{L}[\p{L}\p{M}]{0,60}(?:['’:-]\p{L}[\p{L}\p{M}]{0,60}){0,4}/gu;

/** Behind these a full stop ends no sentence. */
const abbreviations = new Set(
  'esim mm ym yms jne ks nk ns ts eli s t os puh klo vrt tms terv ystäv bl ca t.ex kl dvs osv m.m fr hr rva nti hra tri dr mr mrs ms prof st e.g i.e vs no nro'.split(
    ' ',
  ),
);
const opens = /[.!?…:\n•*"“”„»«()[\]]/;

/** @param text in which what was masked already is covered */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: found, index } of text.matchAll(word)) {
    const before = words.at(-1);
    const gap = text.slice(before?.to ?? 0, index);
    const isShortened = before !== undefined && (before.text.length === 1 || abbreviations.has(before.lower));
    const isAfterStop = isShortened && /^\. ?$/.test(gap);
    words.push({
      text: found,
      lower: found.toLowerCase(),
      from: index,
      to: index + found.length,
      gap,
      isBeside: before !== undefined && (gap === ' ' || isAfterStop),
      isOpening: !isAfterStop && isOpening(gap, before === undefined),
    });
  }
  return words;
}

function isOpening(gap: string, isFirst: boolean): boolean {
  const lastCovered = gap.lastIndexOf(covered);
  return opens.test(gap.slice(lastCovered + 1)) || (isFirst && lastCovered === -1);
}

export const isCapitalised = ({ text }: Word): boolean => /^\p{Lu}/u.test(text);

/** As abbreviations are, and shouting: two capitals and no small letter, but for an ending behind a colon. */
export const isInCapitals = ({ text }: Word): boolean => /^[\p{Lu}\p{M}'’-]{2,}(?::\p{Ll}+)?$/u.test(text);
