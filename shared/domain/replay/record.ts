import type { Circumstances, RecipientFacts } from '../decisions/facts.ts';
import type { GateValue } from '../decisions/gates.ts';
import type { Preference } from '../decisions/ledger.ts';
import type { HeldBackReason } from '../decisions/reasons.ts';
import type { RequestState } from '../request-state.ts';
import type { FormLanguage, Role } from '../vocabulary.ts';

/*
 * What a replay reads: everything that deciding has depended on and led to, in the order in which it counted. An event
 * comes right before the decisions about its recipients.
 */

export type EventRecord = Circumstances & {
  readonly kind: 'event';
  readonly sequence: number;
  /** How many recipients it names, and so how many decisions come after it. */
  readonly recipientCount: number;
};

export type DecisionOf = {
  readonly kind: 'decision';
  readonly eventHash: string;
  readonly recipient: RecipientFacts;
  /** Whether the address was suppressed when this was decided. */
  readonly suppressed: boolean;
  readonly gates: Readonly<Partial<Record<HeldBackReason, GateValue>>>;
  readonly outcome: 'asked' | 'held-back';
  readonly reason: HeldBackReason | null;
  readonly nextPossibleAt: number | null;
  readonly requestId: string | null;
  readonly dueAt: number | null;
  readonly isTooLate: boolean;
};

/** What an ask counts in. */
export type AskedAbout = {
  readonly requestId: string;
  readonly contactHash: string;
  readonly about: { readonly caseHash: string; readonly householdHash: string | null };
  readonly context: { readonly role: Role; readonly unit: string; readonly stage: string };
  readonly dueAt: number;
};

export type ReplayRecord =
  | EventRecord
  | DecisionOf
  | {
      readonly kind: 'preference';
      readonly sequence: number;
      readonly contactHash: string;
      readonly preference: Preference;
      readonly language: FormLanguage | null;
    }
  | { readonly kind: 'suppression'; readonly addressHash: string; readonly suppressedAt: number }
  | (AskedAbout & { readonly kind: 'moved'; readonly movedTo: number })
  | (AskedAbout & {
      readonly kind: 'ended';
      readonly state: RequestState;
      readonly endReason?: HeldBackReason | undefined;
    });
