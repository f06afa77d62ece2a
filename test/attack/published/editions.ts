import type { Closed } from '../../../shared/domain/releases/closed.ts';

/**
 * In the first quarter everything comes out once. In others it comes out twice: with asks that turned out to be more than
 * were counted, so that less may be told, or fewer, so that more may.
 */
export function editionsOf(closed: Closed, place: number): [Closed, ...Closed[]] {
  if (place === 0) return [closed];
  const more = withMoreAsks(closed);
  return place % 2 === 1 ? [closed, more] : [more, closed];
}

/** As if somebody had been asked twice more than was counted. */
export const withMoreAsks = (closed: Closed): Closed => ({
  ...closed,
  tooFew: { in: (cell) => closed.tooFew.in(cell) + 2, around: (cell) => closed.tooFew.around(cell) + 2 },
});
