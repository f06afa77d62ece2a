import * as z from 'zod';
import { ruleDraftSchema } from './rule.ts';

/** What answers say of a rule beside the rule itself. */
const stamps: ReadonlySet<string> = new Set(['version', 'savedAt', 'savedBy', 'warnings']);

const fields = z.record(z.string(), z.unknown());

function withoutStamps(sent: unknown): unknown {
  const rule = fields.safeParse(sent);
  if (!rule.success) return sent;
  return Object.fromEntries(Object.entries(rule.data).filter(([name]) => !stamps.has(name)));
}

/**
 * A rule as an administrator sends it: one that was shown can be edited and sent back as it is, since what was added to
 * show it is left out of account. Any other unknown field is a fault.
 */
export const sentRuleSchema = z.preprocess(withoutStamps, ruleDraftSchema);
