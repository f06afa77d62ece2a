import type { Change } from '../../shared/adapters/audit.ts';
import { readForms, withdrawVersion } from '../../shared/adapters/question-sets.ts';
import { readRuleSet, rulesAsRead } from '../../shared/adapters/rules.ts';
import type { surveyStandingSchema } from '../../shared/api/surveys.ts';
import type { Told } from '../../shared/api/told.ts';
import { afterWithdrawal } from '../../shared/domain/questions/withdrawal.ts';
import { inTurn } from '../../shared/lambda/in-turn.ts';
import { Problem } from '../../shared/lambda/problem.ts';

/**
 * Withdraws a version of a form. Of one that is withdrawn already, nothing changes.
 *
 * @throws Problem 404 where there is no such version, 409 naming the rules that would ask with nothing, or with a form that
 *   is not for those whom they ask; 503 where others never rest
 */
export function withdraw(
  table: string,
  id: string,
  version: number,
  change: Change,
): Promise<Told<typeof surveyStandingSchema>> {
  return inTurn('publishing', async () => {
    const [forms, ruleSet] = await Promise.all([readForms(table), readRuleSet(table)]);
    const { catalogue } = forms;
    if (catalogue.version(id, version) === undefined) throw new Problem(404, 'There is no such version.');
    if (catalogue.isWithdrawn(id, version))
      return { id, current: catalogue.current(id)?.version ?? null, warnings: [] };
    const { after, faults, warnings } = afterWithdrawal({ id, version }, { forms, rules: ruleSet.rules });
    if (faults.length > 0) throw new Problem(409, 'The version cannot be withdrawn now.', faults);
    const isWithdrawn = await withdrawVersion(table, forms, { id, version, after }, change, [
      rulesAsRead(table, ruleSet),
    ]);
    return isWithdrawn ? { id, current: after, warnings } : undefined;
  });
}
