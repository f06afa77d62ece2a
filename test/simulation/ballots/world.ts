import { drawsFor, type Draws } from '../../../local/simulation/draws.ts';
import { contextName } from '../../../shared/adapters/crypto/contexts.ts';
import { makeTicket } from '../../../shared/adapters/crypto/tickets.ts';
import { context } from '../../support/answers.ts';
import type { Counts } from '../coverage.ts';
import type { Person } from './cast.ts';
import { aroundMidnight, drawAbsence, drawClockError, secondMs } from './mishaps.ts';
import { monthAt, monthName, quarterBegins } from './naive-terms.ts';
import { note, Processes } from './processes.ts';
import { Server, ticketsKey } from './server.ts';
import type { Suite } from './suites.ts';
import { Timeline } from './timeline.ts';
import { keepUp } from './upkeep.ts';
import { Visits } from './visits.ts';
import { Wire } from './wire.ts';
import { Witness } from './witness.ts';

export type Plan = {
  /** What all chance comes from, but for keys and nonces, which decide nothing. */
  readonly seed: number;
  readonly people: number;
  readonly suite: Suite;
  readonly commentsPercent: number;
};

export type World = {
  readonly people: readonly Person[];
  readonly processes: Processes;
  readonly witness: Witness;
  readonly timeline: Timeline;
  readonly counts: Counts;
  readonly firstQuarter: number;
};

/** Everybody opens their page within two quarters; the last posts come some quarters later. */
const opening = 2;
export const quartersLong = 8;

/** Makes a world in which nothing has happened yet: people, tables, keys, and what is to come. */
export function makeWorld({ seed, people: count, suite, commentsPercent }: Plan): World {
  const draws = drawsFor('ballots', seed);
  // Any quarter may be the first: years turn, and so do summer and winter time.
  const firstQuarter = 2026 * 4 + draws.between(0, 3);
  const timeline = new Timeline(quarterBegins(firstQuarter));
  const counts: Counts = new Map();
  const witness = new Witness();
  const processes = new Processes({ timeline, draws, witness, counts });
  const server = new Server(suite, witness);
  const wire = new Wire({ timeline, draws, counts, processes, server });
  const visits = new Visits({ timeline, draws, counts, suite, wire, commentsPercent });

  const people = Array.from({ length: count }, (_, number) => {
    const opensAt = drawOpening(draws, firstQuarter);
    const person = makePerson(number, opensAt, draws);
    timeline.begin(opensAt, () => visits.visit(person, drawWay(draws)));
    if (draws.chance(0.12)) {
      // The same invitation once more: at the same time, on another device, or when the first page was not heard of again.
      const laterMs = draws.chance(0.4) ? draws.between(0, 20 * secondMs) : drawAbsence(draws, opensAt);
      note(counts, `opened once more: ${laterMs > 20 * secondMs ? 'later' : 'at once'}`);
      timeline.begin(opensAt + laterMs, () => visits.visit(person, drawWay(draws)));
    }
    return person;
  });
  keepUp({ timeline, processes, suite }, firstQuarter, quartersLong);
  return { people, processes, witness, timeline, counts, firstQuarter };
}

const drawWay = (draws: Draws): 'script' | 'form' => (draws.chance(0.85) ? 'script' : 'form');

/** Half of all open their page about midnight where a month or a quarter ends. */
function drawOpening(draws: Draws, firstQuarter: number): number {
  const [begins, ends] = [quarterBegins(firstQuarter), quarterBegins(firstQuarter + opening)];
  if (draws.chance(0.5)) return draws.between(begins, ends);
  const month = draws.weighted([
    [1, 1],
    [2, 1],
    [3, 3],
    [4, 1],
    [5, 1],
    [6, 3],
  ] as const);
  return aroundMidnight(draws, firstQuarter * 3 + month);
}

/** Mails are answered when they come, and up to two months later, when the ticket is about to expire. */
function makePerson(number: number, opensAt: number, draws: Draws): Person {
  const monthsLeft = draws.weighted([
    [0, 1],
    [1, 3],
    [2, 8],
  ] as const);
  const expiryMonth = monthAt(opensAt) + monthsLeft;
  const circumstances = context({
    questionSet: 'family',
    unit: `unit-${draws.between(1, 4)}`,
    role: draws.oneOf(['parent', 'guardian']),
  });
  return {
    number,
    ticket: makeTicket(ticketsKey, monthName(expiryMonth)),
    expiryMonth,
    context: contextName('the contexts key of the simulation', circumstances),
    circumstances,
    trouble: draws.weighted([
      [0.03, 6],
      [0.3, 3],
      [0.6, 1],
    ] as const),
    mayClose: draws.chance(0.1),
    clockErrorMs: drawClockError(draws),
    pages: [],
  };
}
