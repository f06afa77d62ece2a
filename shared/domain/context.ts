import * as z from 'zod';
import { ageBands, formLanguages, provisions, roles } from './vocabulary.ts';

/**
 * Where an answer belongs: everything about the ask that a table may need, and nothing about the person. All who
 * are asked in the same circumstances share one context.
 */
export const contextSchema = z.object({
  questionSet: z.string(),
  questionSetVersion: z.int().min(1),
  unit: z.string(),
  stage: z.string(),
  role: z.enum(roles),
  ageBand: z.enum(ageBands),
  language: z.enum(formLanguages),
  channel: z.literal('mail'),
  voluntary: z.boolean().nullable(),
  serviceTask: z.string().nullable(),
  socialService: z.string().nullable(),
  provision: z.enum(provisions).nullable(),
});
export type Context = z.infer<typeof contextSchema>;

/** One spelling for one context, so that its keyed hash is always the same: fields in the schema's order. */
export const canonicalContext = (context: Context): string =>
  JSON.stringify(Object.values(contextSchema.parse(context)));
