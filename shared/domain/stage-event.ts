import * as z from 'zod';
import {
  ageBands,
  holdReasons,
  isStage,
  provisions,
  recipientFlags,
  roles,
  stages,
  type Stage,
} from './vocabulary.ts';

/** Prefix of every event type that Kuultu understands: `fi.kuultu.<stage>.v1`. */
const typePrefix = 'fi.kuultu.';
const typeVersion = '.v1';

const reference = z.string().min(1).max(200).describe('Stored only as a keyed hash.');
const code = z.string().min(1).max(40);
const day = z.iso.date();

const recipient = z.object({
  contactRef: reference,
  role: z.enum(roles),
  ageBand: z.enum(ageBands),
  language: z
    .string()
    .max(35)
    .regex(
      /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*(-x(-[A-Za-z0-9]{1,8})+)?$/,
      'expected a language tag such as fi, sv or en',
    )
    .describe(
      "BCP 47; `fi-x-selko` is plain-language Finnish. A language without a form is taken: the rule's fallback decides.",
    ),
  email: z.email().max(254).optional(),
  flags: z.array(z.enum(recipientFlags)).max(recipientFlags.length).default([]),
});
export type Recipient = z.infer<typeof recipient>;

const circumstances = z.object({
  caseRef: reference,
  householdRef: reference.optional(),
  unit: z
    .string()
    .regex(
      /^[0-9A-Za-z][0-9A-Za-z.:_-]{0,99}$/,
      'expected an organisation identifier such as 1.2.246.10.12345678.10.7',
    )
    .optional()
    .describe('Demanded of every known stage but a hold.'),
  serviceTask: code.optional(),
  socialService: code.optional(),
  placementType: code.optional(),
  documentType: code
    .optional()
    .describe(
      'The client document behind the event, by its code in 1.2.246.537.6.1506: some imply a hold or a block.',
    ),
  provision: z.enum(provisions).optional(),
  municipality: code.optional(),
  voluntary: z.boolean().optional(),
  occasionRef: reference
    .optional()
    .describe('Ties events about one meeting, service or placement together. Stored only as a keyed hash.'),
  scheduledFor: day.optional().describe('The day of a meeting that is put into the calendar or cancelled.'),
  expectedEnd: day.optional(),
  reason: z.enum(holdReasons).optional().describe('Of a hold, which demands it.'),
  recipients: z.array(recipient).max(20).default([]),
});

/**
 * An event of the client information system: CloudEvents 1.0 in structured mode, with the data of Kuultu's public
 * contract. Unknown fields are dropped here, so that nothing downstream can store them.
 *
 * @see https://github.com/cloudevents/spec
 */
export const stageEventSchema = z
  .object({
    specversion: z.literal('1.0'),
    id: z.string().min(1).max(200),
    source: z
      .string()
      .max(300)
      .regex(/^(?!urn:oid:$)\S+$/, 'expected a URI such as urn:oid:1.2.246.10.12345678.10'),
    type: z
      .string()
      .max(200)
      .startsWith(typePrefix, `expected a type that starts with ${typePrefix}`)
      .describe(
        `\`${typePrefix}<stage>${typeVersion}\`. A stage that is not known is taken, and decided as such.`,
      ),
    // A far year is a placeholder of the sending system (9999-12-31), and no time at which a stage was reached.
    time: z.iso
      .datetime({ offset: true, abort: true, error: 'expected a time with its offset' })
      .max(40)
      .regex(/^20\d{2}-/, 'expected a time from 2000 to 2099'),
    datacontenttype: z.literal('application/json').optional(),
    data: circumstances,
  })
  .superRefine((event, context) => {
    const stage = stageOf(event.type);
    if (stage === undefined) return;
    const isHold = stage.startsWith('hold.');
    if (isHold && event.data.reason === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['data', 'reason'],
        message: `expected one of ${holdReasons.join(', ')}`,
      });
    }
    if (!isHold && event.data.unit === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['data', 'unit'],
        message: 'expected the identifier of the unit',
      });
    }
  })
  .meta({ allOf: [demandInJsonSchema('reason', 'hold'), demandInJsonSchema('unit', 'other')] });
export type StageEvent = z.infer<typeof stageEventSchema>;

/** What is demanded of some stages, in JSON Schema: for those who look at events before they send them. */
function demandInJsonSchema(field: string, kind: 'hold' | 'other') {
  const types = stages
    .filter((stage) => stage.startsWith('hold.') === (kind === 'hold'))
    .map((stage) => `${typePrefix}${stage}${typeVersion}`);
  return {
    if: { type: 'object', properties: { type: { enum: types } } },
    then: { type: 'object', properties: { data: { type: 'object', required: [field] } } },
  };
}

/** What a type calls its stage, known or not: `fi.kuultu.plan-meeting.held.v1` names `plan-meeting.held`. */
export function stageNameOf(type: string): string {
  const name = type.slice(typePrefix.length);
  return name.endsWith(typeVersion) ? name.slice(0, -typeVersion.length) : name;
}

/** The stage that a type names, or undefined where this version of Kuultu knows no such stage. */
export function stageOf(type: string): Stage | undefined {
  const name = stageNameOf(type);
  return type.startsWith(typePrefix) && type.endsWith(typeVersion) && isStage(name) ? name : undefined;
}
