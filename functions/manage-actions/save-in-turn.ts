import { readActions, saveActions } from '../../shared/adapters/actions.ts';
import type { Change } from '../../shared/adapters/audit.ts';
import type { Actions, SentActions } from '../../shared/domain/digest/actions.ts';
import type { ActionsPath } from '../../shared/domain/digest/subject.ts';
import { inTurn } from '../../shared/lambda/in-turn.ts';
import { demandPrecondition, type Precondition } from '../../shared/lambda/precondition.ts';

/**
 * Saves what is sent in the place of what the caller said was there.
 *
 * @throws Problem 412 or 428 for the precondition, 503 where others never rest
 */
export function saveInTurn(
  settings: string,
  path: ActionsPath,
  sent: SentActions,
  precondition: Precondition,
  change: Change,
): Promise<Actions> {
  return inTurn('saving', async () => {
    const before = await readActions(settings, path);
    demandPrecondition(precondition, before?.version, 'list of actions');
    return saveActions(settings, path, before, sent, change);
  });
}
