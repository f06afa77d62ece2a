/** Letters of other alphabets that look like Latin ones, beside these. */
const lookAlikes = new Map(
  [
    ...['АA', 'ВB', 'ЕE', 'КK', 'МM', 'НH', 'ОO', 'РP', 'СC', 'ТT', 'УY', 'ХX', 'ІI', 'ЈJ', 'ЅS'],
    ...['аa', 'еe', 'оo', 'рp', 'сc', 'уy', 'хx', 'іi', 'јj', 'ѕs', 'кk', 'тt', 'мm', 'нh'],
    ...[
      'ΑA',
      'ΒB',
      'ΕE',
      'ΖZ',
      'ΗH',
      'ΙI',
      'ΚK',
      'ΜM',
      'ΝN',
      'ΟO',
      'ΡP',
      'ΤT',
      'ΥY',
      'ΧX',
      'οo',
      'αa',
      'ιi',
      'νv',
    ],
  ].map((pair) => [pair.slice(0, 1), pair.slice(1)] as const),
);

/** Letters and digits in another dress: wide, raised, encircled, mathematical, and ligatures. */
const dressed = /[\uFF01-\uFFEE\u2070-\u209F²³¹\u2460-\u24FF\uFB00-\uFB06\u{1D400}-\u{1D7FF}]/gu;

const foreignLetters = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
const mixedWord = /[\p{L}\p{M}\d]+/gu;

/**
 * A text as it reads: composed, with one kind of digits, spaces and line breaks, and without what can't be seen. A word
 * that mixes alphabets or has digits in it is told in Latin letters where it looks so.
 */
export function plainText(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(dressed, (character) => character.normalize('NFKC'))
      // An accent by itself stands for an apostrophe: Pekka´n.
      .replace(/(?<=\p{L})[´`ʼ′](?=\p{L})/gu, '’')
      // Joiners hold an emoji together; anywhere else they only hide what stands around them. So do private characters.
      .replace(
        /(?<!\p{Extended_Pictographic}\uFE0F?)[\u200D\uFE0F]|(?![\u200D\uFE0F])[\p{DI}\p{Cf}\p{Co}\p{Cn}]/gu,
        '',
      )
      .replace(/[\u2028\u2029]/g, '\n')
      .replace(/\p{Zs}/gu, ' ')
      .replace(/\p{Nd}/gu, digit)
      .replace(mixedWord, latin)
      .normalize('NFC')
  );
}

/** The digits of every script stand in a row, from nought to nine. */
function digit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let first = code;
  while (code - first < 9 && /\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return String(code - first);
}

function latin(word: string): string {
  if (!foreignLetters.test(word) || !/[\p{Script=Latin}\d]/u.test(word)) return word;
  return Array.from(word, (letter) => lookAlikes.get(letter) ?? letter).join('');
}

/**
 * A text as one searches it for numbers, as long as before: every dash is a hyphen, and letters that somebody writes for
 * digits are these where digits stand beside them.
 */
export const searchable = (text: string): string =>
  text
    .replace(/[\p{Pd}\u2212\u00AF]/gu, '-')
    .replace(/(?<!\p{L})[\dOoIl|]{3,}(?!\p{L})/gu, (word) =>
      /\d/.test(word) ? word.replace(/[Oo]/g, '0').replace(/[Il|]/g, '1') : word,
    );
