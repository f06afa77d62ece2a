import * as z from 'zod';
import { days } from '../../shared/domain/calendar/duration.ts';
import { periodEnd, periodStart } from '../../shared/domain/calendar/period.ts';
import { parseInput } from '../../shared/lambda/problem.ts';

/** Where the page before ended: the order of the last record that was looked at, or the instant of a day's border. */
const after = z
  .string()
  .max(200)
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z(#[\w-]+)*$/, 'expected `next` of the page before')
  .optional();

const aboutContact = z.object({ contactRef: z.string().min(1).max(200), after });

/** Records are kept for 13 months, so a longer time asks for nothing more. */
const daysMost = 400;

const instantOf = (epochMs: number): string => new Date(epochMs).toISOString();

const period = z.object({ from: periodStart.transform(instantOf), to: periodEnd.transform(instantOf) });

const lastsSomeDays = ({ from, to }: z.infer<typeof period>): boolean =>
  from < to && Date.parse(to) - Date.parse(from) <= days(daysMost);

const otherwise = {
  path: ['to'],
  message: `expected a time after from, and at most ${daysMost} days after it`,
};

const aboutStage = period
  .extend({ stage: z.string().min(1).max(200), after })
  .refine(lastsSomeDays, otherwise);

const anyPeriod = period.refine(lastsSomeDays, otherwise);

/** A time from an instant on and before another, such as `2026-03-01T22:00:00.000Z`. */
export type Period = z.infer<typeof period>;

/** What an administrator asks: about one contact, or about one stage from an instant on and before another. */
export type Question =
  | ({ readonly of: 'contact' } & z.infer<typeof aboutContact>)
  | ({ readonly of: 'stage' } & z.infer<typeof aboutStage>);

/** @throws Problem 400 naming the parameter that is missing or wrong */
export function readQuestion(parameters: Readonly<Record<string, string | undefined>>): Question {
  return 'contactRef' in parameters
    ? { of: 'contact', ...parseInput(aboutContact, parameters) }
    : { of: 'stage', ...parseInput(aboutStage, parameters) };
}

/** @throws Problem 400 naming the parameter that is missing or wrong */
export const readPeriod = (parameters: Readonly<Record<string, string | undefined>>): Period =>
  parseInput(anyPeriod, parameters);
