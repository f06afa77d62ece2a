import type { Rule } from '../rules/rule.ts';
import { delayed, nextOpening } from '../rules/slots.ts';
import type { EventFacts } from './facts.ts';
import type { CaseLedger, ContactLedger, HouseholdLedger, Occasion, UnitLedger } from './ledger.ts';

/** What is remembered when an event is decided, or a pending request looked at again. */
export type Known = {
  readonly occasion: Occasion;
  readonly case: CaseLedger;
  /** Empty where the event names no household. */
  readonly household: HouseholdLedger;
  readonly unit: UnitLedger;
  /** By contact hash; who is not there was never asked. */
  readonly contacts: ReadonlyMap<string, ContactLedger>;
  /** Hashes of addresses that bounced or complained. */
  readonly suppressed: ReadonlySet<string>;
  /** Forms of which every version is withdrawn. */
  readonly withdrawnForms: ReadonlySet<string>;
};

/** When a request under a rule leaves, and when it is too late for it. Epoch milliseconds. */
export type Plan = { readonly at: number; readonly expiresAt: number };

/** The rule for a stage: there is one at most that is enabled; a disabled one answers where there is no other. */
export function ruleFor(rules: readonly Rule[], stage: string | null): Rule | undefined {
  const candidates = rules.filter((rule) => rule.stage === stage);
  return candidates.find(({ enabled }) => enabled) ?? candidates[0];
}

/** When requests of an event leave: in the first slot after the delay, and never before now. */
export function planUnder(rule: Rule, { occurredAt, now }: Pick<EventFacts, 'occurredAt' | 'now'>): Plan {
  const meant = delayed(occurredAt, rule.delayDays);
  return {
    at: nextOpening(rule.window, Math.max(meant, now)),
    expiresAt: delayed(meant, rule.expiresAfterDays),
  };
}

/** The sequence of a decision or change made now: above everything that it builds on. */
export const sequenceAfter = (now: number, ledgers: readonly { readonly sequence: number }[]): number =>
  ledgers.reduce((highest, { sequence }) => Math.max(highest, sequence + 1), now);

/** Every ledger that was known. */
export const ledgersOf = ({ occasion, case: course, household, unit, contacts }: Known) => [
  occasion,
  course,
  household,
  unit,
  ...contacts.values(),
];
