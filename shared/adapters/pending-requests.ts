import * as z from 'zod';
import { eventFactsSchema } from '../domain/decisions/facts.ts';
import type { Known } from '../domain/decisions/known.ts';
import type { Pending } from '../domain/decisions/recheck.ts';
import { loneKey, readBatch } from './dynamodb.ts';
import type { Request } from './requests.ts';
import { knownFrom, partyKeys, type Parties } from './stage-events.ts';

/*
 * A pending request that has to be looked at again: because something about its person, case or address has changed,
 * or because it could not leave in its slot. All that is seldom, and costs what deciding costs.
 */

const storedEvent = eventFactsSchema.extend({ pk: z.string().startsWith('EVENT#') });

const partiesOf = ({ contactHash, about, context }: Request): Parties => ({
  ...about,
  unit: context.unit,
  contactHashes: [contactHash],
  addressHashes: [about.addressHash],
});

/** Reads what is known now of a pending request, and from what it was decided. */
export async function readPending(
  table: string,
  request: Request,
): Promise<{ pending: Pending; known: Known } | undefined> {
  const { requestId, contactHash, about, context, dueAt: at, expiresAt } = request;
  const parties = partiesOf(request);
  const keys = [loneKey('EVENT', about.eventHash), ...partyKeys(parties)];
  const items = await readBatch(table, keys, { ConsistentRead: true });
  const event = items.map((item) => storedEvent.safeParse(item)).find(({ success }) => success)?.data;
  if (event === undefined) return undefined;
  const { role, ageBand, language } = context;
  const recipient = {
    position: 0,
    contactHash,
    addressHash: about.addressHash,
    role,
    ageBand,
    language,
    flags: [],
  };
  const pending = { requestId, event: { ...event, recipients: [recipient] }, recipient, at, expiresAt };
  return { pending, known: knownFrom(items, parties) };
}
