import type { Recipient } from '../stage-event.ts';
import type { Rule } from '../rules/rule.ts';
import type { Stage } from '../vocabulary.ts';
import type { ContactLedger } from './ledger.ts';

/** What is known of an event when it is decided. References are keyed hashes: a decision never needs to know who. */
export type EventFacts = {
  readonly eventHash: string;
  readonly stage: Stage | undefined;
  /** What the event calls its stage, for the record of one that is unknown. */
  readonly stageName: string;
  /** When the stage was reached, epoch milliseconds. */
  readonly occurredAt: number;
  /** When it is decided, epoch milliseconds. */
  readonly now: number;
  readonly caseHash: string;
  /** Whether the same occasion has come under another event id before. */
  readonly occasionIsKnown: boolean;
  readonly recipients: readonly RecipientFacts[];
  readonly rules: readonly Rule[];
};

export type RecipientFacts = {
  /** Place in the event, from 0: with the event's hash it makes a decision unique. */
  readonly position: number;
  readonly contactHash: string;
  readonly recipient: Recipient;
  readonly ledger: ContactLedger;
};
