import type { HeldBackReason } from '../decisions/reasons.ts';
import { isWorker, type Role } from '../vocabulary.ts';

/** What became of the recipients of one stage in one role. */
export type Counts = {
  asked: number;
  readonly heldBack: Partial<Record<HeldBackReason, number>>;
  /** Asked, and stopped before it left. */
  readonly withdrawn: Partial<Record<HeldBackReason, number>>;
  /** Asked, and never in a slot in which it could leave. */
  expired: number;
};

export type Side = 'live' | 'draft';

/** One stage and role: what the rules of the time did, beside what the draft would have done. */
export type StageCounts = { readonly stage: string; readonly role: Role } & Readonly<Record<Side, Counts>>;

/** How many people, or households, were asked so many times. */
export type Frequency = { readonly asks: number; readonly live: number; readonly draft: number };

/** Whom the draft would ask at least twice, of those who were asked once or never. */
export type NewlyAskedTwice = { readonly role: Role; readonly people: number };

type Asks = Record<Side, number>;

/** Counts both sides of a replay as it goes by. */
export class ReplayTally {
  readonly #stages = new Map<string, StageCounts>();
  readonly #people = new Map<string, Asks & { readonly role: Role }>();
  readonly #households = new Map<string, Asks>();

  asked(side: Side, stage: string, who: Asked): void {
    this.#countsOf(side, stage, who.role).asked += 1;
    this.#change(side, who, 1);
  }

  heldBack(side: Side, stage: string, role: Role, reason: HeldBackReason): void {
    const { heldBack } = this.#countsOf(side, stage, role);
    heldBack[reason] = (heldBack[reason] ?? 0) + 1;
  }

  /**
   * An ask that had been counted did not leave: nobody was asked.
   *
   * @param reason why it was stopped; undefined where no slot came in time
   */
  withdrawn(side: Side, stage: string, who: Asked, reason: HeldBackReason | undefined): void {
    const counts = this.#countsOf(side, stage, who.role);
    if (reason === undefined) counts.expired += 1;
    else counts.withdrawn[reason] = (counts.withdrawn[reason] ?? 0) + 1;
    this.#change(side, who, -1);
  }

  get stages(): StageCounts[] {
    return [...this.#stages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, counts]) => counts);
  }

  get asksPerPerson(): Frequency[] {
    return frequencies(this.#people.values());
  }

  get asksPerHousehold(): Frequency[] {
    return frequencies(this.#households.values());
  }

  get newlyAskedTwice(): NewlyAskedTwice[] {
    const byRole = new Map<Role, number>();
    for (const { live, draft, role } of this.#people.values())
      if (draft >= 2 && live < 2) byRole.set(role, (byRole.get(role) ?? 0) + 1);
    return [...byRole].map(([role, people]) => ({ role, people }));
  }

  #countsOf(side: Side, stage: string, role: Role): Counts {
    const key = `${stage}\n${role}`;
    const known = this.#stages.get(key) ?? { stage, role, live: nothing(), draft: nothing() };
    this.#stages.set(key, known);
    return known[side];
  }

  #change(side: Side, { contactHash, householdHash, role }: Asked, more: number): void {
    const person = this.#people.get(contactHash) ?? { live: 0, draft: 0, role };
    person[side] += more;
    this.#people.set(contactHash, person);
    if (householdHash === null || isWorker(role)) return;
    const household = this.#households.get(householdHash) ?? { live: 0, draft: 0 };
    household[side] += more;
    this.#households.set(householdHash, household);
  }
}

/** Somebody who is asked: keyed hashes. */
export type Asked = {
  readonly contactHash: string;
  readonly householdHash: string | null;
  readonly role: Role;
};

const nothing = (): Counts => ({ asked: 0, heldBack: {}, withdrawn: {}, expired: 0 });

function frequencies(counted: Iterable<Asks>): Frequency[] {
  const found = new Map<number, Asks>();
  for (const asks of counted) {
    for (const side of ['live', 'draft'] as const) {
      if (asks[side] <= 0) continue;
      const frequency = found.get(asks[side]) ?? { live: 0, draft: 0 };
      frequency[side] += 1;
      found.set(asks[side], frequency);
    }
  }
  return [...found].sort(([a], [b]) => a - b).map(([asks, sides]) => ({ asks, ...sides }));
}
