import { environment } from '../../../shared/contract/environment.ts';
import { ticketHash } from '../../../shared/adapters/crypto/tickets.ts';
import { monthAt } from '../../../shared/domain/calendar/month.ts';
import type { Links } from '../judging/links.ts';
import { itemsOf, type Dump, type Item } from './dumps.ts';
import type { Invited } from './stage.ts';
import type { World } from './world.ts';

/** Somebody who took part, and all that is known of them by who reads their mail and every table. */
export type Participant = {
  readonly invited: Invited;
  /** The mark of their used ticket. */
  readonly ballot: Item;
  /** All that the Invitations zone holds about them. */
  readonly invitations: readonly Item[];
};

/** Finds those who took part: whoever holds the mails hashes every ticket, and looks which ones were used. */
export function participantsIn(world: World, copy: Dump): Participant[] {
  const invitedBy = new Map(world.invited.map((invited) => [ticketHash(invited.ticket), invited]));
  const namesOf = namesInInvitations(world);
  const namedIn = itemsByName(itemsOf(copy, environment.invitationsTable));
  return itemsOf(copy, environment.ballotsTable).flatMap((ballot) => {
    const invited = invitedBy.get(String(ballot['id']));
    if (invited === undefined) return [];
    const names = namesOf.get(invited.person.address) ?? [];
    const about = new Set(names.flatMap((name) => namedIn.get(name) ?? []));
    return [{ invited, ballot, invitations: [...about] }];
  });
}

/** A request holds its address until the mail has left: who copied it then knows whose hashes these are. */
function namesInInvitations({ moments }: World): Map<string, string[]> {
  const requests = moments.flatMap(({ changed }) => changed.get(environment.invitationsTable) ?? []);
  return new Map(
    requests.flatMap(({ address, contactHash, requestId }) =>
      typeof address === 'string' ? [[address, [String(contactHash), String(requestId)]] as const] : [],
    ),
  );
}

/** Items by every name in them, wherever in an item it stands. */
function itemsByName(items: readonly Item[]): Map<string, Item[]> {
  const named = new Map<string, Item[]>();
  for (const item of items) {
    for (const name of new Set(JSON.stringify(item).match(/[\w-]{20,}/g) ?? []))
      named.set(name, [...(named.get(name) ?? []), item]);
  }
  return named;
}

/** Whose sealed answer is whose: what only the suite knows. */
export function truthOf(world: World, participants: readonly Participant[], pool: readonly Item[]): Links {
  const pooledBy = new Map(world.answered.map(({ invited, pooled }) => [invited.ticket, pooled]));
  const placeOf = new Map(pool.map(({ id }, place) => [String(id), place]));
  const answeredAt = new Map(world.answered.map(({ pooled, at }) => [pooled, at]));
  return {
    people: participants.map(({ invited }) => invited.person.ref),
    things: pool.map(({ id }) => String(id)),
    thingOf: participants.map(({ invited }) => placeOf.get(pooledBy.get(invited.ticket) ?? '') ?? -1),
    conceded: pool.map(({ id }) => monthAt(answeredAt.get(String(id)) ?? 0)),
  };
}
