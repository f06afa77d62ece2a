import * as z from 'zod';
import type { HeldBackReason } from './reasons.ts';

/** What a gate looked at, kept in the decision record so that it explains itself. */
export const gateValueSchema = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z
    .object({ counted: z.number(), most: z.number(), days: z.number() })
    .describe('Asks in the fullest run of days, and how many there may be.'),
  z
    .object({ stage: z.string(), on: z.string() })
    .describe('The stage that is more important, and the day on which it is expected.'),
  z
    .object({ lot: z.number(), percent: z.number() })
    .describe("A person's lot for a stage, and the percentage that is asked: lots below it."),
]);
export type GateValue = Readonly<z.infer<typeof gateValueSchema>>;

/** A gate that was tried: passed, or the one that held the recipient back. */
export type GateOutcome = {
  readonly gate: HeldBackReason;
  readonly passed: boolean;
  readonly value: GateValue;
  /** Epoch milliseconds from which this gate would let an ask pass; null where no date is known. */
  readonly nextPossibleAt: number | null;
};

export const pass = (gate: HeldBackReason, value: GateValue = null): GateOutcome => ({
  gate,
  passed: true,
  value,
  nextPossibleAt: null,
});

export const holdBack = (
  gate: HeldBackReason,
  value: GateValue,
  nextPossibleAt: number | null = null,
): GateOutcome => ({ gate, passed: false, value, nextPossibleAt });

export const judge = (gate: HeldBackReason, passed: boolean, value: GateValue): GateOutcome =>
  passed ? pass(gate, value) : holdBack(gate, value);
