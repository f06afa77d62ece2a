import type { Change } from '../../shared/adapters/audit.ts';
import { readDraft, saveDraft, type StoredDraft } from '../../shared/adapters/survey-drafts.ts';
import type { Draft } from '../../shared/domain/questions/draft.ts';
import { demandPrecondition, type Precondition } from '../../shared/lambda/precondition.ts';
import { Problem } from '../../shared/lambda/problem.ts';

/** Who replaces whatever is there may meet somebody else's save. More than this many at once are no administrators. */
const triesMost = 5;

/**
 * Saves a draft in the place of what the caller said was there.
 *
 * @throws Problem 412 or 428 for the precondition, 503 where others never rest
 */
export async function saveInTurn(
  table: string,
  id: string,
  draft: Draft,
  precondition: Precondition,
  change: Change,
): Promise<StoredDraft> {
  for (let tries = 0; tries < triesMost; tries += 1) {
    const before = await readDraft(table, id);
    demandPrecondition(precondition, before?.version, 'draft');
    const saved = await saveDraft(table, { id, before, draft }, change);
    if (saved !== undefined) return saved;
  }
  throw new Problem(503, 'Others are saving at this moment. Please try again.');
}
