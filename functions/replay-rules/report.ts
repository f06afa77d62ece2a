import {
  replayReportSchema,
  type doneReplaySchema,
  type replayStandingSchema,
} from '../../shared/api/replays.ts';
import type { Told } from '../../shared/api/told.ts';
import type { StoredReplay } from '../../shared/adapters/replays.ts';
import type { Draft, ReplayReport } from '../../shared/domain/replay/replay.ts';

/** A replay's outcome as administrators see it. */
export const reportOf = (
  { from, to, rules }: Draft,
  report: ReplayReport,
): Told<typeof doneReplaySchema> => ({
  state: 'done',
  from: new Date(from).toISOString(),
  to: new Date(to).toISOString(),
  rules: rules.map(({ id, version }) => ({ id, version })),
  ...report,
});

/** How far a replay has come; with its outcome once it is done. */
export function standingOf({
  replayId,
  state,
  draft,
  day,
  records,
  report,
}: StoredReplay): Told<typeof replayStandingSchema> {
  const progress = { reached: day ?? null, records: records ?? 0 };
  return {
    id: replayId,
    state,
    progress,
    from: new Date(draft.from).toISOString(),
    to: new Date(draft.to).toISOString(),
    ...(report !== undefined && replayReportSchema.parse(report)),
  };
}
