import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { add, type Counts } from '../coverage.ts';
import { insist } from '../insist.ts';
import { dayMs } from '../naive-calendar.ts';
import type { Page, Person } from './cast.ts';
import {
  closesAt,
  isOverAt,
  monthAt,
  monthBegins,
  quarterAt,
  quarterName,
  quarterNamed,
} from './naive-terms.ts';
import { note } from './processes.ts';
import type { Suite } from './suites.ts';
import { clearedAfterMs } from './upkeep.ts';
import type { Witness } from './witness.ts';
import type { World } from './world.ts';

/**
 * What was promised to everybody who was asked: who was told that their answer was taken has one answer in the pool, whoever
 * kept trying was told so, and nobody has two. @returns what happened, counted
 *
 * @throws where that is not so
 */
export function judgePeople({ people, witness, counts }: World): Counts {
  const judged: Counts = new Map();
  for (const person of people) note(judged, `people: ${judgePerson(person, witness)}`);
  add(judged, counts);
  return judged;
}

function judgePerson(person: Person, witness: Witness): string {
  const { pages } = person;
  const mark = witness.marked.get(person);
  const facts = {
    ...person,
    pages: pages.map((page) => ({ ...page, person: person.number })),
    marked: mark && { ...mark, page: mark.page.name },
  };
  const stored = pages.filter((page) => witness.stored.has(page));
  const taken = pages.filter(({ ending }) => ending?.kind === 'taken');
  insist(stored.length <= 1, 'nobody counts twice', facts);
  insist(witness.ballotsOf(person) <= 1, 'a ticket has one ballot signed', facts);
  insist(
    taken.every((page) => witness.stored.has(page)),
    'what was taken is in the pool',
    facts,
  );
  for (const page of pages) {
    insist(page.isClosed || page.ending !== undefined, 'every page that stays open comes to an end', facts);
    insist(page.isClosed || isHonest(page, witness), 'everybody is told what is true', facts);
  }
  if (taken.length > 0) return 'taken';
  if (pages.some(({ isClosed }) => isClosed))
    return stored.length > 0 ? 'closed a page, and counted' : 'closed a page, and not counted';
  const reason = pages.map((page) => excuse(page, witness)).find((found) => found !== undefined);
  insist(reason !== undefined, 'whoever keeps trying ends as taken', facts);
  // The reply was lost, and who comes back for it too late is told that it is late.
  if (stored.length > 0) return 'away for too long, and counted';
  return `not taken: ${reason ?? ''}`;
}

/** Whether a page was told what is true. */
function isHonest(page: Page, witness: Witness): boolean {
  const { ending, person, quarter } = page;
  const mark = witness.marked.get(person);
  switch (ending?.kind) {
    case 'taken':
      return mark?.page === page;
    case 'used':
      if (mark === undefined || mark.at > ending.at) return false;
      return mark.page !== page || excuse(page, witness) !== undefined;
    case 'expired':
      return isTicketOver(page, witness) || excuse(page, witness) !== undefined;
    case 'outdated':
      // A phone that has lost the time can't tell whether the next quarter has begun, and loads the page anew.
      return quarterAt(ending.at) > (person.clockErrorMs < -dayMs ? quarter : quarter + 1);
    case 'refused':
    case 'tampered':
    case undefined:
      return false;
  }
}

/** A ticket is over after its month, but for the ballot that has used it, while its mark is there. */
function isTicketOver(page: Page, witness: Witness): boolean {
  const { ending, person } = page;
  const at = ending?.at ?? 0;
  // A mark stays through the month after the quarter in which its ticket expires.
  const clearedAt = monthBegins(Math.floor(person.expiryMonth / 3) * 3 + 4) + clearedAfterMs;
  return monthAt(at) > person.expiryMonth && (witness.marked.get(person)?.page !== page || at >= clearedAt);
}

/** Why somebody who kept trying was not taken, all the same: they were away for too long. */
function excuse(page: Page, witness: Witness): string | undefined {
  const { ending, person, quarter } = page;
  if (ending === undefined || ending.kind === 'taken') return undefined;
  const mark = witness.marked.get(person);
  if (ending.kind === 'expired' && isTicketOver(page, witness)) return 'the ticket had expired';
  if (page.way === 'form' || mark?.page !== page) return undefined;
  if (isOverAt(mark.quarter, ending.at)) return 'the month of grace was over';
  // What is in the pool already is taken, whatever the page would seal it with now.
  const isStored = (witness.stored.get(page)?.at ?? Infinity) < ending.at;
  if (ending.kind === 'expired' && quarterAt(ending.at) > quarter + 1 && !isStored)
    return 'the page was older than its keys';
  return undefined;
}

const pooled = z.object({ id: z.string(), month: z.string(), sealed: z.instanceof(Uint8Array) });

/** Nothing comes into the pool for a quarter when the mix may have closed it. */
export function judgeTimes({ witness }: World): void {
  for (const { page, quarter, at } of witness.stored.values())
    insist(at < closesAt(quarter), 'nothing is taken for a quarter that has closed', {
      page: page.name,
      quarter: quarterName(quarter),
      at,
    });
}

/** What lies in the pool is what was first stored for each page, once, sealed for the quarter under which it lies. */
export function judgePool({ processes, witness }: World, suite: Suite): void {
  const lying = processes.tables.items('pool').map((item) => pooled.parse(item));
  const found = lying.map(({ month, sealed }): string => {
    const quarter = quarterNamed(`${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`);
    return spelled(quarter, JSON.parse(suite.open(quarter, sealed)));
  });
  const expected = [...witness.stored.values()].map(({ quarter, contents }) => spelled(quarter, contents));
  if (isDeepStrictEqual(found.toSorted(), expected.toSorted())) return;
  insist(false, 'the pool holds what was first stored, and nothing else', {
    strange: found.filter((one) => !expected.includes(one)).slice(0, 3),
    missing: expected.filter((one) => !found.includes(one)).slice(0, 3),
    lengths: [found.length, expected.length],
  });
}

const enveloped = z.object({
  context: z.string(),
  answers: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** In one spelling, whatever the order of keys. */
function spelled(quarter: number, contents: unknown): string {
  const { context, answers } = enveloped.parse(contents);
  return JSON.stringify([quarter, context, Object.entries(answers).sort()]);
}
