import * as z from 'zod';
import { auditEntrySchema } from '../domain/audit-entry.ts';
import { monthSchema } from '../domain/calendar/month.ts';
import { findingSchema } from '../domain/rules/finding.ts';
import { ruleSchema } from '../domain/rules/rule.ts';
import { problemSchema } from '../lambda/problem.ts';

/** Many times the longest rule that the schema lets pass. */
export const ruleBytesMost = 64 * 1024;

export const rulesSchema = z.object({ rules: z.array(ruleSchema) });

export const savedRuleSchema = ruleSchema.extend({
  warnings: z.array(findingSchema).describe('What may not be meant so. A rule is saved with its warnings.'),
});

/** What is wrong with a rule, also beside others. */
export const ruleProblemSchema = problemSchema.extend({ errors: z.array(findingSchema).exactOptional() });

export const ruleVersionsSchema = z.object({
  versions: z
    .array(
      z.object({
        version: z.int(),
        savedAt: z.iso.datetime().nullable().describe('Null for a rule as Kuultu ships it.'),
        savedBy: z
          .string()
          .nullable()
          .describe('The subject of the token; null for a rule as Kuultu ships it.'),
        changed: z.array(z.string()).describe('Names of the fields that differ from the version before.'),
        rule: ruleSchema,
      }),
    )
    .describe('The latest first.'),
});

export const auditQuerySchema = z.object({
  month: monthSchema.optional().describe("A month of Helsinki's calendar; the present one unless named."),
});

export const auditSchema = z.object({
  month: monthSchema,
  entries: z.array(auditEntrySchema).describe('The latest first.'),
});
