import type { Ledgers } from './counting.ts';
import type { EventFacts, RecipientFacts } from './facts.ts';
import type { Known } from './known.ts';
import { emptyContact, type ContactLedger } from './ledger.ts';

/**
 * A person's ledger with the flags under which an event names them. The latest event by its own time counts, whenever it
 * arrives, and of two at the same time every flag: so it is written down also where there is nothing to mind. A flag
 * that is added disturbs: requests that are pending are looked at again before they leave.
 *
 * @param sequence of the event
 * @returns the same object where a newer event has said otherwise, or where nothing is new
 */
function withFlagsTold(
  contact: ContactLedger,
  { flags: told }: RecipientFacts,
  { occurredAt }: EventFacts,
  sequence: number,
): ContactLedger {
  const { flags, flagsToldAt } = contact;
  if (occurredAt < flagsToldAt) return contact;
  const added = told.filter((flag) => !flags.includes(flag));
  if (occurredAt === flagsToldAt && added.length === 0) return contact;
  const kept = flags.filter((flag) => occurredAt === flagsToldAt || told.includes(flag));
  return {
    ...contact,
    flags: [...kept, ...added],
    flagsToldAt: occurredAt,
    ...(added.length > 0 && { disturbedAt: sequence }),
  };
}

/** The ledgers after what an event says must be minded about a recipient, whatever is decided about them. */
export function flagged(
  now: Ledgers,
  recipient: RecipientFacts,
  {
    event,
    known,
    sequence,
  }: { readonly event: EventFacts; readonly known: Known; readonly sequence: number },
): Ledgers {
  const { contactHash } = recipient;
  const before = now.contacts.get(contactHash) ?? known.contacts.get(contactHash) ?? emptyContact;
  const after = withFlagsTold(before, recipient, event, sequence);
  return after === before ? now : { ...now, contacts: new Map(now.contacts).set(contactHash, after) };
}

/** Recipients of one event: somebody who is named twice is minded by the flags of both. */
export function withAllFlags(recipients: readonly RecipientFacts[]): RecipientFacts[] {
  return recipients.map((recipient) => {
    const others = recipients.filter(
      (other) => other !== recipient && other.contactHash === recipient.contactHash,
    );
    if (others.length === 0) return recipient;
    return { ...recipient, flags: [...new Set([recipient, ...others].flatMap(({ flags }) => flags))] };
  });
}
