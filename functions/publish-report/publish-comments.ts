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
import { composeComments } from '../../shared/domain/comments/comment-release.ts';
import type { Release } from '../../shared/domain/releases/release.ts';
import { tooFewIn } from '../../shared/domain/releases/too-few.ts';
import type { Publication } from './publish-period.ts';

/** Readers of a further revision are told no more than this: not what was taken down, nor why. */
const withdrawn = 'A comment was taken down.';

/** A period whose comments are to come out. */
export type CommentsPublication = Pick<Publication, 'closed' | 'invited'> & {
  /** What has come out of them before, latest last. */
  readonly released: readonly ListedRelease[];
};

/**
 * Publishes the approved comments of a period, once no comment of it waits for a person; and again without those that were
 * taken down since, where some have come out before.
 *
 * @returns what has come out; undefined where comments wait for a person
 */
export async function publishComments(
  store: ReleaseStore,
  { closed: { period, counted }, invited, released }: CommentsPublication,
  now: number,
): Promise<ListedRelease | undefined> {
  const latest = released.at(-1);
  if (latest === undefined && !(await closeReview(store.table, period))) return undefined;
  const register = await readRegister(store.table, period);
  const approved = await readDecided(store.table, period);
  const release: Release = {
    ...composeComments(period, approved, tooFewIn(period, counted, invited), (bound) => randomInt(bound)),
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
