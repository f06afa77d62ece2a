import { environment } from '../../shared/contract/environment.ts';
import { runReplay, type ReplayProgress } from '../../shared/adapters/replay-run.ts';
import { readReplay, saveReplay } from '../../shared/adapters/replays.ts';
import { now } from '../../shared/lambda/clock.ts';
import { required } from '../../shared/lambda/environment.ts';
import { info } from '../../shared/lambda/log.ts';
import { queueWorker } from '../../shared/lambda/queue-worker.ts';

const invitations = required(environment.invitationsTable);

/** The progress is written down each time so many more records have been worked through. */
const recordsBetween = 10_000;

/** Runs a replay of any length, one at a time. A run that dies begins anew: a replay changes nothing. */
export const handler = queueWorker(async (replayId) => {
  const replay = await readReplay(invitations, replayId);
  if (replay === undefined || replay.state === 'done') return;
  let written = 0;
  let reached: ReplayProgress | undefined;
  const report = await runReplay(invitations, replay.draft, async (progress) => {
    reached = progress;
    if (progress.records - written >= recordsBetween) {
      written = progress.records;
      await saveReplay(invitations, { ...replay, ...progress, state: 'running' }, now());
    }
    return true;
  });
  await saveReplay(invitations, { ...replay, ...reached, state: 'done', report }, now());
  info('a replay is done', { count: report?.recipients ?? 0 });
}, 'one-by-one');
