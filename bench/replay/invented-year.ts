import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { drawsFor, type Draws } from '../../local/simulation/draws.ts';
import { decisionItem, decisionRecord } from '../../shared/adapters/decision-records.ts';
import { toItem } from '../../shared/adapters/dynamodb.ts';
import { decide } from '../../shared/domain/decisions/decide.ts';
import type { EventFacts, RecipientFacts } from '../../shared/domain/decisions/facts.ts';
import { World } from '../../shared/domain/replay/world.ts';
import { defaultRules } from '../../shared/domain/rules/default-rules.ts';

/** A year of a large county: events, and people whom they name. */
export type Size = { readonly events: number; readonly recipientsPerEvent: number };

const yearBegins = Date.UTC(2025, 9, 1);
const yearMs = 365 * 24 * 60 * 60 * 1000;

/**
 * Writes an invented year as the items of the Invitations table would be, one a line in DynamoDB's JSON: decided one
 * after another by the rules that Kuultu ships with.
 *
 * @returns how many people were named
 */
export async function writeInventedYear(file: string, { events, recipientsPerEvent }: Size): Promise<number> {
  const draws = drawsFor('a year to replay');
  const world = new World();
  const out = createWriteStream(file);
  let recipients = 0;
  const write = async (item: Readonly<Record<string, unknown>>): Promise<void> => {
    if (!out.write(`${JSON.stringify(toItem(item))}\n`)) await once(out, 'drain');
  };
  for (let index = 0; index < events; index += 1) {
    const event = eventAt(index, events, recipientsPerEvent, draws);
    const { recipients: _, ...circumstances } = event;
    const known = world.known(event);
    const outcome = decide(event, known, defaultRules, () => randomUUID());
    world.keep(event, outcome.sequence, outcome.ledgers);
    await write({ kind: 'event', ...circumstances, sequence: outcome.sequence });
    for (const decision of outcome.decisions)
      await write(decisionItem(decisionRecord(event, decision, known.suppressed), outcome.sequence));
    recipients += event.recipients.length;
  }
  out.end();
  await once(out, 'close');
  return recipients;
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

function eventAt(index: number, events: number, recipientsPerEvent: number, draws: Draws): EventFacts {
  const stage = draws.weighted(stages.map((one) => one));
  const occurredAt = Math.floor(yearBegins + (index / events) * yearMs);
  const family = draws.oneOf(families(events));
  const size = stage === 'hold.started' ? 0 : recipientsPerEvent + (index % 2 === 0 ? 0.5 : -0.5);
  return {
    eventHash: hashOf('event', index),
    stage,
    stageName: stage,
    occurredAt,
    now: occurredAt + 60_000,
    caseHash: hashOf('case', family),
    householdHash: hashOf('household', family),
    occasionHash: hashOf('occasion', index),
    unit: `1.2.246.10.99999999.10.${family % 200}`,
    holdReason: stage === 'hold.started' ? 'emergency-placement' : null,
    documentType: null,
    scheduledFor: null,
    expectedEnd: null,
    inPlacement: false,
    recipients: Array.from({ length: Math.round(size) }, (_, position) => recipientAt(family, position)),
  };
}

/** About as many families as a county of so many events has in its open care. */
const families = (events: number): number[] => {
  known ??= Array.from({ length: Math.ceil(events / 3) }, (_, family) => family);
  return known;
};
let known: number[] | undefined;

const roles = [
  { role: 'parent', ageBand: '18+' },
  { role: 'young-person', ageBand: '13-17' },
  { role: 'county-worker', ageBand: '18+' },
  { role: 'guardian', ageBand: '18+' },
] as const;

const recipientAt = (family: number, position: number): RecipientFacts => ({
  position,
  contactHash: hashOf('contact', family * roles.length + position),
  addressHash: hashOf('address', family * roles.length + position),
  ...(roles[position % roles.length] ?? roles[0]),
  language: 'fi',
  flags: [],
});

/** As long as a keyed hash. */
const hashOf = (kind: string, number: number): string =>
  Buffer.from(`${kind}${String(number).padStart(16, '0')}`.slice(-16)).toString('base64url');
