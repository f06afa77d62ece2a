/*
 * What Finnish and Swedish put to a name. Only as much grammar as it takes to know a name again: more forms are taken for
 * right than there are, since to miss a name costs more than to mask a word.
 */

const vowels = 'aeiouyåäöáéíóúü';
const isVowel = (letter: string): boolean => vowels.includes(letter);

/** Weak grades of what stands before the last vowel, such as `Pekka` in `Pekan`. The first that fits holds. */
const gradation: readonly (readonly [strong: string, weak: string])[] = [
  ['kk', 'k'],
  ['pp', 'p'],
  ['tt', 't'],
  ['nk', 'ng'],
  ['nt', 'nn'],
  ['lt', 'll'],
  ['rt', 'rr'],
  ['mp', 'mm'],
];
/** Those that surnames have and first names keep from: `Joki` in `Joen`, `Lahti` in `Lahden`, but `Mika` in `Mikan`. */
const softGradation: readonly (readonly [strong: string, weak: string])[] = [
  ['k', ''],
  ['t', 'd'],
  ['p', 'v'],
];

/** First names keep their last vowel; surnames, which are words by the most part, change as these do. */
type Kind = 'first name' | 'surname';

/** What a name may turn into before an ending. */
type Stems = {
  /** Before endings of all kinds. */
  readonly open: readonly string[];
  /** That end in a consonant, and have few endings. */
  readonly closed: readonly string[];
};

/** @param name in lower case */
function stemsOf(name: string, kind: Kind): Stems {
  if (name.endsWith('nen')) {
    const root = name.slice(0, -3);
    return { open: [name, `${root}se`, `${root}si`], closed: [`${root}s`] };
  }
  if (!isVowel(name.slice(-1))) return afterConsonant(name);
  const grades = [name, ...weakGrades(name, kind)];
  if (kind === 'first name') return { open: grades, closed: [] };
  const open = grades.flatMap((stem) => {
    if (stem.endsWith('i')) return [stem, `${stem.slice(0, -1)}e`];
    return stem.endsWith('e') ? [stem, `${stem}e`] : [stem];
  });
  return { open, closed: [] };
}

/** `Henrik` in `Henrikin`, `Markus` in `Markuksen`, `Tuomas` in `Tuomaan`. */
function afterConsonant(name: string): Stems {
  const lastVowel = name.slice(-2, -1);
  if (!name.endsWith('s') || !isVowel(lastVowel)) return { open: [`${name}i`], closed: [name] };
  const root = name.slice(0, -1);
  return { open: [`${name}i`, `${root}kse`, `${root}${lastVowel}`], closed: [name] };
}

function weakGrades(name: string, kind: Kind): string[] {
  const before = name.slice(0, -1);
  const last = name.slice(-1);
  const hard = gradation.find(([strong]) => before.endsWith(strong));
  if (hard !== undefined) return [`${before.slice(0, -hard[0].length)}${hard[1]}${last}`];
  if (kind === 'first name') return [];
  const soft = softGradation.find(([strong]) => before.endsWith(strong));
  return soft === undefined ? [] : [`${before.slice(0, -1)}${soft[1]}${last}`];
}

const singular =
  ' n a ä ta tä tta ttä lla llä lle lta ltä ssa ssä sta stä na nä ksi an än en in on ön un yn seen hin';
/** The whole family: `Virtaset`, `Mäkisille`. */
const plural = 't en ien jen iden illa illä ille ilta iltä issa issä ista istä ita itä ia iä ja jä ihin';
const clitics = ['', 'kin', 'kaan', 'kään', 'han', 'hän', 'ko', 'kö', 'kohan', 'köhän', 'pa', 'pä'];

/** That of Swedish, and of English without its apostrophe: `Annas`. */
const foreign = 's';

const endings = (cases: string): ReadonlySet<string> =>
  new Set([...cases.split(' ').flatMap((ending) => clitics.map((clitic) => ending + clitic)), foreign]);

const openEndings: Readonly<Record<Kind, ReadonlySet<string>>> = {
  'first name': endings(singular),
  surname: endings(`${singular} ${plural}`),
};
/** `Virtasta` and `Virtasten`, but `Markusta` alone. */
const closedEndings: Readonly<Record<Kind, ReadonlySet<string>>> = {
  'first name': endings(' ta tä'),
  surname: endings(' ta tä ten'),
};
const longestEnding = 'issakohan'.length;

/** Names, found again in whatever form they stand. */
export class Inflected {
  readonly #open = new Set<string>();
  readonly #closed = new Set<string>();
  readonly #openEndings: ReadonlySet<string>;
  readonly #closedEndings: ReadonlySet<string>;

  constructor(names: Iterable<string>, kind: Kind) {
    this.#openEndings = openEndings[kind];
    this.#closedEndings = closedEndings[kind];
    for (const name of names) {
      const { open, closed } = stemsOf(name.toLowerCase(), kind);
      for (const stem of open) this.#open.add(stem);
      for (const stem of closed) this.#closed.add(stem);
    }
  }

  /** @param word in lower case, with `:` or an apostrophe before an ending where it is written so: `ali:n`, `anna's` */
  has(word: string): boolean {
    const [stem = '', ending] = word.split(/[:'’]/);
    if (ending !== undefined) return this.#open.has(stem) || this.#closed.has(stem);
    for (let cut = word.length; cut >= Math.max(2, word.length - longestEnding); cut -= 1) {
      const rest = word.slice(cut);
      const front = word.slice(0, cut);
      if (this.#open.has(front) && this.#openEndings.has(rest)) return true;
      if (this.#closed.has(front) && this.#closedEndings.has(rest)) return true;
    }
    return false;
  }
}
