import { readActions } from '../../shared/adapters/actions.ts';
import { readForms } from '../../shared/adapters/question-sets.ts';
import { readRelease, type ReleaseStore } from '../../shared/adapters/releases.ts';
import { readRules } from '../../shared/adapters/rules.ts';
import { readSubject } from '../../shared/adapters/subjects.ts';
import { monthsOf } from '../../shared/domain/calendar/month.ts';
import { composeDigest, isTold } from '../../shared/domain/digest/compose.ts';
import type { Digest } from '../../shared/domain/digest/digest.ts';
import { knownQuestions } from '../../shared/domain/digest/known-questions.ts';
import type { DigestPath } from '../../shared/domain/digest/subject.ts';
import { publicAnswersMin } from '../../shared/domain/releases/detail.ts';
import type { Release } from '../../shared/domain/releases/release.ts';
import { responsesMin } from '../../shared/domain/tallies/tally.ts';

/** Where a digest comes from: the names of a table and of the store of releases. No tally is read. */
export type DigestStores = { readonly settings: string; readonly releases: ReleaseStore };

/**
 * The digest of a unit or an organisation. What is held back and what never was look the same: nothing is told of it.
 *
 * @param audience `all` see nothing but public units, and of those only figures of many answers
 * @returns undefined where there is none: the quarter is not released, nobody is called so, or it is not for everyone
 */
export async function readDigest(
  stores: DigestStores,
  path: DigestPath,
  audience: 'staff' | 'all',
): Promise<Digest | undefined> {
  const subject = await readSubject(stores.settings, path);
  if (audience === 'all' && subject?.public !== true) return undefined;
  const [releases, actions, { catalogue }, rules] = await Promise.all([
    readReleases(stores.releases, path),
    readActions(stores.settings, path),
    readForms(stores.settings),
    readRules(stores.settings),
  ]);
  // An organisation that has lost its units keeps its past.
  if (releases.length === 0 || (subject === undefined && !isTold(releases, path))) return undefined;
  return composeDigest({
    subject: path,
    name: subject?.name ?? { fi: path.id, sv: path.id, en: path.id },
    period: path.period,
    releases,
    pairs: actions?.pairs ?? [],
    questions: knownQuestions(catalogue, rules),
    responsesMin: audience === 'all' ? publicAnswersMin : responsesMin,
  });
}

/** Of a unit its quarter, of an organisation its months: those that are released. */
async function readReleases(store: ReleaseStore, { kind, period }: DigestPath): Promise<Release[]> {
  const releases =
    kind === 'units'
      ? [await readRelease(store, 'T1', period)]
      : await Promise.all(monthsOf(period).map((month) => readRelease(store, 'T4', month)));
  return releases.filter((release) => release !== undefined);
}
