import { defaultRules } from '../../shared/domain/rules/default-rules.ts';
import type { Rule } from '../../shared/domain/rules/rule.ts';

/**
 * The rules that Kuultu ships with, under another cap on what one person is asked.
 *
 * @param most asks in a year; empty for the cap as it is
 */
export const rulesWith = (most: string): readonly Rule[] =>
  most === ''
    ? defaultRules
    : defaultRules.map((rule) => ({ ...rule, personCap: { ...rule.personCap, most: Number(most) } }));
