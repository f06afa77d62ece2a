import { readClosedPeriods, type ClosedPeriod } from '../../shared/adapters/closed-periods.ts';
import { endCorrection, readCorrections } from '../../shared/adapters/corrections.ts';
import { readDueComments } from '../../shared/adapters/due-comments.ts';
import { readInvited } from '../../shared/adapters/invited-counts.ts';
import { listReleases, type ListedRelease } from '../../shared/adapters/releases.ts';
import { recordsKeptFrom } from '../../shared/adapters/retention.ts';
import { closesAt } from '../../shared/domain/calendar/day.ts';
import { days } from '../../shared/domain/calendar/duration.ts';
import type { Quarter } from '../../shared/domain/calendar/month.ts';
import { countableQuarters } from '../../shared/domain/calendar/ticket-term.ts';
import { editionName, editionsOf } from '../../shared/domain/releases/editions.ts';
import type { Invited } from '../../shared/domain/tallies/invited.ts';
import { fault } from '../../shared/lambda/log.ts';
import { publishComments } from './publish-comments.ts';
import { publishPeriod } from './publish-period.ts';
import type { Surroundings } from './surroundings.ts';

/** A period that can't be published yet. `isLate`: not since this night only. */
type Waiting = { readonly period: Quarter; readonly isLate: boolean };

/** What a night has done. */
type Night = { readonly published: ListedRelease[]; readonly waiting: Waiting[]; readonly failed: Quarter[] };

/**
 * Publishes every closed period of which a release is missing, or for which a correction was asked, once the asks behind
 * it have been counted. A release is computed once, and frozen: a correction is another release.
 */
export async function publishPeriods(surroundings: Surroundings): Promise<Night> {
  const { table, now } = surroundings;
  const releases = await listReleases(table);
  const corrections = await readCorrections(table);
  const withdrawnIn = await readDueComments(table);
  const night: Night = { published: [], waiting: [], failed: [] };
  for (const closed of await readClosedPeriods(table)) {
    const { period } = closed;
    const correction = corrections.find((asked) => asked.period === period);
    const comments = commentsOf(period, releases);
    const areFiguresDue = correction !== undefined || !isReleased(period, releases);
    const areCommentsDue = comments.length === 0 || withdrawnIn.has(period);
    if (!areFiguresDue && !areCommentsDue) continue;
    await apart(night, period, async () => {
      const invited = await readInvitedIn(table, closed);
      if (mayStillCome(closed, invited, now)) {
        night.waiting.push({ period, isLate: closesAt(period) + days(1) <= now });
        return;
      }
      const publication = { closed, invited, released: comments };
      if (areCommentsDue)
        await apart(night, period, async () => {
          const release = await publishComments(surroundings, publication, now);
          if (release !== undefined) night.published.push(release);
        });
      if (!areFiguresDue) return;
      const known = [...releases, ...night.published];
      night.published.push(...(await publishPeriod(surroundings, { ...publication, known, correction })));
      if (correction !== undefined) await endCorrection(table, correction);
    });
  }
  return night;
}

/** Others are not to wait for what fails: it is told apart, and the run fails once it is through. */
async function apart({ failed }: Night, period: Quarter, publish: () => Promise<void>): Promise<void> {
  try {
    await publish();
  } catch (error) {
    fault('a period could not be published', error, { period });
    failed.push(period);
  }
}

/** What has come out of a period's comments, latest last. */
const commentsOf = (period: Quarter, releases: readonly ListedRelease[]): ListedRelease[] =>
  releases.filter((release) => release.table === 'C1' && release.period === period);

/** Whether everything of a period has come out but its comments. */
const isReleased = (period: Quarter, releases: readonly ListedRelease[]): boolean => {
  const names = new Set(releases.map(editionName));
  return editionsOf(period).every((edition) => names.has(editionName(edition)));
};

/** The asks behind each quarter that was counted in a period, as far as they are known. */
async function readInvitedIn(table: string, { counted }: ClosedPeriod): Promise<Map<Quarter, Invited>> {
  const invited = new Map<Quarter, Invited>();
  for (const quarter of counted) {
    const found = await readInvited(table, quarter);
    if (found !== undefined) invited.set(quarter, found);
  }
  return invited;
}

/** Asks whose records have begun to expire are never counted any more: then nothing of the period can be shown. */
const mayStillCome = (
  { counted }: ClosedPeriod,
  invited: ReadonlyMap<Quarter, Invited>,
  now: number,
): boolean => {
  const countable = countableQuarters(recordsKeptFrom(now), now);
  return counted.some((quarter) => !invited.has(quarter) && countable.includes(quarter));
};
