import * as z from 'zod';

/** What an administrator has changed. */
export const auditEntrySchema = z.object({
  at: z.iso.datetime().describe('When it was changed.'),
  by: z.string().describe('Who changed it: the subject of their token.'),
  kind: z.enum(['rule', 'unit', 'actions', 'thresholds', 'correction', 'comment', 'survey']),
  id: z.string(),
  fromVersion: z.int().nullable().describe('Null where there was none before, and for what has no versions.'),
  toVersion: z.int().nullable(),
  changed: z.array(z.string()).describe('Names of the fields that are no longer as they were.'),
  decided: z
    .string()
    .exactOptional()
    .describe(
      'Of a comment: what it became and why, such as `rejected: abusive`. Of a survey: `draft`, `trial`, `published` or `withdrawn`.',
    ),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;
