import type { DayNumber } from '../calendar/helsinki.ts';
import type { HoldReason, FormLanguage, RecipientFlag } from '../vocabulary.ts';

/*
 * What is remembered between events: of a person, a household, a case, an occasion, a unit. People and cases are found
 * by a keyed hash, and each is written under a version, so that two deciders can't both build on what they read.
 */

/** What every ledger has. */
type Versioned = {
  /** Raised by every change; a write on an older version is refused. */
  readonly version: number;
  /** The sequence of the last decision or change that touched it. The next one's is higher. */
  readonly sequence: number;
};

/** One ask that counts: planned, pending or sent. One that was withdrawn before it left is taken out again. */
export type CountedAsk = {
  readonly requestId: string;
  /** When the request leaves, or has left: epoch milliseconds. */
  readonly at: number;
};

export type Ask = CountedAsk & {
  readonly stage: string;
  /** Keyed hash of the case reference. */
  readonly caseHash: string;
};

/** What a person has said about being asked. */
export type Preference =
  | { readonly kind: 'open' }
  /** Until an instant in epoch milliseconds. */
  | { readonly kind: 'paused'; readonly until: number }
  | { readonly kind: 'opted-out' };

export type ContactLedger = Versioned & {
  /** The sequence of the last change of mind or of flags: what a pending request has to be looked at again for. */
  readonly disturbedAt: number;
  readonly asks: readonly Ask[];
  readonly preference: Preference;
  /** The language that the person chose, in place of the one that events name. */
  readonly language: FormLanguage | null;
  /** What the latest event that named the person said must be minded, and when that event happened. */
  readonly flags: readonly RecipientFlag[];
  readonly flagsToldAt: number;
};

export type HouseholdLedger = Versioned & { readonly asks: readonly CountedAsk[] };

/**
 * The beginning or the end of a hard moment of a case, at the time of its event in epoch milliseconds: so the order in
 * which events arrive is no matter.
 */
export type HoldChange = {
  readonly reason: HoldReason;
  readonly change: 'started' | 'ended';
  readonly at: number;
};

/** A stage that is known to come: the end of a placement, a meeting in the calendar. */
export type Expectation = {
  readonly stage: string;
  /** What it is an end or a meeting of: the occasion's reference as a keyed hash, or the family of stages. */
  readonly occasion: string;
  /** The day, such as `2026-05-31`; null where it has come, or will not. */
  readonly on: string | null;
  /** When the event happened that told of it: epoch milliseconds. */
  readonly toldAt: number;
};

/** What documents can block in a whole case. */
export const blockFlags = ['whereabouts-withheld', 'contact-restricted'] as const;

/** What keeps everybody of a case from being asked, from a document until another lifts it. Epoch milliseconds. */
export type Block = {
  readonly flag: (typeof blockFlags)[number];
  readonly since: number | null;
  readonly liftedAt: number | null;
};

export type CaseLedger = Versioned & {
  /** The sequence of the last hold, block or cancellation: what a pending request has to be looked at again for. */
  readonly disturbedAt: number;
  readonly asks: readonly CountedAsk[];
  readonly holds: readonly HoldChange[];
  readonly blocks: readonly Block[];
  readonly expected: readonly Expectation[];
};

/** A meeting, service or placement that events tell of. */
export type Occasion = Versioned & {
  /** Names of the stages that have been reported of it. */
  readonly stages: readonly string[];
  /** When it was cancelled, or null; and when it was last put into the calendar. Epoch milliseconds. */
  readonly cancelledAt: number | null;
  readonly scheduledAt: number | null;
  /** Requests that its events have led to. */
  readonly requestIds: readonly string[];
};

/** How many asks about one unit leave on each day from today on: only of rules that cap them. */
export type UnitLedger = Versioned & {
  readonly days: readonly { readonly day: DayNumber; readonly asked: number }[];
};

const untouched = { version: 0, sequence: 0 } as const;

export const emptyContact: ContactLedger = {
  ...untouched,
  asks: [],
  disturbedAt: 0,
  preference: { kind: 'open' },
  language: null,
  flags: [],
  flagsToldAt: 0,
};
export const emptyHousehold: HouseholdLedger = { ...untouched, asks: [] };
export const emptyCase: CaseLedger = {
  ...untouched,
  disturbedAt: 0,
  asks: [],
  holds: [],
  blocks: [],
  expected: [],
};
export const emptyOccasion: Occasion = {
  ...untouched,
  stages: [],
  cancelledAt: null,
  scheduledAt: null,
  requestIds: [],
};
export const emptyUnit: UnitLedger = { ...untouched, days: [] };
