import type { Unit } from '../unit.ts';
import type { Place } from './table.ts';

/** Finds where a unit belongs. One that is not known is a region and an organisation of its own. */
export function placesOf(units: readonly Unit[]): (unit: string) => Place {
  const places = new Map(units.map(({ id, region, organisation }) => [id, { region, organisation }]));
  return (unit) => places.get(unit) ?? { region: unit, organisation: unit };
}
