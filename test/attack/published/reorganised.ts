import type { Unit } from '../../../shared/domain/unit.ts';

/** How units change from quarter to quarter, as they do: each change stays. */
const changes: readonly ((units: readonly Unit[]) => readonly Unit[])[] = [
  moveToNextRegion,
  mergeTwo,
  splitOne,
];

/** Units as they are so many quarters after the first. */
export const reorganised = (units: readonly Unit[], quarters: number): readonly Unit[] =>
  changes.slice(0, quarters).reduce((current, change) => change(current), units);

/** A unit moves to another region, and to the organisation of another unit there. */
export function moveToNextRegion(units: readonly Unit[]): readonly Unit[] {
  const [moving, ...others] = units;
  const host = others.find(({ region }) => region !== moving?.region);
  if (moving === undefined || host === undefined) return units;
  return [{ ...moving, region: host.region, organisation: host.organisation }, ...others];
}

/** Of two units of a region the second ends, and its people go to the first. */
function mergeTwo(units: readonly Unit[]): readonly Unit[] {
  const [, staying] = units;
  const ending = units.find(({ id, region }) => region === staying?.region && id !== staying.id);
  return units.filter((unit) => unit !== ending);
}

/** A unit becomes two. */
function splitOne(units: readonly Unit[]): readonly Unit[] {
  const [, , , splitting] = units;
  return splitting === undefined ? units : [...units, { ...splitting, id: `${splitting.id}-b` }];
}
