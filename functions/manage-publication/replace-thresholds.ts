import type { Change } from '../../shared/adapters/audit.ts';
import { readThresholds, saveThresholds, type StoredThresholds } from '../../shared/adapters/thresholds.ts';
import {
  publicationBytesMost,
  sentThresholdsSchema,
  type savedThresholdsSchema,
} from '../../shared/api/publication.ts';
import type { Told } from '../../shared/api/told.ts';
import { quarterAt } from '../../shared/domain/calendar/month.ts';
import {
  thresholdFaults,
  type ThresholdFault,
  type Thresholds,
} from '../../shared/domain/releases/thresholds.ts';
import { responsesMin } from '../../shared/domain/tallies/tally.ts';
import { bodyOf, jsonBody, type HttpRequest } from '../../shared/lambda/http-function.ts';
import { demandPrecondition, preconditionOf } from '../../shared/lambda/precondition.ts';
import { parseInput, Problem } from '../../shared/lambda/problem.ts';

/** As the API tells them. */
export const told = ({ version, thresholds }: StoredThresholds): Told<typeof savedThresholdsSchema> => ({
  version,
  thresholds,
  answersMin: responsesMin,
});

function expectedOf(fault: ThresholdFault): string {
  if (fault.reason === 'past')
    return `expected no change for ${fault.from}, which has ended: what was released stays as it is`;
  return `expected at least ${fault.least} from ${fault.from} on: a threshold can be raised, and never lowered`;
}

/** @throws Problem 400 naming what may not be changed so, 412 or 428 for the precondition, 413 */
export async function replaceThresholds(
  settings: string,
  request: HttpRequest,
  change: Change,
): Promise<StoredThresholds> {
  const before = await readThresholds(settings);
  demandPrecondition(
    preconditionOf(request),
    before.version === 0 ? undefined : before.version,
    'list of thresholds',
  );
  const { thresholds } = sentThresholds(request);
  demandAllowed(before.thresholds, thresholds, change.at);
  const saved = await saveThresholds(settings, before, thresholds, change);
  if (saved === undefined)
    throw new Problem(
      412,
      'Somebody else has saved thresholds at this moment. Read them again, and change those.',
    );
  return saved;
}

function sentThresholds(request: HttpRequest): { readonly thresholds: Thresholds } {
  if (bodyOf(request).length > publicationBytesMost) throw new Problem(413, 'The list is too large.');
  return parseInput(sentThresholdsSchema, jsonBody(request));
}

function demandAllowed(before: Thresholds, after: Thresholds, at: number): void {
  const faults = thresholdFaults(before, after, quarterAt(at)).map((fault) => {
    const index = after.findIndex(({ from }) => from === fault.from);
    // Where the list does not name the quarter, it is the list that lacks something.
    return {
      pointer: index < 0 ? '/thresholds' : `/thresholds/${index}/answersMin`,
      detail: expectedOf(fault),
    };
  });
  if (faults.length > 0) throw new Problem(400, 'The thresholds cannot be changed so.', faults);
}
