import { other, pooledAmong } from './pooling.ts';
import { regionsLeftWithFew, type Rest } from './subtraction.ts';
import type { Place } from './table.ts';

/** How many from one unit answered a question. */
export type UnitResponses = { readonly unit: string; readonly place: Place; readonly responses: number };

/** The names under which places are told: their own, or {@link other}. */
export type PlacePools = {
  readonly region: (name: string) => string;
  readonly organisation: (name: string) => string;
};

/**
 * Decides for one question and all tables alike which regions and organisations are too small to be told by name.
 * Regions come first, and units within them. Organisations give way: one is told by name only where its total, those of
 * the regions and the figures of the units cannot be subtracted from each other down to a few answers. Everybody knows
 * which unit belongs where.
 *
 * @param units which have at least `least` answers together
 * @param least answers that whatever is told must have
 */
export function poolPlaces(units: readonly UnitResponses[], least: number): PlacePools {
  const smallRegions = pooledAmong(
    sumsBy(units, ({ place }) => place.region),
    least,
  );
  const region = (name: string): string => (smallRegions.has(name) ? other : name);
  const rests = [...Map.groupBy(units, ({ place }) => region(place.region))].flatMap(([name, within]) =>
    restsOf(name, within, least),
  );
  const sizes = sumsBy(units, ({ place }) => place.organisation);
  const pooled = poolOrganisations(sizes, rests, least);
  return { region, organisation: (name) => (pooled.has(name) ? other : name) };
}

/** What a region has left in each organisation when its units are told, but for those that are pooled. */
function restsOf(region: string, units: readonly UnitResponses[], least: number): Rest[] {
  const pooled = pooledAmong(
    sumsBy(units, ({ unit }) => unit),
    least,
  );
  const left = units.filter(({ unit }) => pooled.has(unit));
  return [...sumsBy(left, ({ place }) => place.organisation)].map(([organisation, responses]) => ({
    region,
    organisation,
    responses,
  }));
}

function poolOrganisations(
  sizes: ReadonlyMap<string, number>,
  rests: readonly Rest[],
  least: number,
): ReadonlySet<string> {
  const smallestFirst = [...sizes].toSorted(([a, m], [b, n]) => m - n || (a < b ? -1 : 1));
  const left = sumsBy(rests, ({ organisation }) => organisation);
  const pooled = new Set(
    smallestFirst.flatMap(([name, size]) =>
      size < least || isFew(left.get(name) ?? 0, least) ? [name] : [],
    ),
  );
  for (;;) {
    const joins = whoMustJoin(sizes, toldTogether(rests, pooled), pooled, least);
    const [next] = smallestFirst.find(([name]) => !pooled.has(name) && joins(name)) ?? [];
    if (next === undefined) return pooled;
    pooled.add(next);
  }
}

/** Of which organisations one more must be pooled: any where the pool is too small, else one that a subtraction uses. */
function whoMustJoin(
  sizes: ReadonlyMap<string, number>,
  told: readonly Rest[],
  pooled: ReadonlySet<string>,
  least: number,
): (name: string) => boolean {
  const pool = [...pooled].reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0);
  if (isFew(pool, least)) return () => true;
  const regions = regionsLeftWithFew(told, least);
  const used = told.filter(({ region }) => regions?.has(region)).map(({ organisation }) => organisation);
  return (name) => used.includes(name);
}

/** The same rests, where some organisations are told as one. */
function toldTogether(rests: readonly Rest[], pooled: ReadonlySet<string>): Rest[] {
  const renamed = rests.map((rest) =>
    pooled.has(rest.organisation) ? { ...rest, organisation: other } : rest,
  );
  return [...Map.groupBy(renamed, ({ region }) => region)].flatMap(([region, within]) =>
    [...sumsBy(within, ({ organisation }) => organisation)].map(([organisation, responses]) => ({
      region,
      organisation,
      responses,
    })),
  );
}

const isFew = (responses: number, least: number): boolean => responses > 0 && responses < least;

function sumsBy<Counted extends { readonly responses: number }>(
  all: readonly Counted[],
  nameOf: (counted: Counted) => string,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const counted of all) sums.set(nameOf(counted), (sums.get(nameOf(counted)) ?? 0) + counted.responses);
  return sums;
}
