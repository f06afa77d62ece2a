import { openers } from './names/capitalised-words.ts';
import {
  canBeName,
  isName,
  isNameInLowerCase,
  isSurname,
  looksLikeSurname,
  namesNobody,
} from './names/known-names.ts';
import { namesThatAreWords } from './names/names-that-are-words.ts';
import { wordsLikeNames } from './names/words-like-names.ts';
import { isCourtesy, isRole } from './roles.ts';
import type { Span } from './span.ts';
import { isCapitalised, isInCapitals, wordsOf, type Word } from './words.ts';

/*
 * Who is named in a text. In Finnish and Swedish a capital letter in the middle of a sentence stands for a name: of a
 * person, unless it is known for that of a place or a service. So a name need not be on any list, and a word that is a name
 * too (Toivo, Meri) is one where it stands so. Where a sentence begins, and where somebody writes no capitals or nothing
 * else, lists and what stands beside it decide.
 */

/** How somebody writes. */
type Manner = {
  /** Whether capital letters say something. */
  readonly capitalsTell: boolean;
  readonly isSwedish: boolean;
};

const swedish = /(?<!\p{L})(?:och|att|det|inte|jag|som|är|med|på)(?!\p{L})/iu;

export function findNames(text: string): Span[] {
  const words = wordsOf(text);
  const manner = { capitalsTell: doCapitalsTell(words), isSwedish: swedish.test(text) };
  const tells = manner.capitalsTell;
  const named = words.map((word, place) => isNamed(word, words[place - 1], words[place + 1], manner));
  const met = new Set(
    words.filter((word, place) => named[place] === true && isCapitalised(word)).map(beginning),
  );
  return words.flatMap((word, place): Span[] => {
    const isOne =
      named[place] === true ||
      (tells && isUnknownOpening(word) && met.has(beginning(word))) ||
      isPartOfName(word, place, words, named, tells);
    return isOne ? [{ from: word.from, to: word.to, mark: 'name' }] : [];
  });
}

/** Not where somebody begins most words with one, or writes in nothing else. */
function doCapitalsTell(words: readonly Word[]): boolean {
  const inside = words.filter(({ isOpening }) => !isOpening);
  const capitals = inside.filter(isCapitalised).length;
  return inside.length < 6 ? !words.every(isInCapitals) : capitals * 4 < inside.length * 3;
}

function isNamed(word: Word, before: Word | undefined, after: Word | undefined, manner: Manner): boolean {
  const parts = word.lower.split('-');
  if (manner.capitalsTell && isCapitalised(word)) return isNamedByCapital(word, parts, before, after, manner);
  const isBehindRole = before !== undefined && word.isBeside && isRole(before.lower);
  const is = isBehindRole || isCapitalised(word) ? isName : isNameInLowerCase;
  return parts.some(is);
}

function isNamedByCapital(
  word: Word,
  parts: readonly string[],
  before: Word | undefined,
  after: Word | undefined,
  { isSwedish }: Manner,
): boolean {
  if (before !== undefined && word.isBeside && isCourtesy(before.lower)) return true;
  if (word.text.length === 1 || isRole(word.lower)) return false;
  const isKnown = capitalPartsOf(word).some(isName);
  const isOfNobody = namesNobody(word.lower) || namesNobody(parts[0] ?? '');
  if (isInCapitals(word)) return isKnown && !isOfNobody;
  // "Pekka Salo" and "Salo" are two things; so are "Wilma Virtanen" and "Wilma".
  if (isOfNobody && isSurnameBehindRole(word, before)) return true;
  if (isOfNobody) return after !== undefined && isFollowedBySurname(after) && isKnown;
  if (isKnown || isKin(parts)) return true;
  if (word.isOpening)
    return (
      looksLikeSurname(word.lower, isSwedish) || isFirstOfTwo(word, after) || isBeforeCompany(word, after)
    );
  // "Xyz-ohjelma" is no name.
  return !/-\p{Ll}/u.test(word.text);
}

const capitalPartsOf = ({ text }: Word): string[] =>
  text
    .split('-')
    .filter((part) => /^\p{Lu}/u.test(part))
    .map((part) => part.toLowerCase());

/** "Lääkäri Salo" is a doctor, "ohjaaja Salosta" comes from there. */
const isSurnameBehindRole = (word: Word, before: Word | undefined): boolean =>
  before !== undefined && word.isBeside && isRole(before.lower) && namesThatAreWords.has(word.lower);

/** "Lumin kanssa" is with somebody. */
const isBeforeCompany = ({ lower }: Word, after: Word | undefined): boolean =>
  after?.isBeside === true && companies.has(after.lower) && canBeName(lower);
const companies = new Set(['kanssa', 'kans', 'luona', 'luokse', 'mielestä', 'ansiosta']);

/** "Xyz-mummo". */
const isKin = ([, second = '']: readonly string[]): boolean =>
  /^(?:mummo|mummi|mummu|mamma|ukki|pappa|vaari|setä|eno|täti|tädi|äiti|äidi|isä|ope|farmor|farfar|mormor|morfar|moster|farbror)/u.test(
    second,
  );

const isFollowedBySurname = (after: Word): boolean =>
  after.isBeside && isCapitalised(after) && isSurname(after.lower) && !namesNobody(after.lower);

/** Of Finnish words in the middle of something: "Meillä", "Tapasin", "Soitimme". A first name in front of a surname has none. */
const hasEnding = /(?:ll[aä]|lt[aä]|lle|ss[aä]|st[aä]|mme|tte|v[aä]t|tiin|[aou]in|[st]in)$/u;

/** "Toivo Virtanen" where a sentence begins, or two words that nobody knows. */
function isFirstOfTwo(word: Word, after: Word | undefined): boolean {
  if (after === undefined || !after.isBeside || !isCapitalised(after) || isInCapitals(after)) return false;
  if (openers.has(word.lower) || isRole(word.lower) || hasEnding.test(word.lower)) return false;
  if (namesNobody(after.lower)) return false;
  return isSurname(after.lower) || !(isName(after.lower) || hasEnding.test(after.lower));
}

const isUnknownOpening = (word: Word): boolean =>
  word.isOpening && isCapitalised(word) && !isWord(word.lower) && !isRole(word.lower);

const isWord = (word: string): boolean =>
  openers.has(word) || wordsLikeNames.has(word) || namesThatAreWords.has(word);

/** What stays of a word in its forms. */
const beginning = ({ lower }: Word): string => lower.slice(0, 4);

/** A surname or an initial beside a name: "Pekka Salo", "P. Virtanen", "mika virtanen". */
function isPartOfName(
  word: Word,
  place: number,
  words: readonly Word[],
  named: readonly boolean[],
  tells: boolean,
): boolean {
  const after = words[place + 1];
  const isBehindName = named[place - 1] === true && word.isBeside;
  const isBeforeName = named[place + 1] === true && after?.isBeside === true;
  const before = words[place - 1];
  const isBehindRole = before !== undefined && word.isBeside && isRole(before.lower);
  if (word.text.length === 1) {
    const isInitial = isCapitalised(word) && after?.gap.startsWith('.') === true;
    return isCapitalised(word) && (isBehindName || (isInitial && isBehindRole));
  }
  if (isBehindName && isCapitalised(word) && tells) return true;
  if (isBehindName && (isNameInLowerCase(word.lower) || namesThatAreWords.has(word.lower))) return !tells;
  const canBeName = isName(word.lower) || namesThatAreWords.has(word.lower);
  return isBeforeName && !isCapitalised(word) && canBeName && isSurname(after.lower);
}
