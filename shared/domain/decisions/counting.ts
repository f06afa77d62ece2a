import { days } from '../calendar/duration.ts';
import { dayNumberAt, type DayNumber } from '../calendar/helsinki.ts';
import { isWorker } from '../vocabulary.ts';
import type {
  CaseLedger,
  ContactLedger,
  CountedAsk,
  HouseholdLedger,
  Occasion,
  UnitLedger,
} from './ledger.ts';
import type { Situation } from './situation.ts';

/** Ledgers that a decision has changed or looked at. One that is not there was neither. */
export type Ledgers = {
  readonly occasion?: Occasion;
  readonly case?: CaseLedger;
  readonly household?: HouseholdLedger;
  readonly unit?: UnitLedger;
  readonly contacts: ReadonlyMap<string, ContactLedger>;
};

/** Asks are remembered for 13 months, so that any yearly cap can be counted. */
const rememberedMs = days(396);

const remembered = <Counted extends CountedAsk>(asks: readonly Counted[], now: number): Counted[] =>
  asks.filter(({ at }) => at > now - rememberedMs);

/** An ask, with the ledgers in which it counts as they were before it. */
export type NewAsk = Pick<
  Situation,
  'event' | 'recipient' | 'at' | 'contact' | 'household' | 'case' | 'unit'
> & {
  /** Whether its rule caps the asks about a unit on one day. */
  readonly countsUnit: boolean;
};

/** The ledgers after one more ask: of the person, and for all but workers of the household and the case. */
export function askedIn(ledgers: Ledgers, newAsk: NewAsk, requestId: string): Ledgers {
  const { event, recipient, at, contact, household, case: course, unit, countsUnit } = newAsk;
  const { now, stageName: stage, caseHash, householdHash } = event;
  const ask = { requestId, at };
  const isFamily = !isWorker(recipient.role);
  return {
    ...ledgers,
    ...(ledgers.occasion && {
      occasion: { ...ledgers.occasion, requestIds: [...ledgers.occasion.requestIds, requestId] },
    }),
    contacts: new Map(ledgers.contacts).set(recipient.contactHash, {
      ...contact,
      asks: [...remembered(contact.asks, now), { ...ask, stage, caseHash }],
    }),
    ...(isFamily && { case: { ...course, asks: [...remembered(course.asks, now), ask] } }),
    ...(isFamily &&
      householdHash !== null && {
        household: { ...household, asks: [...remembered(household.asks, now), ask] },
      }),
    ...(countsUnit && { unit: withUnitAsks(unit, dayNumberAt(at), 1, now) }),
  };
}

/** The asks without one that was withdrawn before it left: nobody was asked. */
export const withoutAsk = <Counted extends CountedAsk>(
  asks: readonly Counted[],
  requestId: string,
): Counted[] => asks.filter((ask) => ask.requestId !== requestId);

/** The asks with one that leaves at another time than it was meant to. @param at epoch milliseconds */
export const withMovedAsk = <Counted extends CountedAsk>(
  asks: readonly Counted[],
  requestId: string,
  at: number,
): Counted[] => asks.map((ask) => (ask.requestId === requestId ? { ...ask, at } : ask));

export const askedOn = ({ days: known }: UnitLedger, day: DayNumber): number =>
  known.find((counted) => counted.day === day)?.asked ?? 0;

/** A unit's days with so many asks more, or fewer, on one of them; days that are over are forgotten. */
export function withUnitAsks(unit: UnitLedger, day: DayNumber, more: number, now: number): UnitLedger {
  const others = unit.days.filter((counted) => counted.day !== day && counted.day >= dayNumberAt(now));
  return { ...unit, days: [...others, { day, asked: Math.max(0, askedOn(unit, day) + more) }] };
}
