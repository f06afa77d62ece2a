import { dayNumberAt } from '../calendar/helsinki.ts';
import { withMovedAsk, withoutAsk, withUnitAsks, type Ledgers } from '../decisions/counting.ts';
import type { EventFacts } from '../decisions/facts.ts';
import type { Known } from '../decisions/known.ts';
import {
  emptyCase,
  emptyContact,
  emptyHousehold,
  emptyOccasion,
  emptyUnit,
  type Block,
  type CaseLedger,
  type ContactLedger,
  type CountedAsk,
  type HouseholdLedger,
  type Occasion,
  type Preference,
  type UnitLedger,
} from '../decisions/ledger.ts';
import { isSamePreference } from '../decisions/same-preference.ts';
import { isWorker, type FormLanguage } from '../vocabulary.ts';
import type { AskedAbout } from './record.ts';

type Asking<Ask extends CountedAsk> = {
  readonly asks: readonly Ask[];
  readonly version: number;
  readonly sequence: number;
};

/**
 * Every ledger of a county in memory, as the Invitations table holds them: what a replay decides from, and what tests
 * play a history in.
 */
export class World {
  readonly #contacts = new Map<string, ContactLedger>();
  readonly #households = new Map<string, HouseholdLedger>();
  readonly #cases = new Map<string, CaseLedger>();
  readonly #occasions = new Map<string, Occasion>();
  readonly #units = new Map<string, UnitLedger>();
  readonly #suppressed = new Set<string>();

  /** What is remembered of all whom an event has to do with. */
  known({ occasionHash, caseHash, householdHash, unit, recipients }: EventFacts): Known {
    const contacts = recipients.flatMap(({ contactHash }): [string, ContactLedger][] => {
      const ledger = this.#contacts.get(contactHash);
      return ledger === undefined ? [] : [[contactHash, ledger]];
    });
    const addresses = recipients.flatMap(({ addressHash }) => addressHash ?? []);
    return {
      occasion: this.#occasions.get(occasionHash) ?? emptyOccasion,
      case: this.#cases.get(caseHash) ?? emptyCase,
      household: this.#households.get(householdHash ?? '') ?? emptyHousehold,
      unit: this.#units.get(unit ?? '') ?? emptyUnit,
      contacts: new Map(contacts),
      suppressed: new Set(addresses.filter((hash) => this.#suppressed.has(hash))),
      // Rules are tried with forms that are in force: no other draft is taken.
      withdrawnForms: new Set(),
    };
  }

  /** Keeps what an event has changed. */
  keep(
    { occasionHash, caseHash, householdHash, unit }: Omit<EventFacts, 'recipients'>,
    sequence: number,
    ledgers: Ledgers,
  ): void {
    const next = <Ledger extends { readonly version: number }>(ledger: Ledger): Ledger => ({
      ...ledger,
      version: ledger.version + 1,
      sequence,
    });
    if (ledgers.occasion) this.#occasions.set(occasionHash, next(ledgers.occasion));
    if (ledgers.case) this.#cases.set(caseHash, next(ledgers.case));
    if (ledgers.household && householdHash !== null)
      this.#households.set(householdHash, next(ledgers.household));
    if (ledgers.unit && unit !== null) this.#units.set(unit, next(ledgers.unit));
    for (const [contactHash, ledger] of ledgers.contacts) this.#contacts.set(contactHash, next(ledger));
  }

  say(contactHash: string, preference: Preference, language: FormLanguage | null, sequence: number): void {
    const ledger = this.#contacts.get(contactHash) ?? emptyContact;
    const disturbs = !isSamePreference(ledger.preference, preference);
    this.#contacts.set(contactHash, {
      ...ledger,
      preference,
      // A language that was chosen can be changed, and never be taken back.
      language: language ?? ledger.language,
      version: ledger.version + 1,
      sequence,
      ...(disturbs && { disturbedAt: sequence }),
    });
  }

