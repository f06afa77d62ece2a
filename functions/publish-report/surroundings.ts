import type { ReleaseStore } from '../../shared/adapters/releases.ts';
import type { Solve } from '../../shared/domain/disclosure/linear-program.ts';

export type Surroundings = ReleaseStore & {
  readonly settings: string;
  /** Loaded only where there is something to publish. */
  readonly loadSolver: () => Promise<Solve>;
  /** Epoch milliseconds. */
  readonly now: number;
};
