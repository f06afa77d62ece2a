import { monthAt, monthsOf, type Month, type Quarter } from '../calendar/month.ts';
import { spanOf, ticketsBehind, type Span } from '../calendar/ticket-term.ts';
import type { Context } from '../context.ts';
import { commentItem } from '../questions/comment.ts';
import type { Catalogue } from '../questions/catalogue.ts';
import type { QuestionSet } from '../questions/question.ts';
import { stratumKey, type Invited, type InvitedStratum } from './invited.ts';
import { reportTables, type Place, type Stratum, type TableId } from './table.ts';
import { responsesMin, total } from './tally.ts';

/** Who was asked, about what and when: a request that was mailed, or may have been. */
export type Ask = {
  /** Keyed hash of the contact. */
  readonly contact: string;
  readonly context: Context;
  /** Epoch milliseconds. */
  readonly at: number;
  /** False where nobody knows whether the mail left: its ticket may be out, and counts as if it were. */
  readonly isSent: boolean;
};

/** How many tickets each contact got. */
type Tickets = Map<string, number>;

type Group = {
  readonly table: TableId;
  readonly stratum: Stratum;
  /** Tickets that can be behind answers of the period, by the form that came with them. */
  readonly forms: Map<string, { readonly questions: readonly string[]; readonly tickets: Tickets }>;
  /** To whom requests were sent in the period, and how many. */
  readonly asked: Tickets;
};

/** Counts the asks behind a period's answers one at a time, in any order. Those of another time are passed over. */
export class InvitedCount {
  readonly #period: Span;
  readonly #behind: Span;
  readonly #months: readonly Month[];
  readonly #placeOf: (unit: string) => Place;
  readonly #formOf: Catalogue['version'];
  readonly #everywhere: Tickets = new Map();
  readonly #groups = new Map<string, Group>();
  /** Many are asked in the same context: where it belongs is found out once. */
  readonly #known = new Map<string, ReadonlySet<Group>>();

  /**
   * @param placeOf region and organisation of a unit
   * @param formOf a version of a form, withdrawn or not
   */
  constructor(period: Quarter, placeOf: (unit: string) => Place, formOf: Catalogue['version']) {
    this.#period = spanOf(period);
    this.#behind = ticketsBehind(period);
    this.#months = monthsOf(period);
    this.#placeOf = placeOf;
    this.#formOf = formOf;
  }

  count({ contact, context, at, isSent }: Ask): void {
    if (!isWithin(this.#behind, at)) return;
    add(this.#everywhere, contact);
    // A ticket need not be used in the month in which it was sent, so it counts in each month of the period.
    for (const group of this.#groupsOf(context, this.#months)) add(this.#ticketsIn(group, context), contact);
    if (!isSent || !isWithin(this.#period, at)) return;
    for (const group of this.#groupsOf(context, [monthAt(at)])) add(group.asked, contact);
  }

  /** In the order of table and stratum. */
  counts(): Invited {
    return [...this.#groups]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, group]) => this.#countsOf(group) ?? []);
  }

  #countsOf({ table, stratum, forms, asked }: Group): InvitedStratum | undefined {
    const here: Tickets = new Map();
    const able = new Map<string, Set<string>>();
    for (const { questions, tickets } of forms.values()) {
      for (const [contact, count] of tickets) add(here, contact, count);
      for (const question of questions)
        able.set(question, new Set([...(able.get(question) ?? []), ...tickets.keys()]));
    }
    if (here.size < responsesMin) return undefined;
    const reach = [...able].map(([question, contacts]): [string, number] => [
      question,
      mostOf([...contacts].map((contact) => this.#everywhere.get(contact) ?? 0)),
    ]);
    return {
      table,
      stratum,
      sent: total([...asked.values()]),
      contacts: asked.size,
      largest: mostOf([...here.values()]),
      reach: Object.fromEntries(reach.toSorted(([a], [b]) => (a < b ? -1 : 1))),
    };
  }

  /** @param months in which it was sent, or may be answered */
  #groupsOf(context: Context, months: readonly Month[]): ReadonlySet<Group> {
    const name = JSON.stringify([months, context]);
    const known = this.#known.get(name) ?? this.#findGroups(context, months);
    this.#known.set(name, known);
    return known;
  }

  #findGroups(context: Context, months: readonly Month[]): ReadonlySet<Group> {
    const place = this.#placeOf(context.unit);
    // All of the deployment, too: what is told together has no other whole.
    const groups = new Set([this.#group('R1', {})]);
    for (const month of months) {
      for (const { id, stratum } of reportTables)
        groups.add(this.#group(id, stratum({ context, place, month })));
    }
    return groups;
  }

  #ticketsIn({ forms }: Group, { questionSet, questionSetVersion: version }: Context): Tickets {
    const name = `${questionSet}.${version}`;
    const known = forms.get(name);
    if (known !== undefined) return known.tickets;
    const questions = itemsOf(this.#formOf(questionSet, version));
    const tickets: Tickets = new Map();
    forms.set(name, { questions, tickets });
    return tickets;
  }

  #group(table: TableId, stratum: Stratum): Group {
    const key = stratumKey(table, stratum);
    const group = this.#groups.get(key) ?? { table, stratum, forms: new Map(), asked: new Map() };
    this.#groups.set(key, group);
    return group;
  }
}

const isWithin = ({ from, to }: Span, at: number): boolean => from <= at && at < to;

const add = (tickets: Tickets, contact: string, count = 1): void => {
  tickets.set(contact, (tickets.get(contact) ?? 0) + count);
};

/** All that a form asks, its comment included. */
const itemsOf = (form: QuestionSet | undefined): string[] => [
  ...(form?.questions.map(({ key }) => key) ?? []),
  ...(form?.comment === true ? [commentItem] : []),
];

/** What one person less than a figure must rest on can have together, at most. */
const mostOf = (counts: readonly number[]): number =>
  total(counts.toSorted((a, b) => b - a).slice(0, responsesMin - 1));
