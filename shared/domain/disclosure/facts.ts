import { groupsOf } from './equations.ts';
import type { Combination, Row } from './linear-program.ts';

/** Something that is known of numbers that are never negative: a combination of them lies between two ends, both included. */
export type Fact = Row & {
  /** What was told for this to be known; undefined where everybody knows it. */
  readonly source: number | undefined;
};

/** A number that follows, and the fact that it follows from once others have. */
type Settled = { readonly value: number; readonly by: number };

/** Facts that numbers are tied by to each other, and to no other numbers; what has settled is out of them. */
export type Bundle = {
  readonly numbers: readonly number[];
  /** Of these the facts, by index, are {@link by}. */
  readonly rows: readonly Row[];
  readonly by: readonly number[];
};

/** What follows from facts at once, and what is left to be worked out. */
export class Facts {
  readonly #facts: readonly Fact[];
  readonly #settled: ReadonlyMap<number, Settled>;
  /** The bundle that a number is in, by any number of it. */
  readonly #bundleOf: (number: number) => Bundle | undefined;

  constructor(facts: readonly Fact[]) {
    this.#facts = facts;
    this.#settled = settle(facts);
    const left = facts.map((fact) => this.#without(fact));
    const groups = groupsOf(left.map(({ factors }) => [...factors.keys()]));
    const places = Map.groupBy(
      left.keys().filter((place) => (left[place]?.factors.size ?? 0) > 0),
      (place) => groups([...(left[place]?.factors.keys() ?? [])][0] ?? -1),
    );
    const bundles = new Map(
      [...places].map(([group, by]): [number, Bundle] => {
        const rows = by.flatMap((place) => left[place] ?? []);
        return [
          group,
          { by, rows, numbers: [...new Set(rows.flatMap(({ factors }) => [...factors.keys()]))] },
        ];
      }),
    );
    this.#bundleOf = (number) => bundles.get(groups(number));
  }

  /** What a number must be; undefined where that does not follow at once. */
  valueOf(number: number): number | undefined {
    return this.#settled.get(number)?.value;
  }

  /** All that has to do with a number that has not settled; undefined where nothing has. */
  bundleOf(number: number): Bundle | undefined {
    return this.#bundleOf(number);
  }

  /** What was told that these facts and numbers rest on, with all that had to follow before. */
  sourcesOf(facts: Iterable<number>, numbers: Iterable<number>): ReadonlySet<number> {
    const sources = new Set<number>();
    const met = new Set<number>();
    const behind = (settled: Iterable<number>): number[] =>
      [...settled].flatMap((number) => this.#settled.get(number)?.by ?? []);
    const open = [...facts, ...behind(numbers)];
    // A list that grows while it is walked through is a queue.
    for (const place of open) {
      const fact = this.#facts[place];
      if (fact === undefined || met.has(place)) continue;
      met.add(place);
      if (fact.source !== undefined) sources.add(fact.source);
      open.push(...behind(fact.factors.keys()));
    }
    return sources;
  }

  #without({ factors, from, to }: Fact): Row {
    let known = 0;
    const left = new Map<number, number>();
    for (const [number, factor] of factors) {
      const value = this.#settled.get(number)?.value;
      if (value === undefined) left.set(number, factor);
      else known += factor * value;
    }
    return { factors: left, from: from - known, to: to - known };
  }
}

const tiny = 1e-9;

/** A fact about one number settles it, and one about a sum of nothing settles all in it: none of them is negative. */
function settle(facts: readonly Fact[]): Map<number, Settled> {
  const placesOf = new Map<number, number[]>();
  for (const [place, { factors }] of facts.entries())
    for (const number of factors.keys()) placesOf.set(number, [...(placesOf.get(number) ?? []), place]);
  const settled = new Map<number, Settled>();
  const left = facts.map(({ factors }) => new Map(factors));
  const known = facts.map(() => 0);
  const open = [...facts.keys()];
  for (const place of open) {
    const { from, to } = facts[place] ?? { from: 0, to: Infinity };
    for (const [number, value] of following(
      left[place] ?? new Map(),
      from - (known[place] ?? 0),
      to - (known[place] ?? 0),
    )) {
      if (settled.has(number)) continue;
      settled.set(number, { value, by: place });
      for (const other of placesOf.get(number) ?? []) {
        known[other] = (known[other] ?? 0) + (left[other]?.get(number) ?? 0) * value;
        left[other]?.delete(number);
        open.push(other);
      }
    }
  }
  return settled;
}

function following(factors: Combination, from: number, to: number): [number, number][] {
  const [one, ...others] = factors;
  if (one === undefined) return [];
  if (others.length === 0 && to - from <= tiny) return [[one[0], Math.max(0, to / one[1])]];
  const isNothing = to <= tiny && [...factors.values()].every((factor) => factor > 0);
  const isNothingLess = from >= -tiny && [...factors.values()].every((factor) => factor < 0);
  return isNothing || isNothingLess ? [...factors.keys()].map((number) => [number, 0]) : [];
}
