import { randomUUID } from 'node:crypto';
import type { referenceHash } from '../../shared/adapters/crypto/references.ts';
import {
  countRedelivery,
  readKnown,
  recordEvent,
  type EventKeys,
} from '../../shared/adapters/stage-events.ts';
import { decide } from '../../shared/domain/decisions/decide.ts';
import type { EventFacts } from '../../shared/domain/decisions/facts.ts';
import { emptyLedger } from '../../shared/domain/decisions/ledger.ts';
import { dayAt } from '../../shared/domain/day.ts';
import { defaultRules } from '../../shared/domain/rules/default-rules.ts';
import { stageNameOf, stageOf, type StageEvent } from '../../shared/domain/stage-event.ts';
import { recordsExpireOn } from '../../shared/adapters/retention.ts';
import { eventItems } from './event-items.ts';

export type Surroundings = {
  readonly invitations: string;
  readonly hash: ReturnType<typeof referenceHash>;
  /** @returns epoch milliseconds */
  readonly now: () => number;
};

/** How often an event is decided anew when others of the same person come in between, before the queue tries again. */
const triesMost = 8;

/**
 * Decides an event and stores the outcome in one transaction. Where another event has asked one of the same people
 * meanwhile, or reported the same occasion, it is read and decided again: a lost race costs time, never a second ask.
 *
 * @throws where it lost every race; the queue delivers the event again
 */
export async function decideEvent(
  event: StageEvent,
  { invitations, hash, now }: Surroundings,
): Promise<void> {
  const contacts = event.data.recipients.map((recipient, position) => ({
    position,
    recipient,
    contactHash: hash('contact', recipient.contactRef),
  }));
  const caseHash = hash('case', event.data.caseRef);
  const keys: EventKeys = {
    eventHash: hash('event', event.source, event.id),
    occasionHash: occasionHashOf(event, hash),
    contactHashes: contacts.map(({ contactHash }) => contactHash),
  };
  for (let tried = 0; tried < triesMost; tried += 1) {
    const known = await readKnown(invitations, keys);
    if (known.event) {
      await countRedelivery(invitations, keys.eventHash);
      return;
    }
    const facts: EventFacts = {
      eventHash: keys.eventHash,
      stage: stageOf(event.type),
      stageName: stageNameOf(event.type),
      occurredAt: Date.parse(event.time),
      now: now(),
      caseHash,
      occasionIsKnown: known.occasion,
      rules: defaultRules,
      recipients: contacts.map((contact) => ({
        ...contact,
        ledger: known.ledgers.get(contact.contactHash) ?? emptyLedger,
      })),
    };
    const { decisions, ledgers } = decide(facts, randomUUID);
    const expiresOn = recordsExpireOn(facts.now);
    const stored = await recordEvent(invitations, {
      eventHash: keys.eventHash,
      newOccasionHash: known.occasion ? undefined : keys.occasionHash,
      newItems: eventItems(event, facts, decisions, expiresOn),
      ledgers,
      expiresOn,
    });
    if (stored) return;
    await pause(tried);
  }
  throw new Error('an event lost every race for its ledgers');
}

/** Waits a little longer after each lost race, by chance, so that rivals do not meet again. */
const pause = (tried: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** tried));

/** Without a reference of its own, an occasion is what happened in one case, at one stage, on one day. */
function occasionHashOf({ type, time, data }: StageEvent, hash: Surroundings['hash']): string {
  return hash('occasion', data.caseRef, stageNameOf(type), data.occasionRef ?? dayAt(Date.parse(time)));
}
