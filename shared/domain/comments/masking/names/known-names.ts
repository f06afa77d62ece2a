import { capitalisedWords, places, services } from './capitalised-words.ts';
import { finnishFirstNames } from './finnish-first-names.ts';
import { Inflected } from './inflection.ts';
import { namesThatAreWords } from './names-that-are-words.ts';
import { otherFirstNames, otherSurnames } from './other-names.ts';
import { surnames } from './surnames.ts';
import { swedishFirstNames, swedishSurnames } from './swedish-names.ts';
import { lowerCaseWordsLikeNames, wordsLikeNames } from './words-like-names.ts';

/** `Veli-Matti` is a `Matti`, and no `veli`, which is a brother. */
const partsOf = (names: readonly string[]): string[] =>
  names.flatMap((name) => name.split('-')).filter((part) => !namesThatAreWords.has(part.toLowerCase()));

const firstNames = new Inflected(
  partsOf([...finnishFirstNames, ...swedishFirstNames, ...otherFirstNames]),
  'first name',
);
const familyNames = new Inflected(partsOf([...surnames, ...swedishSurnames, ...otherSurnames]), 'surname');
/** Of those that are words but no peoples: nobody is called `Suomalainen` where a sentence begins with it. */
const wordNames = new Inflected(
  [...namesThatAreWords].filter((name) => !/l[aä]inen$/.test(name)),
  'first name',
);
const nobody = new Inflected([...places, ...services], 'surname');

/** How a surname may end that is on no list. */
const surnameShape =
  /[\p{L}](?:nen|sen|selle|sella|sellä|selta|seltä|sesta|sestä|sson|ssons|ström|berg|qvist|lund)$/u;

/**
 * How hardly anything but a surname ends: Finnish words in `-nen` have an `i` before it, but for those that are only
 * spoken. In Swedish it ends a word like any other: `planen`, `personen`.
 */
const finnishShape = /^\p{L}{2,}[aouyäö](?:nen|sen|selle|sella|sellä|selta|seltä|sesta|sestä)$/u;
const swedishShape = /^\p{L}{3,}(?:sson|ssons|qvist|qvists|ström|ströms)$/u;
const spokenShape =
  /^(?:semmo|tommo|tuommo|tämmö|sella|tolla|tuolla|tälla|milla|minkäla|jonkinla|monenla|kaikenla|erila|samanla|hevo|hyvä|pikku|vähä|tuo)/u;

/** Whether a word is a form of a name and of no common word. @param word in lower case */
export const isName = (word: string): boolean =>
  !wordsLikeNames.has(word) && (firstNames.has(word) || familyNames.has(word));

/** Whether a word is a form of a name, whatever else it may be. */
export const canBeName = (word: string): boolean =>
  firstNames.has(word) || familyNames.has(word) || wordNames.has(word);

/** Whether it is a form of a name alone even where somebody writes names like words. */
export const isNameInLowerCase = (word: string): boolean =>
  word.length >= 4 && !lowerCaseWordsLikeNames.has(word) && isName(word);

/** Whether a word that is on no list is a surname by its end. @param word in lower case */
export const looksLikeSurname = (word: string, isSwedish: boolean): boolean =>
  swedishShape.test(word) || (!isSwedish && finnishShape.test(word) && !spokenShape.test(word));

/** Whether a word can be a surname behind a first name. */
export const isSurname = (word: string): boolean => familyNames.has(word) || surnameShape.test(word);

/** Whether a word is written with a capital letter and names nobody. @param word in lower case */
export const namesNobody = (word: string): boolean => capitalisedWords.has(word) || nobody.has(word);
