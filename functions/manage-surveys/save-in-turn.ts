import type { Change } from '../../shared/adapters/audit.ts';
import { readDraft, saveDraft, type StoredDraft } from '../../shared/adapters/survey-drafts.ts';
import type { Draft } from '../../shared/domain/questions/draft.ts';
import { inTurn } from '../../shared/lambda/in-turn.ts';
import { demandPrecondition, type Precondition } from '../../shared/lambda/precondition.ts';

/**
 * Saves a draft in the place of what the caller said was there.
 *
 * @throws Problem 412 or 428 for the precondition, 503 where others never rest
 */
export function saveInTurn(
  table: string,
  id: string,
  draft: Draft,
  precondition: Precondition,
  change: Change,
): Promise<StoredDraft> {
  return inTurn('saving', async () => {
    const before = await readDraft(table, id);
    demandPrecondition(precondition, before?.version, 'draft');
    return saveDraft(table, { id, before, draft }, change);
  });
}
