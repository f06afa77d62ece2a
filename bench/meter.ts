import type { System } from '../local/system.ts';
import { unitsOf } from './dynamodb-units.ts';
import { readTransactedTables } from './stored-items.ts';
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
      ledger.keepBodies(true);
      try {
        await act();
      } finally {
        ledger.keepBodies(false);
      }
      const calls = ledger.calls().filter(({ caller }) => caller !== 'local');
      const change = { before, after: await readTransactedTables(system) };
      for (const call of calls) {
        const { caller, service, action, error } = call;
        if (service !== 'dynamodb' && error !== undefined)
          throw new Error(`${caller} was refused ${action}: ${error}`);
        const units = service === 'dynamodb' ? unitsOf(call, change) : {};
        add(caller, { calls: { [`${service}:${action}`]: 1 }, ...units });
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