  /** Notes a block of which no record tells: it stands until a document lifts it. */
  rememberBlock(caseHash: string, flag: Block['flag']): void {
    const course = this.#cases.get(caseHash) ?? emptyCase;
    if (course.blocks.some((block) => block.flag === flag)) return;
    this.#cases.set(caseHash, { ...course, blocks: [...course.blocks, { flag, since: 0, liftedAt: null }] });
  }

  suppress(addressHash: string): void {
    this.#suppressed.add(addressHash);
  }

  /** Whether anything about a pending request has changed since a sequence: what its claim would be refused for. */
  isDisturbed(
    {
      contactHash,
      caseHash,
      addressHash,
    }: Readonly<Record<'contactHash' | 'caseHash' | 'addressHash', string>>,
    seen: number,
  ): boolean {
    const course = this.#cases.get(caseHash) ?? emptyCase;
    return (
      course.disturbedAt > seen ||
      this.contact(contactHash).disturbedAt > seen ||
      this.#suppressed.has(addressHash)
    );
  }

  /** One person's ledger. */
  contact(contactHash: string): ContactLedger {
    return this.#contacts.get(contactHash) ?? emptyContact;
  }

  /** Takes an ask that was withdrawn out of every ledger. */
  withdraw(ask: AskedAbout, change: ChangeOfAsk): void {
    this.#change(ask, change, (ledger) => ({ ...ledger, asks: withoutAsk(ledger.asks, ask.requestId) }));
    this.#countInUnit(ask, change, (unit) => withUnitAsks(unit, dayNumberAt(ask.dueAt), -1, never));
  }

  /** Moves an ask to another time in every ledger. @param at epoch milliseconds */
  move(ask: AskedAbout, at: number, change: ChangeOfAsk): void {
    this.#change(ask, change, (ledger) => ({
      ...ledger,
      asks: withMovedAsk(ledger.asks, ask.requestId, at),
    }));
    this.#countInUnit(ask, change, (unit) =>
      withUnitAsks(withUnitAsks(unit, dayNumberAt(ask.dueAt), -1, never), dayNumberAt(at), 1, never),
    );
  }

  #change(
    { contactHash, about: { caseHash, householdHash }, context: { role } }: AskedAbout,
    { sequence = 0 }: ChangeOfAsk,
    changed: <Ask extends CountedAsk, Ledger extends Asking<Ask>>(ledger: Ledger) => Ledger,
  ): void {
    const next = <Ask extends CountedAsk, Ledger extends Asking<Ask>>(ledger: Ledger): Ledger =>
      raised(changed(ledger), sequence);
    update(this.#contacts, contactHash, next);
    if (isWorker(role)) return;
    update(this.#cases, caseHash, next);
    if (householdHash !== null) update(this.#households, householdHash, next);
  }

  #countInUnit(
    { context: { unit } }: AskedAbout,
    { countsUnit, sequence = 0 }: ChangeOfAsk,
    changed: (ledger: UnitLedger) => UnitLedger,
  ): void {
    if (countsUnit) update(this.#units, unit, (ledger) => raised(changed(ledger), sequence));
  }
}

/** How an ask that counts is changed. */
type ChangeOfAsk = {
  /** Whether it counts in its unit's day: whether the rule that asked caps that. */
  readonly countsUnit: boolean;
  /** The sequence of the change, where it has one. */
  readonly sequence?: number;
};

/** No day of a unit is over yet: the next ask forgets those that are. */
const never = 0;

const raised = <Ledger extends { readonly sequence: number; readonly version: number }>(
  ledger: Ledger,
  sequence: number,
): Ledger => ({ ...ledger, sequence: Math.max(ledger.sequence, sequence), version: ledger.version + 1 });

function update<Ledger>(
  ledgers: Map<string, Ledger>,
  key: string,
  changed: (ledger: Ledger) => Ledger,
): void {
  const ledger = ledgers.get(key);
  if (ledger !== undefined) ledgers.set(key, changed(ledger));
}
