import type * as z from 'zod';
import { aboutContactSchema, aboutStageSchema, periodSchema } from '../../shared/api/decisions.ts';
import { parseInput } from '../../shared/lambda/problem.ts';

/** A time from an instant on and before another, such as `2026-03-01T22:00:00.000Z`. */
export type Period = z.infer<typeof periodSchema>;

/** What an administrator asks: about one contact, or about one stage from an instant on and before another. */
export type Question =
  | ({ readonly of: 'contact' } & z.infer<typeof aboutContactSchema>)
  | ({ readonly of: 'stage' } & z.infer<typeof aboutStageSchema>);

/** @throws Problem 400 naming the parameter that is missing or wrong */
export function readQuestion(parameters: Readonly<Record<string, string | undefined>>): Question {
  return 'contactRef' in parameters
    ? { of: 'contact', ...parseInput(aboutContactSchema, parameters) }
    : { of: 'stage', ...parseInput(aboutStageSchema, parameters) };
}

/** @throws Problem 400 naming the parameter that is missing or wrong */
export const readPeriod = (parameters: Readonly<Record<string, string | undefined>>): Period =>
  parseInput(periodSchema, parameters);
