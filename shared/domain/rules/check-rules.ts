import type { Finding } from './finding.ts';
import type { RuleDraft } from './rule.ts';
import { faultsOf } from './rule-faults.ts';
import { warningsOf } from './rule-warnings.ts';
import { waitWarnings } from './window-warnings.ts';

/** What is to be said of a rule: `faults` keep it from being saved, `warnings` do not. */
export type RuleCheck = { readonly faults: readonly Finding[]; readonly warnings: readonly Finding[] };

/**
 * Checks a rule among the rules that it would stand beside: whether it contradicts itself or another, matches nothing,
 * or asks nobody.
 *
 * @param current the rules in force; the one that the draft would replace, by its id, is left out of account
 * @param forms with which people can be asked now
 */
export function checkRule(
  draft: RuleDraft,
  current: readonly RuleDraft[],
  forms: readonly string[],
): RuleCheck {
  const others = current.filter(({ id }) => id !== draft.id);
  const faults = faultsOf(draft, others, forms);
  // What is warned of presumes a rule that can be carried out.
  const warnings = faults.length > 0 ? [] : [...warningsOf(draft, others), ...waitWarnings(draft)];
  return { faults, warnings };
}
