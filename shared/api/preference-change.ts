import * as z from 'zod';
import { choices } from '../domain/respondent/preference-choice.ts';
import { formLanguages } from '../domain/vocabulary.ts';

/** What a form on the preferences page posts. */
export const preferenceChangeSchema = z.object({
  choice: z.enum(choices).exactOptional().describe('Pauses are in months.'),
  language: z.enum(formLanguages).exactOptional(),
});
