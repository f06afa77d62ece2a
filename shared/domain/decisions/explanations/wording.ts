import type { Delivery, RequestState } from '../../request-state.ts';
import type { Cap } from '../../rules/rule.ts';
import type { Role } from '../../vocabulary.ts';
import type { HeldBackReason } from '../reasons.ts';

/** What a gate looked at, in the words of one language. What a record does not say is undefined. */
export type Particulars = {
  /** The stage that was reached. */
  readonly stage: string;
  readonly role: string;
  readonly ageBand: string;
  readonly cap: (Cap & { readonly counted: number }) | undefined;
  readonly gapDays: number | undefined;
  /** The last day of a pause. */
  readonly lastDayOfPause: string | undefined;
  readonly hold: string | undefined;
  readonly language: string | undefined;
  /** The stage that is more important, and the day on which it is expected. */
  readonly coming: { readonly stage: string; readonly on: string } | undefined;
  readonly sample: { readonly lot: number; readonly percent: number } | undefined;
  /** Whether it is the person's wish to get no messages. */
  readonly wantsNoMessages: boolean;
};

/** What an administrator is told of a decision, in one language. */
export type Wording = {
  /** Who is not asked, as the sentences on roles need them. */
  readonly roles: Readonly<Record<Role, string>>;
  /** Why somebody is not asked: a clause without its full stop, that begins in lower case. */
  readonly causes: Readonly<Record<HeldBackReason, (particulars: Particulars) => string>>;
  readonly heldBack: (cause: string) => string;
  /** @param time the first at which asking would be possible */
  readonly possibleFrom: (time: string) => string;
  /** What has become of a request: by when it was to leave, the day on which it ended, why it was withdrawn. */
  readonly requests: Readonly<
    Record<
      RequestState,
      (request: { readonly dueAt: string; readonly endedOn: string; readonly cause: string }) => string
    >
  >;
  readonly forgotten: (dueAt: string) => string;
  readonly deliveries: Readonly<Record<Delivery, string>>;
  /** A time of a day, from the two as the language writes them. */
  readonly timeOf: (day: string, time: string) => string;
  readonly dayOf: (day: string) => string;
};
