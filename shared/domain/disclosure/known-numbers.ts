import type { Bundle, Facts } from './facts.ts';
import { inwards, tolerance } from './learned.ts';
import type { LinearProgram, Row, Solution, Solve } from './linear-program.ts';
import type { Interval } from './table.ts';

/** A number that must not become known. */
export type Secret = {
  readonly number: number;
  /** What it is, where that is known here. */
  readonly value: number | undefined;
  /** Whether so much left open is enough. */
  readonly isEnough: (interval: Interval) => boolean;
};

/**
 * What is not as it must be of secrets. `known`: too little is left open, because of what these sources told. `unsolved`: nobody
 * knows what is left open, so it is taken to be too little.
 */
export type Leak = { readonly secret: Secret } & (
  | { readonly kind: 'known'; readonly interval: Interval; readonly sources: ReadonlySet<number> }
  | { readonly kind: 'unsolved' }
);

/**
 * Finds the secrets of which facts leave too little open. A few programs with directions as if by chance show of nearly all that
 * enough is open. Of each that is left both ends are worked out.
 *
 * @param most more than any number can be
 */
export function leaksIn(facts: Facts, secrets: readonly Secret[], most: number, solve: Solve): Leak[] {
  const bundles = Map.groupBy(secrets, ({ number }) => facts.bundleOf(number));
  return [...bundles].flatMap(([bundle, within]) =>
    bundle === undefined
      ? within.flatMap((secret) => leakOfSettled(facts, secret))
      : leaksAmong(facts, bundle, within, { most, solve }),
  );
}

/** A secret that no program is needed for: it is known, or nothing is known of it. */
function leakOfSettled(facts: Facts, secret: Secret): Leak[] {
  const value = facts.valueOf(secret.number);
  const interval = value === undefined ? { from: 0, to: Infinity } : inwards({ from: value, to: value });
  if (secret.isEnough(interval)) return [];
  return [{ kind: 'known', secret, interval, sources: facts.sourcesOf([], [secret.number]) }];
}

/** What was found so far of a secret: which values it can have. */
class Search {
  readonly secret: Secret;
  #from = Infinity;
  #to = -Infinity;

  constructor(secret: Secret) {
    this.secret = secret;
    if (secret.value !== undefined) this.see(secret.value);
  }

  get interval(): Interval {
    return inwards({ from: this.#from, to: this.#to });
  }

  isDone(): boolean {
    return this.#from <= this.#to && this.secret.isEnough(this.interval);
  }

  see(value: number): void {
    this.#from = Math.min(this.#from, value);
    this.#to = Math.max(this.#to, value);
  }
}

type Limits = { readonly most: number; readonly solve: Solve };

function leaksAmong(
  facts: Facts,
  bundle: Bundle,
  secrets: readonly Secret[],
  { most, solve }: Limits,
): Leak[] {
  const searches = secrets.map((secret) => new Search(secret));
  if (searches.every((search) => search.isDone())) return [];
  const places = new Map(bundle.numbers.map((number, place) => [number, place]));
  const rows = bundle.rows.map(({ factors, ...ends }): Row => ({
    ...ends,
    factors: new Map([...factors].map(([number, factor]) => [places.get(number) ?? -1, factor])),
  }));
  const run = (sense: LinearProgram['sense'], costs: ReadonlyMap<number, number>): Solution => {
    const variables = bundle.numbers.map((number) => ({ from: 0, to: most, cost: costs.get(number) ?? 0 }));
    const solution = solve({ sense, variables, rows });
    if (solution.kind !== 'optimal') return solution;
    const { values } = solution;
    if (!arePossible(rows, values)) return { kind: 'unsolved' };
    for (const search of searches) search.see(values[places.get(search.secret.number) ?? -1] ?? 0);
    return solution;
  };
  scatter(searches, (costs) => run('most', costs).kind === 'optimal');
  return searches.flatMap((search): Leak[] => {
    if (search.isDone()) return [];
    const { secret } = search;
    const used = new Set<number>();
    for (const sense of ['least', 'most'] as const) {
      const solution = run(sense, new Map([[secret.number, 1]]));
      if (search.isDone()) return [];
      if (solution.kind !== 'optimal') return [{ kind: 'unsolved', secret }];
      for (const [place, dual] of solution.duals.entries())
        if (Math.abs(dual) > tolerance) used.add(bundle.by[place] ?? -1);
    }
    const sources = facts.sourcesOf(used, [secret.number]);
    return [{ kind: 'known', secret, interval: search.interval, sources }];
  });
}

/** A solver's word is not taken on trust: numbers that break a fact are no solution. */
const arePossible = (rows: readonly Row[], values: readonly number[]): boolean =>
  values.every((value) => value >= -tolerance) &&
  rows.every(({ factors, from, to }) => {
    let sum = 0;
    for (const [place, factor] of factors) sum += factor * (values[place] ?? Number.NaN);
    const room = tolerance * Math.max(1, Math.abs(sum));
    return sum >= from - room && sum <= to + room;
  });

/** Fewer secrets than this are looked at one by one in any case. */
const scatterFrom = 3;
/** How often a direction may show little new. */
const idleMost = 3;

/** Goes in directions as if by chance, the same every time, until they show little new. */
function scatter(searches: readonly Search[], go: (costs: ReadonlyMap<number, number>) => boolean): void {
  let left = searches.filter((search) => !search.isDone());
  for (let turn = 0, idle = 0; idle < idleMost && left.length >= scatterFrom; turn += 1) {
    const costs = new Map(left.map(({ secret }, index) => [secret.number, directionOf(index, turn)]));
    if (!go(costs)) return;
    const still = left.filter((search) => !search.isDone());
    if (still.length > left.length * 0.8) idle += 1;
    left = still;
  }
}

/** As if by chance, up or down, more or less far. */
function directionOf(index: number, turn: number): number {
  const mixed = Math.imul(index * 2654435761 + turn * 40503 + 1, 2246822519) >>> 0;
  const spun = Math.imul(mixed ^ (mixed >>> 15), 3266489917) >>> 0;
  const size = 0.5 + ((spun >>> 8) & 0xff) / 256;
  return (spun & 1) === 0 ? size : -size;
}
