import type { Language } from '../../vocabulary.ts';

/**
 * What stands behind a key of a PX file.
 *
 * - `text`: one text, which may go over several lines;
 * - `list`: texts between commas, each on one line;
 * - `bare`: what stands there without quotation marks, such as `YES` or a number.
 */
export type PxValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly texts: readonly string[] }
  | { readonly kind: 'bare'; readonly words: string };

export const text = (words: string): PxValue => ({ kind: 'text', text: words });
export const list = (texts: readonly string[]): PxValue => ({ kind: 'list', texts });
export const bare = (words: string | number): PxValue => ({ kind: 'bare', words: String(words) });

const lineMost = 256;
const lineEnd = '\r\n';

/** The lines of an entry that is about the whole table and the same in all languages. */
export const entry = (keyword: string, value: PxValue): string => entryLines(`${keyword}=`, value);

/**
 * The lines of an entry that differs by language, in every language of a file. The first one is not named by its key.
 *
 * @param about what the entry is about, where that is not the whole table: a variable, or a variable and a value
 */
export function inEach(
  tongues: readonly Language[],
  keyword: string,
  say: (language: Language) => PxValue,
  about: (language: Language) => readonly string[] = () => [],
): string[] {
  return tongues.map((language, index) => {
    const names = about(language).map(quoted);
    const subkey = names.length === 0 ? '' : `(${names.join(',')})`;
    return entryLines(`${keyword}${index === 0 ? '' : `[${language}]`}${subkey}=`, say(language));
  });
}

/** No line is longer than the format's 256 characters, unless a name is. */
const entryLines = (key: string, value: PxValue): string => `${key}${valueText(key, value)};${lineEnd}`;

function valueText(key: string, value: PxValue): string {
  switch (value.kind) {
    case 'bare':
      return value.words;
    case 'text':
      return textLines(key, value.text);
    case 'list':
      return filled(key, value.texts.map(quoted));
  }
}

/** A list, with a new line behind a comma where the next text would make the line too long. */
function filled(key: string, pieces: readonly string[]): string {
  let length = key.length;
  return pieces
    .map((piece) => {
      // One more character is the comma, or the semicolon.
      const fits = length + piece.length + 1 <= lineMost;
      length = (fits ? length : 0) + piece.length + 1;
      return fits ? piece : `${lineEnd}${piece}`;
    })
    .join(',');
}

/** A text on one line, or in parts on lines of their own, each between quotation marks: readers put them together. */
function textLines(key: string, words: string): string {
  const whole = quoted(words);
  if (key.length + whole.length < lineMost) return whole;
  const parts = plain(words).match(/.{1,200}(?:\s|$)|.{1,200}/gsu) ?? [];
  return parts.map((part) => `${lineEnd}"${part}"`).join('');
}

/**
 * A text as it can stand in a PX file. Nothing stands for a quotation mark within a text, so it becomes a single one, as
 * PxWeb makes it; control characters become spaces; and readers refuse a text of nothing.
 */
export function plain(words: string): string {
  const written = words.replaceAll('"', "'").replace(/\p{Cc}/gu, ' ');
  return written.trim() === '' ? '-' : written;
}

const quoted = (words: string): string => `"${plain(words)}"`;

/**
 * The data of a file, a line for each row. A line ends with a space, as the specification wants it, but for the last, which
 * ends with the semicolon: PxWeb takes a space before that for a number that is missing.
 */
export const dataLines = (rows: readonly (readonly string[])[]): string =>
  `DATA=${lineEnd}${rows.map((row) => row.join(' ')).join(` ${lineEnd}`)};${lineEnd}`;
