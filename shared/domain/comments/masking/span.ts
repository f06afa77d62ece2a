/** What stands in the place of personal data. English and always the same: the language of a form is not stored with a comment. */
export const marks = [
  'name',
  'identity code',
  'phone',
  'e-mail',
  'account',
  'address',
  'number',
  'link',
] as const;
export type Mark = (typeof marks)[number];

/** A piece of a text, from one place up to before another, that is masked. */
export type Span = { readonly from: number; readonly to: number; readonly mark: Mark };

/** Stands for every character of what was found already, so that nobody finds it again. Never in a plain text. */
export const covered = '\uE000';

/** What each of some patterns finds. They have to be global, and must not look farther than a few dozen characters. */
export const spansOf = (text: string, mark: Mark, patterns: readonly RegExp[]): Span[] =>
  patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({
      from: index,
      to: index + length,
      mark,
    })),
  );

/** The text with the spans made unreadable, as long as before. */
export function withoutSpans(text: string, spans: readonly Span[]): string {
  let rest = 0;
  const pieces: string[] = [];
  for (const { from, to } of inOrder(spans)) {
    if (to <= rest) continue;
    const start = Math.max(from, rest);
    pieces.push(text.slice(rest, start), covered.repeat(to - start));
    rest = to;
  }
  return pieces.join('') + text.slice(rest);
}

export const inOrder = (spans: readonly Span[]): Span[] =>
  spans.toSorted((a, b) => a.from - b.from || b.to - a.to);
