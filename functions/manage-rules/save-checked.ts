import type { Change } from '../../shared/adapters/audit.ts';
import { formsAsRead, readForms } from '../../shared/adapters/question-sets.ts';
import { readRuleSet, saveRule } from '../../shared/adapters/rules.ts';
import { formsInForce } from '../../shared/domain/questions/catalogue.ts';
import { checkUses } from '../../shared/domain/questions/form-uses.ts';
import { checkRule } from '../../shared/domain/rules/check-rules.ts';
import type { Finding } from '../../shared/domain/rules/finding.ts';
import type { Rule, RuleDraft } from '../../shared/domain/rules/rule.ts';
import { inTurn } from '../../shared/lambda/in-turn.ts';
import { demandPrecondition, type Precondition } from '../../shared/lambda/precondition.ts';
import { Problem } from '../../shared/lambda/problem.ts';

/**
 * Saves a rule after checking it among the others and beside the forms that it names. Where another rule is saved
 * meanwhile, or a form published or withdrawn, it is checked again beside that; where this rule is, the caller's
 * precondition no longer holds.
 *
 * @throws Problem 400 with what is wrong with the rule, 412 or 428 for the precondition, 503 where others never rest
 */
export function saveChecked(
  table: string,
  draft: RuleDraft,
  precondition: Precondition,
  change: Change,
): Promise<{ rule: Rule; warnings: readonly Finding[] }> {
  return inTurn('saving rules', async () => {
    const [read, forms] = await Promise.all([readRuleSet(table), readForms(table)]);
    const before = read.rules.find(({ id }) => id === draft.id);
    demandPrecondition(precondition, before?.version, 'rule');
    const among = checkRule(draft, read.rules, formsInForce(forms.standings));
    const uses = checkUses(draft, forms.catalogue);
    const faults = [...among.faults, ...uses.faults];
    if (faults.length > 0) throw new Problem(400, 'The rule cannot be carried out as it is.', faults);
    const rule = await saveRule(table, read, draft, change, [formsAsRead(table, forms)]);
    return rule && { rule, warnings: [...among.warnings, ...uses.warnings] };
  });
}
