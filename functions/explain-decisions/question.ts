import * as z from 'zod';
import { dayAfter, startOfDay } from '../../shared/domain/day.ts';
import { days } from '../../shared/domain/duration.ts';
import { parseInput } from '../../shared/lambda/problem.ts';

const instantOf = (epochMs: number): string => new Date(epochMs).toISOString();
const instant = z.iso.datetime({ offset: true }).transform((text) => instantOf(Date.parse(text)));
const expected = 'expected a day such as 2026-03-02 or an instant with its offset';

/** A day begins, and is over, at midnight in Helsinki: the last day that is named is meant to be in it. */
const beginning = z.union([instant, z.iso.date().transform((day) => instantOf(startOfDay(day)))], expected);
const ending = z.union(
  [instant, z.iso.date().transform((day) => instantOf(startOfDay(dayAfter(day))))],
  expected,
);

/** Where the page before ended: the order of its last record. */
const after = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z#[\w-]{22}#\d{2}$/,
    'expected `next` of the page before',
  )
  .optional();

const aboutContact = z.object({ contactRef: z.string().min(1).max(200), after });

/** Records are kept for 13 months, so a longer time asks for nothing more. */
const daysMost = 400;

const aboutStage = z
  .object({ stage: z.string().min(1).max(200), from: beginning, to: ending, after })
  .refine(({ from, to }) => from < to && Date.parse(to) - Date.parse(from) <= days(daysMost), {
    path: ['to'],
    message: `expected a time after from, and at most ${daysMost} days after it`,
  });

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
