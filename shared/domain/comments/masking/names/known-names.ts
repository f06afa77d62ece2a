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
const nobody = new Inflected([...places, ...services], 'surname');

/** How a surname may end that is on no list. */
const surnameShape =
  /[\p{L}](?:nen|sen|selle|sella|sellä|selta|seltä|sesta|sestä|sson|ssons|ström|berg|qvist|lund)$/u;

/** Whether a word is a form of a name and of no common word. @param word in lower case */
export const isName = (word: string): boolean =>
  !wordsLikeNames.has(word) && (firstNames.has(word) || familyNames.has(word));

/** Whether it is that even where somebody writes names like words. */
export const isNameInLowerCase = (word: string): boolean =>
  word.length >= 4 && !lowerCaseWordsLikeNames.has(word) && isName(word);

/** Whether a word can be a surname behind a first name. */
export const isSurname = (word: string): boolean => familyNames.has(word) || surnameShape.test(word);

/** Whether a word is written with a capital letter and names nobody. @param word in lower case */
export const namesNobody = (word: string): boolean => capitalisedWords.has(word) || nobody.has(word);
