import { drawsFor, type Draws } from '../../local/simulation/draws.ts';
import { drawSecret, secretKinds, type Secret } from './seeded/numbers.ts';
import {
  finnishFirstNames,
  finnishSurnames,
  inflected,
  nominative,
  otherFirstNames,
  otherSurnames,
  swedishFirstNames,
  swedishSurnames,
  type Case,
} from './seeded/people.ts';
import {
  namedInEnglish,
  namedInFinnish,
  namedInSwedish,
  secretInEnglish,
  secretInFinnish,
  secretInSwedish,
} from './seeded/sentences.ts';

/** A comment into which personal data was put, and each piece of it. */
export type SeededComment = { readonly text: string; readonly pieces: readonly Piece[] };
export type Piece =
  Secret | { readonly kind: 'name'; readonly text: string; readonly tells: readonly string[] };

const spoken = [
  ['fi', 6],
  ['sv', 2],
  ['en', 2],
] as const;
type Spoken = (typeof spoken)[number][0];

/**
 * Comments in Finnish, Swedish and English with names and other personal data in them. The same seed gives the same
 * comments. Half of the pieces are names; every fifth name is of somebody whose family came from elsewhere.
 */
export function seededComments(seed: string, count: number): SeededComment[] {
  const draws = drawsFor('seeded comments', seed);
  return Array.from({ length: count }, () => {
    const language = draws.weighted(spoken);
    return draws.chance(0.5) ? withNames(draws, language) : withSecret(draws, language);
  });
}

function withSecret(draws: Draws, language: Spoken): SeededComment {
  const sentences = { fi: secretInFinnish, sv: secretInSwedish, en: secretInEnglish }[language];
  const secret = drawSecret(draws, draws.oneOf(secretKinds));
  return { text: draws.oneOf(sentences).replace('{secret}', () => secret.text), pieces: [secret] };
}

function withNames(draws: Draws, language: Spoken): SeededComment {
  const sentences = { fi: namedInFinnish, sv: namedInSwedish, en: namedInEnglish }[language];
  const pieces: Piece[] = [];
  const text = draws.oneOf(sentences).replace(/\{(\w+)\}/g, (_, place: string) => {
    const name = nameFor(draws, language, place);
    // Every word of it tells who it is.
    pieces.push({ kind: 'name', text: name, tells: name.split(' ') });
    return name;
  });
  return { text, pieces };
}

function nameFor(draws: Draws, language: Spoken, place: string): string {
  const isFromElsewhere = draws.chance(0.2);
  const ofLanguage = {
    fi: [finnishFirstNames, finnishSurnames],
    sv: [swedishFirstNames, swedishSurnames],
    en: [finnishFirstNames, finnishSurnames],
  } as const;
  const [firsts, lasts] = isFromElsewhere
    ? ([otherFirstNames, otherSurnames] as const)
    : ofLanguage[language];
  const first = draws.oneOf(firsts);
  const last = draws.oneOf(lasts);
  switch (place) {
    case 'full':
      return `${nominative(first)} ${nominative(last)}`;
    case 'surname':
      return nominative(last);
    // Whoever writes no capitals uses names that all know.
    case 'lower':
      return nominative(draws.oneOf(finnishFirstNames.slice(0, 40))).toLowerCase();
    case 'possessive':
      return `${nominative(first)}${language === 'en' ? "'s" : 's'}`;
    default:
      return inflected(first, place as Case);
  }
}

/** Whether anything of a piece is left in a text, whatever stands between its digits. */
export function isLeft({ tells }: Piece, text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{M}'’-]+/gu) ?? [];
  const isWord = (tell: string): boolean =>
    words.some((word) => word === tell || word.startsWith(`${tell}-`));
  const digits = text.normalize('NFKC').replaceAll('O', '0').replace(/\D/g, '');
  return tells.some((tell) => (/^\d+$/.test(tell) ? digits.includes(tell) : isWord(tell.toLowerCase())));
}
