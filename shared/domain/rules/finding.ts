import * as z from 'zod';

/** Something about a rule, or about a form, that an administrator is told of. */
export const findingSchema = z.object({
  pointer: z
    .string()
    .describe('A JSON Pointer (RFC 6901) into the rule or the form; empty where it concerns all of it.'),
  detail: z.string().describe('What is the matter, in plain words.'),
  rule: z.string().exactOptional().describe('The rule that this one, or this form, is in conflict with.'),
});
export type Finding = Readonly<z.infer<typeof findingSchema>>;
