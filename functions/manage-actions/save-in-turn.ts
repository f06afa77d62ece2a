import { readActions, saveActions } from '../../shared/adapters/actions.ts';
import type { Change } from '../../shared/adapters/audit.ts';
import type { Actions, SentActions } from '../../shared/domain/digest/actions.ts';
import type { ActionsPath } from '../../shared/domain/digest/subject.ts';
import { demandPrecondition, type Precondition } from '../../shared/lambda/precondition.ts';
import { Problem } from '../../shared/lambda/problem.ts';

/** Who replaces whatever is there may meet somebody else's save. More than this many at once are no administrators. */
const triesMost = 5;

/**
 * Saves what is sent in the place of what the caller said was there.
 *
 * @throws Problem 412 or 428 for the precondition, 503 where others never rest
 */
export async function saveInTurn(
  settings: string,
  path: ActionsPath,
  sent: SentActions,
  precondition: Precondition,
  change: Change,
): Promise<Actions> {
  for (let tries = 0; tries < triesMost; tries += 1) {
    const before = await readActions(settings, path);
    demandPrecondition(precondition, before?.version, 'list of actions');
    const saved = await saveActions(settings, path, before, sent, change);
    if (saved !== undefined) return saved;
  }
  throw new Problem(503, 'Others are saving at this moment. Please try again.');
}
