import type { Quarter } from '../../../shared/domain/calendar/month.ts';
import type { Dump, Item } from './dumps.ts';
import type { Way } from './respond.ts';
import type { Invited, Stage } from './stage.ts';
import type { Traffic } from './traffic.ts';

/** How large the world is: what takes seconds, or what tells more. */
export type Size = {
  readonly name: 'quick' | 'full';
  /** People who are asked in the known quarter. */
  readonly people: number;
};

export const sizes = {
  quick: { name: 'quick', people: 140 },
  full: { name: 'full', people: 900 },
} as const satisfies Record<string, Size>;

/** A moment after which every store was copied. Between two moments nothing changes. */
export type Moment = Traffic & {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly what: 'events' | 'schedules' | 'answer' | 'close';
  /** Items that are new or have changed, by the table's variable. */
  readonly changed: ReadonlyMap<string, readonly Item[]>;
};

/** What somebody answered: known to them, and to nobody else. */
export type Answered = {
  readonly invited: Invited;
  readonly way: Way;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Place of its moment in the list of moments. */
  readonly moment: number;
  /** As the form sent them, by question key. */
  readonly answers: Readonly<Record<string, string>>;
  readonly nonce: string;
  /** Identifier of the sealed answer in the pool. */
  readonly pooled: string;
};

/** One quarter of the running system with a known truth, and the system itself, standing in the quarter after. */
export type World = {
  readonly size: Size;
  readonly quarter: Quarter;
  /** Every mail of the quarter. */
  readonly invited: readonly Invited[];
  readonly moments: readonly Moment[];
  /** The truth, in the order of answering. Attacks see it only through what is derived of it. */
  readonly answered: readonly Answered[];
  /** Full copies on the quarter's last evening, and after its close. */
  readonly beforeClose: Dump;
  readonly afterClose: Dump;
  /** The system, for those who act. Its clock only goes forward. */
  readonly stage: Stage;
};
