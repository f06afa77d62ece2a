import * as z from 'zod';

/** What is wrong, and where. */
export const faultSchema = z.object({
  pointer: z
    .string()
    .describe('A JSON Pointer (RFC 6901) into the body, or the name of a parameter behind a slash.'),
  detail: z.string().describe('What was expected there.'),
});
export type Fault = Readonly<z.infer<typeof faultSchema>>;

/** A problem as it is told. Some problems have members of their own beside these. */
export const problemSchema = z.object({
  type: z.literal('about:blank'),
  title: z.string().describe('What is wrong, in a sentence.'),
  status: z.int(),
  errors: z.array(faultSchema).exactOptional().describe('Every place that is wrong, where there are such.'),
});

/**
 * An answer that says what is wrong with a request, after RFC 9457.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */
export class Problem extends Error {
  readonly status: number;
  readonly faults: readonly Fault[];
  /** Members beside those of every problem: what the caller needs to do better. */
  readonly members: Readonly<Record<string, string>>;

  /** @param title says what is wrong without repeating what was sent */
  constructor(
    status: number,
    title: string,
    faults: readonly Fault[] = [],
    members: Readonly<Record<string, string>> = {},
  ) {
    super(title);
    this.name = 'Problem';
    this.status = status;
    this.faults = faults;
    this.members = members;
  }
}

/** A JSON Pointer to a place in a document, from its keys and indexes. */
export const jsonPointer = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/**
 * Input that fits a schema. Zod's messages say what was expected and never quote what came.
 *
 * @throws Problem 400 naming each place
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.flatMap((issue): Fault[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          pointer: jsonPointer([...issue.path, key]),
          detail: 'there is no such field',
        }))
      : [{ pointer: jsonPointer(issue.path), detail: issue.message }],
  );
  throw new Problem(400, 'The request is not as expected.', faults);
}
