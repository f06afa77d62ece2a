import * as z from 'zod';
import { ageBands, formLanguages, roles } from '../domain/vocabulary.ts';

/** Whose mail is previewed, and how it is shown. */
export const mailPreviewQuerySchema = z.object({
  language: z.enum(formLanguages).default('fi'),
  role: z.enum(roles),
  ageBand: z.enum(ageBands),
  standIn: z
    .enum(['yes', 'no'])
    .default('no')
    .describe('Whether the language stands in for one that has no form: the mail says so then.'),
  format: z
    .enum(['html', 'text', 'message'])
    .default('html')
    .describe('One part of the mail, or the message as a file for a mail program, with sender and subject.'),
});
export type MailPreviewQuery = z.infer<typeof mailPreviewQuerySchema>;
