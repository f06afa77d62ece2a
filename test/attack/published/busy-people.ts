import type { Unit } from '../../../shared/domain/unit.ts';
import type { Response } from '../../simulation/releases/deployment.ts';

/** An answer, and the unit that its ticket was sent about where that is another one than was answered about. */
export type Given = Response & { readonly askedAbout?: string };

/**
 * The same answers, many of them by the same people. Two workers of each region answer for all others. In two units
 * everything comes from four people. Four more are asked a little about one unit of a region and much about another, and give
 * all answers about the first: a ticket is not tied to what it was sent about.
 */
export function withBusyPeople(responses: readonly Response[], units: readonly Unit[]): readonly Given[] {
  const regionOf = new Map(units.map(({ id, region }) => [id, region]));
  const busy = new Set([units[4]?.id, units[9]?.id]);
  const [, , , , , , one] = units;
  const two = units.find(({ id, region }) => region === one?.region && id !== one.id && !busy.has(id));
  let askedAboutOne = 0;
  return responses.flatMap((response, nth): readonly Given[] => {
    const { context } = response;
    const { unit, role } = context;
    if (role === 'county-worker')
      return [{ ...response, person: `worker ${nth % 2} of ${regionOf.get(unit) ?? ''}` }];
    if (busy.has(unit)) return [{ ...response, person: `busy ${nth % 4} of ${unit}` }];
    if (one === undefined || (unit !== one.id && unit !== two?.id)) return [response];
    if (unit === one.id) askedAboutOne += 1;
    if (unit === one.id && askedAboutOne > 4) return [];
    const moved = { ...context, unit: one.id };
    return [{ ...response, person: `busy ${nth % 4} of both`, context: moved, askedAbout: unit }];
  });
}

/** The same, as people were asked. */
export const asAsked = (given: readonly Given[]): readonly Response[] =>
  given.map(({ askedAbout, ...response }) =>
    askedAbout === undefined ? response : { ...response, context: { ...response.context, unit: askedAbout } },
  );
