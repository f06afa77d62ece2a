import * as z from 'zod';
import { ageBands, holdReasons, recipientFlags, roles, stages } from '../vocabulary.ts';

/*
 * What is known of an event when it is decided. References are keyed hashes: a decision never needs to know who. The
 * same facts are kept with the record, so that a replay decides from exactly what was decided from.
 */

export const recipientFactsSchema = z.object({
  /** Place in the event, from 0: with the event's hash it makes a decision unique. */
  position: z.int(),
  contactHash: z.string(),
  /** Keyed hash of the mail address; null where there is none. */
  addressHash: z.string().nullable(),
  role: z.enum(roles),
  ageBand: z.enum(ageBands),
  /** BCP 47, as the event has it. */
  language: z.string(),
  flags: z.array(z.enum(recipientFlags)),
});
export type RecipientFacts = z.infer<typeof recipientFactsSchema>;

export const eventFactsSchema = z.object({
  eventHash: z.string(),
  /** Null where this version of Kuultu knows no such stage. */
  stage: z.enum(stages).nullable(),
  /** What the event calls its stage, for the record of one that is unknown. */
  stageName: z.string(),
  /** When the stage was reached, and when it is decided: epoch milliseconds. */
  occurredAt: z.number(),
  now: z.number(),
  caseHash: z.string(),
  householdHash: z.string().nullable(),
  /** The meeting, service or placement that the event tells of, as a keyed hash. */
  occasionHash: z.string(),
  unit: z.string().nullable(),
  holdReason: z.enum(holdReasons).nullable(),
  /** Code of the client document behind the event (1.2.246.537.6.1506), where the event names one. */
  documentType: z.string().nullable(),
  /** Days such as `2026-05-31`. */
  scheduledFor: z.string().nullable(),
  expectedEnd: z.string().nullable(),
  /** Whether the event tells of a child in placement, so that the end that is expected is a placement's. */
  inPlacement: z.boolean(),
});
/** What is known of an event itself, without those whom it concerns. */
export type Circumstances = z.infer<typeof eventFactsSchema>;

export type EventFacts = Circumstances & { readonly recipients: readonly RecipientFacts[] };
