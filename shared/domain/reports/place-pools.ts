import { other, pooledAmong } from './pooling.ts';
import type { Place } from './table.ts';

/** Answers to one question from one region's part of an organisation. */
export type Part = { readonly place: Place; responses: number };

/** The regions and organisations that are told by name for one question, wherever they occur. */
export type PlacePools = {
  /** The name under which a region is told: its own, or {@link other}. */
  readonly region: (name: string) => string;
  /** The name under which an organisation is told: its own, or {@link other}. */
  readonly organisation: (name: string) => string;
};

/**
 * Decides once for all tables which regions and organisations are too small to be told by name. Regions come first.
 * An organisation is told by name only where each of its parts, a region's each, has enough answers, and where what is left of each
 * region has enough as well. So every total of a region or an organisation is a sum of parts none of which is small,
 * and neither can be subtracted from the other down to a few.
 *
 * @param parts of which all together have at least as many answers as one must have
 * @param least answers that whatever is told must have
 */
export function poolPlaces(parts: readonly Part[], least: number): PlacePools {
  const pooledRegions = pooledAmong(
    sumBy(parts, ({ region }) => region),
    least,
  );
  const region = (name: string): string => (pooledRegions.has(name) ? other : name);
  const pooledOrganisations = poolOrganisations(
    parts.map(({ place, responses }) => ({
      place: { ...place, region: region(place.region) },
      responses,
    })),
    least,
  );
  return {
    region,
    organisation: (name) => (pooledOrganisations.has(name) ? other : name),
  };
}

function poolOrganisations(parts: readonly Part[], least: number): ReadonlySet<string> {
  const sizes = sumBy(parts, ({ organisation }) => organisation);
  const smallestFirst = [...sizes.keys()].toSorted(
    (a, b) => (sizes.get(a) ?? 0) - (sizes.get(b) ?? 0) || (a < b ? -1 : 1),
  );
  const regions = new Map(
    [...Map.groupBy(parts, ({ place }) => place.region)].map(([name, of]) => [
      name,
      sumBy(of, ({ organisation }) => organisation),
    ]),
  );
  const pooled = new Set(
    [...regions.values()].flatMap((of) => [...of]).flatMap(([name, size]) => (size < least ? [name] : [])),
  );
  // What joins for the sake of one region is pooled in all of them, and may leave too little in another.
  for (;;) {
    const short = [...regions.values()].find((of) => isShort(pooledIn(of, pooled), least));
    const next = short && smallestFirst.find((name) => short.has(name) && !pooled.has(name));
    if (next === undefined) return pooled;
    pooled.add(next);
  }
}

const pooledIn = (sizes: ReadonlyMap<string, number>, pooled: ReadonlySet<string>): number =>
  [...sizes].reduce((sum, [name, size]) => sum + (pooled.has(name) ? size : 0), 0);

const isShort = (responses: number, least: number): boolean => responses > 0 && responses < least;

function sumBy(parts: readonly Part[], nameOf: (place: Place) => string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { place, responses } of parts)
    sums.set(nameOf(place), (sums.get(nameOf(place)) ?? 0) + responses);
  return sums;
}
