import { requestStates, type RequestState } from '../request-state.ts';
import { stages } from '../vocabulary.ts';
import { heldBackReasons, type HeldBackReason } from './reasons.ts';

/** How often it was decided to ask, and not to ask by reason; and how requests ended. What did not occur is left out. */
export type Counts = {
  readonly decided: number;
  readonly asked: number;
  readonly heldBack: Readonly<Partial<Record<HeldBackReason, number>>>;
  readonly ends: Readonly<Partial<Record<RequestState, number>>>;
};

/** Counts of a time: of each stage in which something happened, and of all. */
export type Summary = {
  readonly stages: readonly (Counts & { readonly stage: string })[];
  readonly total: Counts;
};

/** Counts decisions and ends of requests, in whatever order they come. */
export class Tally {
  /** By stage, and there by what was counted: a reason, `asked`, an end. The two lists have no word in common. */
  readonly #stages = new Map<string, Map<string, number>>();

  /** @param reason null where it was decided to ask */
  countDecision(stage: string, reason: HeldBackReason | null): void {
    this.#count(stage, reason ?? asked);
  }

  countEnd(stage: string, end: RequestState): void {
    this.#count(stage, end);
  }

  #count(stage: string, what: string): void {
    const counts = this.#stages.get(stage) ?? new Map<string, number>();
    counts.set(what, (counts.get(what) ?? 0) + 1);
    this.#stages.set(stage, counts);
  }

  /** Stages in the order of the vocabulary, then unknown ones by their names. */
  summary(): Summary {
    const known: readonly string[] = stages;
    const unknown = [...this.#stages.keys()].filter((stage) => !known.includes(stage)).sort();
    const counted = [...known, ...unknown].flatMap((stage): [string, ReadonlyMap<string, number>][] => {
      const counts = this.#stages.get(stage);
      return counts === undefined ? [] : [[stage, counts]];
    });
    return {
      stages: counted.map(([stage, counts]) => ({ stage, ...countsOf([counts]) })),
      total: countsOf(counted.map(([, counts]) => counts)),
    };
  }
}

const asked = 'asked';

function countsOf(all: readonly ReadonlyMap<string, number>[]): Counts {
  const count = (what: string): number => all.reduce((sum, counts) => sum + (counts.get(what) ?? 0), 0);
  const counted = <Name extends string>(names: readonly Name[]): Partial<Record<Name, number>> => {
    const found: Partial<Record<Name, number>> = {};
    for (const name of names) if (count(name) > 0) found[name] = count(name);
    return found;
  };
  const heldBack = counted(heldBackReasons);
  const reasons = heldBackReasons.reduce((sum, reason) => sum + count(reason), 0);
  return {
    decided: count(asked) + reasons,
    asked: count(asked),
    heldBack,
    ends: counted(requestStates),
  };
}
