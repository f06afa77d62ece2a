import * as z from 'zod';
import { quarterSchema } from '../domain/calendar/month.ts';
import { actionsSchema } from '../domain/digest/actions.ts';
import { languages } from '../domain/vocabulary.ts';

export const digestQuerySchema = z.object({
  language: z
    .enum(languages)
    .default('fi')
    .describe('Of the page. Figures come with texts in every language.'),
});

export const actionsQuerySchema = z.object({ period: quarterSchema });

export const actionsListSchema = z.object({ period: quarterSchema, actions: z.array(actionsSchema) });
