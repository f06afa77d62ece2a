import { isDeepStrictEqual } from 'node:util';
import type { ClosedPeriod } from '../../shared/adapters/closed-periods.ts';
import type { Correction } from '../../shared/adapters/corrections.ts';
import { publishRelease, readRelease, type ListedRelease } from '../../shared/adapters/releases.ts';
import { readForms } from '../../shared/adapters/question-sets.ts';
import { readUnits } from '../../shared/adapters/settings.ts';
import { readTallied } from '../../shared/adapters/tallies.ts';
import { readThresholds } from '../../shared/adapters/thresholds.ts';
import { dayAt } from '../../shared/domain/calendar/day.ts';
import type { Quarter } from '../../shared/domain/calendar/month.ts';
import type { Closed } from '../../shared/domain/releases/closed.ts';
import { composeReleases, type Draft } from '../../shared/domain/releases/compose.ts';
import { periodsBefore } from '../../shared/domain/releases/earlier.ts';
import { editionName, editionsOf, type Edition } from '../../shared/domain/releases/editions.ts';
import type { Release } from '../../shared/domain/releases/release.ts';
import { answersMinIn } from '../../shared/domain/releases/thresholds.ts';
import { tooFewIn } from '../../shared/domain/releases/too-few.ts';
import type { Invited } from '../../shared/domain/tallies/invited.ts';
import type { Surroundings } from './surroundings.ts';

/** A period that is to be published. */
export type Publication = {
  readonly closed: ClosedPeriod;
  /** The asks behind each quarter whose answers are in it. */
  readonly invited: ReadonlyMap<Quarter, Invited>;
  /** All that has been released so far, of this period and others. */
  readonly known: readonly ListedRelease[];
  readonly correction: Correction | undefined;
};

/**
 * Publishes what is missing of a period, in one go that is audited together with all that came out before; where it is to be
 * corrected, also a further revision of whatever would be told otherwise now.
 *
 * @returns what has come out
 * @throws where it can't be published without giving answers away: then nothing comes out
 */
export async function publishPeriod(
  surroundings: Surroundings,
  publication: Publication,
): Promise<ListedRelease[]> {
  const { correction } = publication;
  const solve = await surroundings.loadSolver();
  const closed = await readClosed(surroundings, publication);
  const latest = new Map(closed.already.map((release) => [editionName(release), release]));
  const published: ListedRelease[] = [];
  for (const draft of composeReleases(closed, solve)) {
    const before = latest.get(editionName(draft));
    if (before !== undefined && (correction === undefined || tellsTheSame(before, draft))) continue;
    const release: Release = {
      ...draft,
      revision: (before?.revision ?? 0) + 1,
      releasedOn: dayAt(surroundings.now),
      correction: before === undefined ? null : (correction?.reason ?? null),
    };
    await publishRelease(surroundings, release);
    const { table, period, revision, releasedOn } = release;
    published.push({ table, period, revision, releasedOn });
  }
  return published;
}

/** Names and notes may be worded otherwise by now; what counts is the figures. */
const tellsTheSame = (before: Release, draft: Draft): boolean =>
  isDeepStrictEqual(before.cells, JSON.parse(JSON.stringify(draft.cells)));

async function readClosed(
  surroundings: Surroundings,
  { closed: { period, counted }, invited, known }: Publication,
): Promise<Closed> {
  const { table, settings } = surroundings;
  const { tallies, drivers, structure } = await readTallied(table, period);
  const { thresholds } = await readThresholds(settings);
  const { catalogue } = await readForms(settings);
  return {
    ...{ period, tallies, drivers, structure },
    invited: [...invited.values()],
    tooFew: tooFewIn(period, counted, invited),
    least: answersMinIn(thresholds, period),
    units: await readUnits(settings),
    questions: catalogue.items,
    earlier: await readEarlier(surroundings, period, known),
    already: await readAll(surroundings, known, editionsOf(period)),
  };
}

/** The latest revision of each table of the periods that stand beside. */
function readEarlier(
  surroundings: Surroundings,
  period: Quarter,
  known: readonly ListedRelease[],
): Promise<Release[]> {
  const editions = new Map(
    editionsOf(period)
      .filter(({ table }) => table.startsWith('T'))
      .flatMap((edition) =>
        periodsBefore(edition.period).map((before): Edition => ({ ...edition, period: before })),
      )
      .filter((edition) => !editionsOf(period).some((own) => editionName(own) === editionName(edition)))
      .map((edition) => [editionName(edition), edition]),
  );
  const latest = new Map(known.map((listed) => [editionName(listed), listed]));
  return readAll(surroundings, [...latest.values()], [...editions.values()]);
}

/** Every revision that is listed of some tables, earliest first. */
async function readAll(
  surroundings: Surroundings,
  listed: readonly ListedRelease[],
  editions: readonly Edition[],
): Promise<Release[]> {
  const names = new Set(editions.map(editionName));
  const releases: Release[] = [];
  for (const { table, period, revision } of listed.filter((each) => names.has(editionName(each)))) {
    const release = await readRelease(surroundings, table, period, revision);
    if (release === undefined) throw new Error(`${table} of ${period} is listed, and is not there`);
    releases.push(release);
  }
  return releases;
}
