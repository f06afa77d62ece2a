import { randomInt } from 'node:crypto';
import { closeReview, noteCorrected, readDecided } from '../../shared/adapters/comment-reviews.ts';
import { readRegister } from '../../shared/adapters/comments.ts';
import {
  publishRelease,
  withdrawRevision,
  type ListedRelease,
  type ReleaseStore,
} from '../../shared/adapters/releases.ts';
import { dayAt } from '../../shared/domain/calendar/day.ts';
import type { Quarter } from '../../shared/domain/calendar/month.ts';
import { composeComments } from '../../shared/domain/comments/comment-release.ts';
import type { Release } from '../../shared/domain/releases/release.ts';

/** Readers of a further revision are told no more than this: not what was taken down, nor why. */
const withdrawn = 'A comment was taken down.';

/**
 * Publishes the approved comments of a period, once no comment of it waits for a person; and again without those that were
 * taken down since.
 *
 * @param released what has come out of the period's comments, latest last
 * @returns what has come out now; undefined where there is nothing to publish, or not yet
 */
export async function publishComments(
  store: ReleaseStore,
  period: Quarter,
  released: readonly ListedRelease[],
  now: number,
): Promise<ListedRelease | undefined> {
  const register = await readRegister(store.table, period);
  const latest = released.at(-1);
  if (latest !== undefined && register?.isCorrectionDue !== true) return undefined;
  if (latest === undefined && !(await closeReview(store.table, period))) return undefined;
  const release: Release = {
    ...composeComments(period, await readDecided(store.table, period), (bound) => randomInt(bound)),
    revision: (latest?.revision ?? 0) + 1,
    releasedOn: dayAt(now),
    correction: latest === undefined ? null : withdrawn,
  };
  await publishRelease(store, release);
  for (const earlier of released) await withdrawRevision(store, earlier);
  // Where another was taken down meanwhile, the next night publishes once more.
  if (register?.isCorrectionDue === true) await noteCorrected(store.table, register);
  const { table, revision, releasedOn } = release;
  return { table, period, revision, releasedOn };
}
