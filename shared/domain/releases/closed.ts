import type { Quarter } from '../calendar/month.ts';
import type { Question } from '../questions/question.ts';
import type { Driver } from '../tallies/drivers.ts';
import type { Invited } from '../tallies/invited.ts';
import type { Structure } from '../tallies/structure.ts';
import type { Tally } from '../tallies/tally.ts';
import type { Unit } from '../unit.ts';
import type { Release } from './release.ts';
import type { TooFew } from './too-few.ts';

/** All that is known of a period when it is published. */
export type Closed = {
  readonly period: Quarter;
  readonly tallies: readonly Tally[];
  readonly drivers: readonly Driver[];
  readonly structure: Structure;
  /** The asks of every quarter whose answers are in the period. */
  readonly invited: readonly Invited[];
  readonly tooFew: TooFew;
  /** Fewest answers of a cell that is told at all. */
  readonly least: number;
  /** As they are called today. */
  readonly units: readonly Unit[];
  /** Whatever can have been asked, by key, in the order in which it is told; in today's words. */
  readonly questions: ReadonlyMap<string, Question>;
  /** Releases of earlier periods, to stand beside. */
  readonly earlier: readonly Release[];
  /** Whatever was released of this period before, by any revision. */
  readonly already: readonly Release[];
};
