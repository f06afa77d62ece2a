import * as z from 'zod';

const instantOrDay = z
  .union(
    [z.iso.datetime({ offset: true }), z.iso.date()],
    'expected a day such as 2026-03-02 or an instant with its offset',
  )
  .transform((text) => new Date(text).toISOString());

const aboutContact = z.object({
  contactRef: z.string().min(1).max(200),
  after: z.string().max(200).default(''),
});

/** Records are kept for 13 months, so a longer time asks for nothing more. */
const daysMost = 400;

const aboutStage = z
  .object({
    stage: z.string().min(1).max(200),
    from: instantOrDay,
    to: instantOrDay,
    after: z.string().max(200).default(''),
  })
  .refine(
    ({ from, to }) => from < to && Date.parse(to) - Date.parse(from) <= daysMost * 24 * 60 * 60 * 1000,
    {
      path: ['to'],
      message: `expected a time after from, and at most ${daysMost} days after it`,
    },
  );

/** What an administrator asks: about one contact, or about one stage from an instant on and before another. */
export type Question =
  | ({ readonly of: 'contact' } & z.infer<typeof aboutContact>)
  | ({ readonly of: 'stage' } & z.infer<typeof aboutStage>);

/** @throws ZodError naming the parameter that is missing or wrong */
export function readQuestion(parameters: Readonly<Record<string, string | undefined>>): Question {
  return 'contactRef' in parameters
    ? { of: 'contact', ...aboutContact.parse(parameters) }
    : { of: 'stage', ...aboutStage.parse(parameters) };
}
