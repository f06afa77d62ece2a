import * as z from 'zod';

/** Something about a rule that an administrator is told of. */
export const findingSchema = z.object({
  pointer: z
    .string()
    .describe('A JSON Pointer (RFC 6901) into the rule; empty where it concerns the rule as a whole.'),
  detail: z.string().describe('What is the matter, in plain words.'),
  rule: z.string().exactOptional().describe('The other rule that this one is in conflict with.'),
});
export type Finding = Readonly<z.infer<typeof findingSchema>>;
