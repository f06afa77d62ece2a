import { checkDraft, type DraftCheck } from '../../shared/domain/questions/check-draft.ts';
import { draftSchema, type Draft } from '../../shared/domain/questions/draft.ts';
import { jsonPointer } from '../../shared/lambda/problem.ts';

/**
 * Checks a draft as it is stored, also by what it would be refused for if it were sent today: it may have been saved before a
 * limit was.
 */
export function checkStored(id: string, draft: Draft, beside: Parameters<typeof checkDraft>[2]): DraftCheck {
  const { faults, warnings } = checkDraft(id, draft, beside);
  const refused = draftSchema.safeParse(draft).error?.issues ?? [];
  return {
    faults: [
      ...refused.map(({ path, message }) => ({ pointer: jsonPointer(path), detail: message })),
      ...faults,
    ],
    warnings,
  };
}
