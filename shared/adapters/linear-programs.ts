import loadHighs from 'highs';
import type { Highs, ModelData } from 'highs/legacy-types';
import type { LinearProgram, Solution, Solve } from '../domain/disclosure/linear-program.ts';

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
  const highs = await loadHighs();
  let isBroken = false;
  return (program) => {
    if (isBroken) return { kind: 'unsolved' };
    try {
      return solveWith(highs, program);
    } catch (error) {
      // What HiGHS refuses is told by its own errors. Anything else means that its memory can't be trusted any more.
      if (!(error instanceof highs.errors.HighsError)) {
        isBroken = true;
        loading = undefined;
      }
      return { kind: 'unsolved' };
    }
  };
}

function solveWith(highs: Highs, program: LinearProgram): Solution {
  const { optimal, infeasible, unbounded, unboundedOrInfeasible } = highs.constants.modelStatus;
  const isWhole = program.variables.some(({ whole }) => whole === true);
  return highs.withModel(modelOf(highs, program), (model): Solution => {
    model.options.set({
      output_flag: false,
      // Tables are small: simplifying one takes longer than solving it.
      presolve: isWhole ? 'on' : 'off',
      mip_rel_gap: 0,
      mip_abs_gap: 1e-9,
      mip_max_nodes: branchesMost,
    });
    model.run();
    if (model.getModelStatus() === unboundedOrInfeasible) {
      model.options.set('presolve', 'off');
      model.run();
    }
    const status = model.getModelStatus();
    if (status === infeasible) return { kind: 'infeasible' };
    if (status === unbounded) return { kind: 'unbounded' };
    if (status !== optimal) return { kind: 'unsolved' };
    const { colValue, rowDual } = model.getSolution();
    const objective = model.getObjectiveValue();
    return { kind: 'optimal', objective, values: [...colValue], duals: isWhole ? [] : [...rowDual] };
  });
}

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
