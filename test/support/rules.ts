import { defaultRules } from '../../shared/domain/rules/default-rules.ts';
import { ruleDraftSchema, type Rule, type RuleDraft } from '../../shared/domain/rules/rule.ts';

/** A rule without its version, as an administrator sends it. */
export const draftOf = (rule: Rule): RuleDraft =>
  ruleDraftSchema.parse(Object.fromEntries(Object.entries(rule).filter(([name]) => name !== 'version')));

/** A shipped rule by its name. */
export function shippedRule(id: string): Rule {
  const rule = defaultRules.find((known) => known.id === id);
  if (rule === undefined) throw new Error(`there is no shipped rule ${id}`);
  return rule;
}

/** A rule for a stage that no shipped rule asks at, which nothing can be said against, but for what is given. */
export const newDraft = (changes: Partial<RuleDraft> = {}): RuleDraft => ({
  ...draftOf(shippedRule('service-ended')),
  id: 'plan-reviewed',
  stage: 'client-plan.reviewed',
  priority: 20,
  ...changes,
});
