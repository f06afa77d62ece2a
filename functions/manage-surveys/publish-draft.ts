import { isDeepStrictEqual } from 'node:util';
import type { Change } from '../../shared/adapters/audit.ts';
import { publishForm, readForms } from '../../shared/adapters/question-sets.ts';
import { readRuleSet, rulesAsRead } from '../../shared/adapters/rules.ts';
import { readDraft } from '../../shared/adapters/survey-drafts.ts';
import type { surveyStandingSchema } from '../../shared/api/surveys.ts';
import type { Told } from '../../shared/api/told.ts';
import { asDraft } from '../../shared/domain/questions/draft.ts';
import { inTurn } from '../../shared/lambda/in-turn.ts';
import { demandPrecondition, type Precondition } from '../../shared/lambda/precondition.ts';
import { Problem } from '../../shared/lambda/problem.ts';
import { checkStored } from './check-stored.ts';

/**
 * Publishes the draft of a form as its next version, after checking it among all others.
 *
 * @throws Problem 404 without a draft, 409 with what is wrong with it or where it is in force already, 412 or 428 for
 *   the precondition, 503 where others never rest
 */
export function publishDraft(
  table: string,
  id: string,
  precondition: Precondition,
  change: Change,
): Promise<Told<typeof surveyStandingSchema>> {
  return inTurn('publishing', async () => {
    const [forms, stored, ruleSet] = await Promise.all([
      readForms(table),
      readDraft(table, id),
      readRuleSet(table),
    ]);
    if (stored === undefined) throw new Problem(404, 'Nobody has saved a draft of this form.');
    demandPrecondition(precondition, stored.version, 'draft');
    const { draft } = stored;
    const current = forms.catalogue.current(id);
    if (current !== undefined && isDeepStrictEqual(asDraft(current), draft))
      throw new Problem(409, `The draft is in force already, as version ${current.version}.`);
    const beside = { catalogue: forms.catalogue, rules: ruleSet.rules };
    const { faults, warnings } = checkStored(id, draft, beside);
    if (faults.length > 0) throw new Problem(409, 'The draft cannot be published as it is.', faults);
    const version = await publishForm(table, forms, { id, draft }, change, [rulesAsRead(table, ruleSet)]);
    return version === undefined ? undefined : { id, current: version, warnings };
  });
}
