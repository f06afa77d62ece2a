import type { System } from '../local/system.ts';
import { readTransactedTables, transactionUnits } from './stored-items.ts';
import { noWork, plus, sum, type Work } from './work.ts';

/** The work of a stretch, by the function that did it. */
export type WorkByFunction = ReadonlyMap<string, Work>;

/** Moves the system on from outside, and counts what its functions do meanwhile. */
export type Meter = {
  /** Makes one request that the HTTP API hands to this function. */
  readonly request: <Answer>(functionName: string, send: () => Promise<Answer>) => Promise<Answer>;
  /** Runs a scheduled function once. @throws where it fails */
  readonly run: (functionName: string) => Promise<void>;
  /** Works off the queues, and every schedule that is due at the clock. @throws where anything fails */
  readonly settle: () => Promise<void>;
  /** Counts what happens while `act` runs. Counts do not nest. */
  readonly count: (act: () => Promise<unknown>) => Promise<WorkByFunction>;
};

export function createMeter(system: System): Meter {
  const { ledger } = system.wire;
  let counted = new Map<string, Work>();
  const add = (functionName: string, work: Partial<Work>): void => {
    counted.set(functionName, plus(counted.get(functionName) ?? noWork, { ...noWork, ...work }));
  };
  return {
    request: (functionName, send) => {
      add(functionName, { apiRequests: 1, invocations: { [functionName]: 1 } });
      return send();
    },
    run: async (functionName) => {
      add(functionName, { invocations: { [functionName]: 1 } });
      const invocation = await system.invoke(functionName);
      if (!invocation.ok) throw new Error(`${functionName} failed: ${invocation.error.errorMessage}`);
    },
    settle: async () => {
      const { ran, failed, deadLetters } = await system.settle();
      if (failed.length + deadLetters.length > 0)
        throw new Error(`the system failed: ${JSON.stringify({ failed, deadLetters })}`);
      for (const { function: name, invocations } of ran) add(name, { invocations: { [name]: invocations } });
    },
    count: async (act) => {
      const before = await readTransactedTables(system);
      counted = new Map();
      ledger.reset();
      await act();
      const calls = ledger.calls().filter(({ caller }) => caller !== 'local');
      for (const call of calls) {
        const { caller, service, action } = call;
        add(caller, { calls: { [`${service}:${action}`]: 1 }, ...unitsOf(call) });
      }
      const transactions = calls.filter(({ action }) => action === 'TransactWriteItems');
      const writer = transactions[0]?.caller;
      if (writer !== undefined) {
        const units = transactionUnits(before, await readTransactedTables(system));
        add(writer, { writeUnits: checked(units, transactions) });
      }
      const done = counted;
      counted = new Map();
      return done;
    },
  };
}

/** The work of these functions together; of all that were counted when none is named. */
export const workOf = (counted: WorkByFunction, ...functionNames: readonly string[]): Work =>
  sum(
    (functionNames.length === 0 ? [...counted.keys()] : functionNames).map(
      (name) => counted.get(name) ?? noWork,
    ),
  );

type Call = ReturnType<System['wire']['ledger']['calls']>[number];

/** Units as AWS bills them: the engine's own figure, but for what it leaves out. */
function unitsOf({ action, capacityUnits, error, caller }: Call): Partial<Work> {
  // A write whose condition fails is an answer like any other. AWS bills it; the engine's error does not say how much.
  if (error === 'ConditionalCheckFailedException') return { writeUnits: 1 };
  if (error !== undefined) throw new Error(`${caller} was refused ${action}: ${error}`);
  switch (action) {
    case 'Query':
    case 'Scan':
      // DynamoDB Local says 0 for a read that finds nothing; AWS bills a consistent read's first unit.
      return { readUnits: Math.max(1, capacityUnits) };
    case 'GetItem':
    case 'BatchGetItem':
      return { readUnits: capacityUnits };
    case 'TransactWriteItems':
      return {};
    default:
      return { writeUnits: capacityUnits };
  }
}

/**
 * DynamoDB Local adds up only such items of a transaction as differ in their units: six items of two units each are
 * two, not twelve. So what was written is weighed instead. Where there was one transaction, both ways must agree.
 */
function checked(units: readonly number[], transactions: readonly Call[]): number {
  const [first, second] = transactions;
  if (transactions.some(({ caller }) => caller !== first?.caller))
    throw new Error('only one function of a stretch may write in transactions');
  const weighed = added(units);
  const engineUnits = first?.capacityUnits ?? 0;
  if (second === undefined && engineUnits !== weighed && engineUnits !== added(new Set(units)))
    throw new Error(`a transaction of ${units.join(', ')} units is ${engineUnits} to the engine`);
  return weighed;
}

const added = (units: Iterable<number>): number => [...units].reduce((all, each) => all + each, 0);
