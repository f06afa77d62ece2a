import type { Contents, Errand, Page, Person } from './cast.ts';
import { quarterAt } from './naive-terms.ts';

/** The first time that an answer of a page came to lie in the pool. */
export type Stored = {
  readonly page: Page;
  readonly contents: Contents;
  /** The quarter that it is sealed for, as a number. */
  readonly quarter: number;
  /** The server's time when the post came to it. */
  readonly at: number;
};

/** The first time that a ticket was marked. */
export type Marked = {
  readonly page: Page;
  /** The quarter of the ballot, as a number. */
  readonly quarter: number;
  /** The server's time when the post came to it. */
  readonly at: number;
};

/** What somebody saw who stood at the tables: the first writes, and which ballots were signed. */
export class Witness {
  readonly stored = new Map<Page, Stored>();
  readonly marked = new Map<Person, Marked>();
  readonly #signed = new Map<Person, Set<string>>();

  /** @param at the server's time when the post came to it */
  sawWrite(table: string, { page, contents, quarters }: Errand, at: number): void {
    const current = quarterAt(at);
    if (table === 'pool' && !this.stored.has(page))
      this.stored.set(page, { page, contents, quarter: quarters?.seal ?? current, at });
    if (table === 'ballots' && !this.marked.has(page.person))
      this.marked.set(page.person, { page, quarter: quarters?.key ?? current, at });
  }

  sawSigned({ page: { person } }: Errand, blinded: string): void {
    const known = this.#signed.get(person);
    if (known === undefined) this.#signed.set(person, new Set([blinded]));
    else known.add(blinded);
  }

  /** How many ballots were signed for somebody. */
  ballotsOf(person: Person): number {
    return this.#signed.get(person)?.size ?? 0;
  }
}
