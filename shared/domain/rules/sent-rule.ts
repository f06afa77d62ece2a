import * as z from 'zod';
import { ruleDraftSchema } from './rule.ts';

const leftOut = z.unknown().optional().describe('Left out of account.');

/** What answers say of a rule beside the rule itself. */
const stamps = { version: leftOut, savedAt: leftOut, savedBy: leftOut, warnings: leftOut };

const withoutStamps = (sent: object) =>
  Object.fromEntries(Object.entries(sent).filter(([name]) => !(name in stamps)));

/**
 * A rule as an administrator sends it: one that was shown can be edited and sent back as it is, since what was added to
 * show it is left out of account. Any other unknown field is a fault.
 */
export const sentRuleSchema = ruleDraftSchema.extend(stamps).transform(withoutStamps).pipe(ruleDraftSchema);
