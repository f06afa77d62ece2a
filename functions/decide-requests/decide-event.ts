import { randomUUID } from 'node:crypto';
import type { referenceHash } from '../../shared/adapters/crypto/references.ts';
import { restAfterLosing } from '../../shared/adapters/dynamodb.ts';
import {
  countRedelivery,
  readFindings,
  recordEvent,
  type Parties,
} from '../../shared/adapters/stage-events.ts';
import { decide } from '../../shared/domain/decisions/decide.ts';
import type { EventFacts } from '../../shared/domain/decisions/facts.ts';
import type { StageEvent } from '../../shared/domain/stage-event.ts';
import { eventItems } from './event-items.ts';
import { factsOf } from './event-facts.ts';

export type Surroundings = {
  readonly invitations: string;
  readonly settings: string;
  readonly hash: ReturnType<typeof referenceHash>;
  /** @returns epoch milliseconds */
  readonly now: () => number;
};

/** How often an event is decided anew when others of the same people come in between, before the queue tries again. */
const triesMost = 8;

/**
 * Decides an event and stores the outcome in one transaction. Where another event has been decided meanwhile about one
 * of the same people, cases or occasions, it is read and decided again: a lost race costs time, never a second ask.
 *
 * @throws where it lost every race; the queue delivers the event again
 */
export async function decideEvent(
  event: StageEvent,
  { invitations, settings, hash, now }: Surroundings,
): Promise<void> {
  for (let tried = 0; tried < triesMost; tried += 1) {
    const facts = factsOf(event, hash, now());
    const { isDecided, known, rules, standings } = await readFindings(
      { invitations, settings },
      facts.eventHash,
      partiesOf(facts),
    );
    if (isDecided) {
      await countRedelivery(invitations, facts.eventHash);
      return;
    }
    const outcome = decide(facts, known, rules, () => randomUUID());
    const items = eventItems(event, { facts, known, rules, standings }, outcome);
    if (await recordEvent(invitations, facts, outcome, items)) return;
    await restAfterLosing(tried);
  }
  throw new Error('an event lost every race for its ledgers');
}

const partiesOf = ({ recipients, ...event }: EventFacts): Parties => ({
  ...event,
  contactHashes: recipients.map(({ contactHash }) => contactHash),
  addressHashes: recipients.flatMap(({ addressHash }) => addressHash ?? []),
});
