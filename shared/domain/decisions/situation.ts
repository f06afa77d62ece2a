import type { Rule } from '../rules/rule.ts';
import type { EventFacts, RecipientFacts } from './facts.ts';
import type { CaseLedger, ContactLedger, HouseholdLedger, UnitLedger } from './ledger.ts';

/** All that the gates look at for one recipient, under the rule of the event's stage. */
export type Situation = {
  readonly event: EventFacts;
  readonly recipient: RecipientFacts;
  readonly rule: Rule;
  readonly rules: readonly Rule[];
  /** When a request would leave: epoch milliseconds. */
  readonly at: number;
  /** Whether the occasion is off, and whether another event has reported the same of it. */
  readonly isCancelled: boolean;
  readonly isDuplicate: boolean;
  readonly contact: ContactLedger;
  readonly household: HouseholdLedger;
  readonly case: CaseLedger;
  readonly unit: UnitLedger;
  readonly isSuppressed: boolean;
  /** Forms of which every version is withdrawn. */
  readonly withdrawnForms: ReadonlySet<string>;
};
