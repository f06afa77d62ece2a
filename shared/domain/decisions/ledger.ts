import { days } from '../duration.ts';

/** What is remembered of one person: asks of the past, pending and sent, found by the keyed hash of the reference. */
export type ContactLedger = {
  /** Raised by every change; a write on an older version is refused, so two deciders cannot both ask. */
  readonly version: number;
  readonly asks: readonly Ask[];
};

export type Ask = {
  readonly requestId: string;
  readonly stage: string;
  /** Keyed hash of the case reference. */
  readonly caseHash: string;
  /** When the request leaves, or has left: epoch milliseconds. */
  readonly at: number;
};

export const emptyLedger: ContactLedger = { version: 0, asks: [] };

/** Asks are remembered for 13 months, so that any yearly cap can be counted. */
const rememberedMs = days(396);

/** The ledger after one more ask, without those that nothing counts any more. @param now epoch milliseconds */
export function withAsk(ledger: ContactLedger, ask: Ask, now: number): ContactLedger {
  const remembered = ledger.asks.filter(({ at }) => at > now - rememberedMs);
  return { ...ledger, asks: [...remembered, ask] };
}
