import { environment } from '../../shared/contract/environment.ts';
import { runReplay, type ReplayProgress } from '../../shared/adapters/replay-run.ts';
import { readReplay, saveReplay, type StoredReplay } from '../../shared/adapters/replays.ts';
import { now } from '../../shared/lambda/clock.ts';
import { required } from '../../shared/lambda/environment.ts';
import { info } from '../../shared/lambda/log.ts';
import { queueWorker } from '../../shared/lambda/queue-worker.ts';

const invitations = required(environment.invitationsTable);

/** The progress is written down each time so many more records have been worked through. */
const recordsBetween = 10_000;

/** Runs a replay of any length, one at a time. A run that dies begins anew: a replay changes nothing. */
export const handler = queueWorker(async (replayId) => {
  const found = await readReplay(invitations, replayId);
  if (found === undefined || found.state === 'done') return;
  // Without the progress of a run before, of which nothing is left.
  const replay = { replayId, draft: found.draft };
  try {
    const report = await runReplay(invitations, replay.draft, progressOf(replay));
    await saveReplay(invitations, { ...replay, state: 'done', report }, now());
    info('a replay is done', { count: report?.recipients ?? 0 });
  } catch (error) {
    // Whoever waits for it is told; the queue brings it again, and a later run may still finish it.
    await saveReplay(invitations, { ...replay, state: 'failed' }, now());
    throw error;
  }
}, 'one-by-one');

function progressOf(
  replay: Pick<StoredReplay, 'replayId' | 'draft'>,
): (progress: ReplayProgress) => Promise<boolean> {
  let written = 0;
  return async ({ day, records }) => {
    if (records - written < recordsBetween) return true;
    written = records;
    await saveReplay(invitations, { ...replay, state: 'running', day, records }, now());
    return true;
  };
}
