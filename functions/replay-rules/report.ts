import type { StoredReplay } from '../../shared/adapters/replays.ts';
import type { Draft, ReplayReport } from '../../shared/domain/replay/replay.ts';

/** A replay's outcome as administrators see it. */
export const reportOf = ({ from, to, rules }: Draft, report: ReplayReport) => ({
  from: new Date(from).toISOString(),
  to: new Date(to).toISOString(),
  rules: rules.map(({ id, version }) => ({ id, version })),
  ...report,
});

/** How far a replay has come; with its outcome once it is done. */
export function standingOf({ replayId, state, draft, day, records, report }: StoredReplay) {
  const progress = { reached: day ?? null, records: records ?? 0 };
  return {
    id: replayId,
    state,
    progress,
    from: new Date(draft.from).toISOString(),
    to: new Date(draft.to).toISOString(),
    ...(typeof report === 'object' && report),
  };
}
