import { monthAt, monthsAfter } from '../../../shared/domain/calendar/month.ts';
import { ticketMonths } from '../../../shared/domain/calendar/ticket-term.ts';
import type { Invited } from './stage.ts';
import type { World } from './world.ts';

const taken = new WeakMap<World, Set<Invited>>();

/**
 * Invitations of the known quarter that nobody has used, and that are still good. Each is handed out once.
 *
 * @param isWanted of those that are left
 */
export function takeSpares(
  world: World,
  count: number,
  isWanted: (one: Invited) => boolean = () => true,
): Invited[] {
  const used = new Set(world.answered.map(({ invited }) => invited.ticket));
  const gone = taken.get(world) ?? new Set();
  const month = monthAt(world.stage.now);
  const spare = world.invited
    .filter(
      (one) =>
        !used.has(one.ticket) &&
        !gone.has(one) &&
        monthsAfter(monthAt(one.at), ticketMonths) >= month &&
        isWanted(one),
    )
    .slice(0, count);
  if (spare.length < count) throw new Error('too few invitations are left over');
  taken.set(world, new Set([...gone, ...spare]));
  return spare;
}
