/** A number of its own for some of many things, by their index; zero for all others. */
export type Combination = ReadonlyMap<number, number>;

/** Something to choose a number for, both ends included. What is `whole` is chosen among whole numbers. */
export type Variable = {
  readonly from: number;
  readonly to: number;
  /** How much one of it adds to the objective. */
  readonly cost: number;
  readonly whole?: true;
};

/** A combination of variables, by index, that must lie between two ends. */
export type Row = { readonly factors: Combination; readonly from: number; readonly to: number };

/** Choose a number for every variable so that all rows hold and the costs come to the `least` or the `most`. */
export type LinearProgram = {
  readonly sense: 'least' | 'most';
  readonly variables: readonly Variable[];
  readonly rows: readonly Row[];
};

/**
 * `optimal`: the numbers chosen, and for a program without whole variables the dual of every row: by how much the objective
 * grows where the row's ends grow by one. `unsolved`: the solver gave up or broke down, so nothing is known.
 */
export type Solution =
  | {
      readonly kind: 'optimal';
      readonly objective: number;
      readonly values: readonly number[];
      readonly duals: readonly number[];
    }
  | { readonly kind: 'infeasible' }
  | { readonly kind: 'unbounded' }
  | { readonly kind: 'unsolved' };

/** Solves a program, the same one always alike. */
export type Solve = (program: LinearProgram) => Solution;
