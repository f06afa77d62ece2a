import loadHighs from 'highs';
import type { Highs, Model, ModelData } from 'highs/legacy-types';
import type { LinearProgram, Row, Solution, Solve } from '../domain/disclosure/linear-program.ts';

/** Branches that a program with whole variables may be tried in. Not a time: that would not always come out alike. */
const branchesMost = 300;

let loading: Promise<Solve> | undefined;

/**
 * Loads HiGHS, an open-source solver, once for the process: 3.5 MB of WebAssembly, which lies beside the code. A solver
 * that has broken down solves nothing any more; whoever asks next gets a new one.
 */
export async function loadSolver(): Promise<Solve> {
  loading ??= startSolver();
  return loading;
}

async function startSolver(): Promise<Solve> {
  const solver = new Solver(await loadHighs());
  let isBroken = false;
  return (program) => {
    if (isBroken) return { kind: 'unsolved' };
    try {
      return solver.solve(program);
    } catch (error) {
      solver.forget();
      // What HiGHS refuses is told by its own errors. Anything else means that its memory can't be trusted any more.
      if (!solver.isRefusal(error)) {
        isBroken = true;
        loading = undefined;
      }
      return { kind: 'unsolved' };
    }
  };
}

/** A model that was solved, with what it must have in common with the next program to be of use to it. */
type Kept = {
  readonly rows: readonly Row[];
  readonly from: number[];
  readonly to: number[];
  readonly model: Model;
};

class Solver {
  readonly #highs: Highs;
  #kept: Kept | undefined;

  constructor(highs: Highs) {
    this.#highs = highs;
  }

  isRefusal(error: unknown): boolean {
    return error instanceof this.#highs.errors.HighsError;
  }

  /** What went wrong once is no place to begin the next one at. */
  forget(): void {
    this.#kept = undefined;
  }

  solve(program: LinearProgram): Solution {
    if (program.variables.some(({ whole }) => whole === true))
      return this.#highs.withModel(modelOf(this.#highs, program), (model) => {
        model.options.set({
          ...quiet,
          presolve: 'on',
          mip_rel_gap: 0,
          mip_abs_gap: 1e-9,
          mip_max_nodes: branchesMost,
        });
        return this.#solutionOf(model, true);
      });
    const model = this.#modelToGoOn(program);
    const solution = model && this.#solutionOf(model, false);
    // Now and then the way from the last solution is lost, where there is one from nothing.
    if (solution?.kind === 'optimal') return solution;
    return this.#solutionOf(this.#newModel(program), false);
  }

  /**
   * Of programs about the same rows, one after another, each begins where the one before it ended: that is nearly always close
   * by. The same programs in the same order still come out alike.
   */
  #modelToGoOn({ variables, rows, sense }: LinearProgram): Model | undefined {
    const kept = this.#kept;
    const isAlike =
      kept?.rows === rows &&
      kept.from.length > 0 &&
      kept.from.length === variables.length &&
      variables.every(({ from, to }, index) => kept.from[index] === from && kept.to[index] === to);
    if (!isAlike) return undefined;
    const { minimize, maximize } = this.#highs.constants.objectiveSense;
    const { model } = kept;
    model.changeObjectiveSense(sense === 'least' ? minimize : maximize);
    model.changeColsCost(
      { kind: 'range', from: 0, to: variables.length - 1 },
      variables.map(({ cost }) => cost),
    );
    // Where the last one ended is a solution of this one too, only not the best.
    model.options.set({ simplex_strategy: primal });
    return model;
  }

  #newModel(program: LinearProgram): Model {
    const { variables, rows } = program;
    const kept = this.#kept;
    this.#kept = undefined;
    kept?.model.dispose();
    const model = this.#highs.createModel(modelOf(this.#highs, program));
    // Tables are small: simplifying one takes longer than solving it.
    model.options.set({ ...quiet, presolve: 'off', simplex_strategy: dual });
    this.#kept = { rows, from: variables.map(({ from }) => from), to: variables.map(({ to }) => to), model };
    return model;
  }

  #solutionOf(model: Model, isWhole: boolean): Solution {
    const { optimal, infeasible, unbounded, unboundedOrInfeasible } = this.#highs.constants.modelStatus;
    model.run();
    if (model.getModelStatus() === unboundedOrInfeasible) {
      model.options.set({ presolve: 'off' });
      model.run();
    }
    const status = model.getModelStatus();
    if (status === infeasible) return { kind: 'infeasible' };
    if (status === unbounded) return { kind: 'unbounded' };
    if (status !== optimal) return { kind: 'unsolved' };
    const { colValue, rowDual } = model.getSolution();
    const objective = model.getObjectiveValue();
    return { kind: 'optimal', objective, values: [...colValue], duals: isWhole ? [] : [...rowDual] };
  }
}

const quiet = { output_flag: false };

/** Ways of HiGHS to solve: the first is quicker from nothing, the second from a solution. */
const dual = 1;
const primal = 4;

function modelOf(highs: Highs, { sense, variables, rows }: LinearProgram): ModelData {
  const { minimize, maximize } = highs.constants.objectiveSense;
  const { integer, continuous } = highs.constants.variableType;
  const starts = [0];
  for (const { factors } of rows) starts.push((starts.at(-1) ?? 0) + factors.size);
  return {
    numCols: variables.length,
    numRows: rows.length,
    sense: sense === 'least' ? minimize : maximize,
    colCost: variables.map(({ cost }) => cost),
    colLower: variables.map(({ from }) => from),
    colUpper: variables.map(({ to }) => to),
    rowLower: rows.map(({ from }) => from),
    rowUpper: rows.map(({ to }) => to),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: variables.length,
      starts,
      indices: rows.flatMap(({ factors }) => [...factors.keys()]),
      values: rows.flatMap(({ factors }) => [...factors.values()]),
    },
    integrality: variables.map(({ whole }) => (whole === true ? integer : continuous)),
  };
}
