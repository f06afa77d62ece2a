import { bank, childBank } from './bank.ts';
import type { Question, QuestionSet } from './question.ts';
import { questionSets } from './question-sets.ts';

/** Which versions of a form an organisation has published itself, and which of all its versions it has withdrawn. */
export type Standing = {
  readonly id: string;
  /** Version numbers, in the order of publishing. */
  readonly published: readonly number[];
  readonly withdrawn: readonly number[];
};

/** One version of a form, as a link names it. */
export type FormVersion = Pick<QuestionSet, 'id' | 'version'>;

/** What an organisation has done with its forms. Nothing of it is ever taken back: answers are counted by it for good. */
export type StoredForms = {
  readonly standings: readonly Standing[];
  /** Every version that the standings name as published, in the order of publishing. */
  readonly published: readonly QuestionSet[];
};

const newest = (versions: readonly number[]): number | undefined =>
  versions.length === 0 ? undefined : Math.max(...versions);

/** What was done with one form: with most of them nothing. */
export const standingIn = (standings: readonly Standing[], id: string): Standing =>
  standings.find((one) => one.id === id) ?? { id, published: [], withdrawn: [] };

const versionsIn = (sets: readonly QuestionSet[], id: string): number[] =>
  sets.filter((set) => set.id === id).map(({ version }) => version);

/**
 * The version with which people are asked from now on: the newest that is not withdrawn. What an organisation has published
 * stands before what is shipped, so that a release of Kuultu changes no form that somebody has made their own.
 *
 * @returns undefined where there is no such form, or all of it is withdrawn
 */
export function currentVersion(
  id: string,
  standings: readonly Standing[],
  shipped: readonly QuestionSet[] = questionSets,
): number | undefined {
  const { published, withdrawn } = standingIn(standings, id);
  const inForce = (versions: readonly number[]) =>
    newest(versions.filter((version) => !withdrawn.includes(version)));
  return inForce(published) ?? inForce(versionsIn(shipped, id));
}

/** The forms with which people can be asked now: what is shipped comes first. */
export function formsInForce(standings: readonly Standing[]): string[] {
  const ids = new Set([...questionSets, ...standings].map(({ id }) => id));
  return [...ids].filter((id) => currentVersion(id, standings) !== undefined);
}

/** The forms of which every version is withdrawn: nobody can be asked with them. */
export const withdrawnForms = (standings: readonly Standing[]): ReadonlySet<string> =>
  new Set(standings.map(({ id }) => id).filter((id) => currentVersion(id, standings) === undefined));

/** Whether nobody is asked with a version any more, and its page says so. */
export const isWithdrawn = (standings: readonly Standing[], { id, version }: FormVersion): boolean =>
  standingIn(standings, id).withdrawn.includes(version);

/** Every form that there is or was. A version never changes and never goes: what was asked with it may come in for months. */
export type Catalogue = {
  /** In alphabetical order. */
  readonly ids: readonly string[];
  /** The form with which people are asked from now on, if any. */
  readonly current: (id: string) => QuestionSet | undefined;
  /** One version, as a link names it, withdrawn or not. */
  readonly version: (id: string, version: number) => QuestionSet | undefined;
  /** Whether nobody is asked with a version any more, and its page says so. */
  readonly isWithdrawn: (id: string, version: number) => boolean;
  /** All versions of a form, the latest first. */
  readonly versionsOf: (id: string) => readonly QuestionSet[];
  /** Whatever can have been asked, by key: the bank first, then what came beside it, in the order of publishing. */
  readonly items: ReadonlyMap<string, Question>;
  /**
   * A question by its key. Of several wordings, that of a version in force stands before others, and that of a withdrawn one
   * behind them; among equals, the one that came last.
   */
  readonly item: (key: string) => Question | undefined;
};

/** @param shipped the forms that Kuultu ships with; tests give others */
export function catalogueOf(
  { standings, published }: StoredForms,
  shipped: readonly QuestionSet[] = questionSets,
): Catalogue {
  const isPublished = ({ id, version }: QuestionSet): boolean =>
    published.some((own) => own.id === id && own.version === version);
  // Of one number, the version that people were asked with here is the organisation's.
  const all = [...shipped.filter((set) => !isPublished(set)), ...published];
  const find = (id: string, version: number) => all.find((set) => set.id === id && set.version === version);
  const precedence = ({ id, version }: QuestionSet): number => {
    if (currentVersion(id, standings, shipped) === version) return 2;
    return isWithdrawn(standings, { id, version }) ? 0 : 1;
  };
  // What comes again keeps its place, and has the words that come last.
  const asAsked = [...all, ...all.toSorted((a, b) => precedence(a) - precedence(b))];
  const items = new Map(
    [
      ...Object.values(bank),
      ...Object.values(childBank),
      ...asAsked.flatMap(({ questions }) => questions),
    ].map((question) => [question.key, question]),
  );
  return {
    ids: [...new Set(all.map(({ id }) => id))].sort(),
    current: (id) => {
      const version = currentVersion(id, standings, shipped);
      return version === undefined ? undefined : find(id, version);
    },
    version: find,
    isWithdrawn: (id, version) => isWithdrawn(standings, { id, version }),
    versionsOf: (id) => all.filter((set) => set.id === id).toSorted((a, b) => b.version - a.version),
    items,
    item: (key) => items.get(key),
  };
}
