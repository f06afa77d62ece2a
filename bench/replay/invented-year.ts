import { drawsFor, type Draws } from '../../local/simulation/draws.ts';
import { decisionItem, decisionRecord } from '../../shared/adapters/decision-records.ts';
import { eventItem } from '../../shared/adapters/stage-events.ts';
import { dateOf, dayNumberAt } from '../../shared/domain/calendar/helsinki.ts';
import { decide } from '../../shared/domain/decisions/decide.ts';
import type { EventFacts, RecipientFacts } from '../../shared/domain/decisions/facts.ts';
import { World } from '../../shared/domain/replay/world.ts';
import { defaultRules } from '../../shared/domain/rules/default-rules.ts';
import { hashOf } from './hashes.ts';
import { InventedRequests, type StoredRecord } from './invented-requests.ts';

/** The first instant of the invented year and the first after it: epoch milliseconds. */
export const year = { from: Date.UTC(2025, 9, 1), to: Date.UTC(2026, 9, 1) };

/**
 * A year of a large county as the Invitations table would hold its records, in their one order: events, decided one
 * after another by the rules that Kuultu ships with, and what became of their requests. There are about two and a half
 * recipients to an event.
 */
export function* inventedYear(events: number): Generator<StoredRecord> {
  const draws = drawsFor('a year to replay');
  const world = new World();
  const requests = new InventedRequests(world, draws);
  for (let index = 0; index < events; index += 1) {
    const event = eventAt(index, events, draws);
    yield* requests.leaveBefore(event.now);
    const known = world.known(event);
    const outcome = decide(event, known, defaultRules, (position) => requestIdOf(index, position));
    const { sequence, decisions, ledgers } = outcome;
    world.keep(event, sequence, ledgers);
    yield eventItem(event, outcome);
    for (const decision of decisions) {
      yield decisionItem(decisionRecord(event, decision, known.suppressed), sequence);
      requests.note(event, decision, sequence);
    }
  }
  yield* requests.leaveBefore(year.to);
}

const stages = [
  ['plan-meeting.held', 40],
  ['service.ended', 12],
  ['placement.ended', 4],
  ['service.started', 14],
  ['assessment.completed', 14],
  ['client-plan.reviewed', 14],
  ['hold.started', 2],
] as const;

const eventsPerFamily = 3;
const units = 200;

function eventAt(index: number, events: number, draws: Draws): EventFacts {
  const stage = draws.weighted(stages);
  const occurredAt = Math.floor(year.from + (index / events) * (year.to - year.from));
  const family = draws.between(0, Math.ceil(events / eventsPerFamily) - 1);
  const isHold = stage === 'hold.started';
  const named = isHold ? 0 : draws.chance(0.57) ? 3 : 2;
  const endsInDays = draws.between(30, 300);
  return {
    eventHash: hashOf('event', index),
    stage,
    stageName: stage,
    occurredAt,
    now: occurredAt + 60_000,
    caseHash: hashOf('case', family),
    householdHash: hashOf('household', family),
    occasionHash: hashOf('occasion', index),
    unit: `1.2.246.10.99999999.10.${family % units}`,
    holdReason: isHold ? 'emergency-placement' : null,
    documentType: null,
    scheduledFor: null,
    expectedEnd: stage === 'service.started' ? dateOf(dayNumberAt(occurredAt) + endsInDays) : null,
    inPlacement: false,
    recipients: Array.from({ length: named }, (_, position) => recipientAt(family, position)),
  };
}

const people = [
  { role: 'parent', ageBand: '18+' },
  { role: 'young-person', ageBand: '13-17' },
  { role: 'county-worker', ageBand: '18+' },
] as const;

const familiesPerWorker = 30;

function recipientAt(family: number, position: number): RecipientFacts {
  const person = people[position] ?? people[0];
  const number =
    person.role === 'county-worker'
      ? Math.floor(family / familiesPerWorker) * people.length + position
      : family * people.length + position;
  return {
    position,
    contactHash: hashOf('contact', number),
    addressHash: hashOf('address', number),
    ...person,
    language: number % 10 === 0 ? 'sv' : 'fi',
    flags: [],
  };
}

/** As long as any other, and always the same. */
const requestIdOf = (index: number, position: number): string =>
  `00000000-0000-4000-8000-${String(index * 10 + position).padStart(12, '0')}`;
