import type { Logs } from '../logs.ts';
import type { Resources } from '../template/read.ts';
import { functionOf } from '../template/wiring.ts';
import type { Service } from '../wire/operations.ts';
import type { Invocation } from './environment.ts';
import { createRuntime } from './runtime.ts';
import type { FunctionDescription, Runtime } from './runtime.ts';
import { runtimeVariables } from './variables.ts';

/** All functions of the template, ready to be invoked. */
export type Fleet = {
  descriptions: FunctionDescription[];
  /** Invokes a function by its short name, full name or ARN. */
  invoke: (id: string, event: unknown) => Promise<Invocation>;
  crash: (environmentId: string, why: string) => void;
  /**
   * Runs other code in a function's stead, under its name and role and with its variables.
   *
   * @param entry URL of the module that exports `handler`
   * @returns what puts the function's own code back
   */
  replace: (name: string, entry: string) => () => void;
  /** Lets a function, by its short name, begin anew. To be called while it is idle. */
  restart: (name: string) => Promise<void>;
  stop: () => Promise<void>;
};

export type FleetOptions = {
  region: string;
  addresses: Record<Service, string>;
  clock: SharedArrayBuffer;
  logs: Logs;
  /** Takes one line for each invocation that failed. */
  onFailure: (line: string) => void;
};

export const createFleet = (resources: Resources, options: FleetOptions): Fleet => {
  /** Environments that were ever started. */
  let born = 0;
  const runtimes = new Map<string, { description: FunctionDescription; runtime: Runtime }>();
  const runtimeFor = (description: FunctionDescription): Runtime =>
    createRuntime({
      description,
      clock: options.clock,
      // One count for all, also for what runs in a function's stead: who is dead is not to be taken for another.
      newId: () => `${description.name}.${(born += 1)}`,
      runtimeVariables: (id) => runtimeVariables(description, id, options.region, options.addresses),
      onOutput: (text) => {
        options.logs.write(description.name, text);
      },
    });
  for (const fn of resources.ofType('AWS::Lambda::Function')) {
    const description = functionOf(fn);
    runtimes.set(description.name, { description, runtime: runtimeFor(description) });
  }
  /** What runs in a function's stead, by its name; and all that ever did, by name and code, so that it starts but once. */
  const instead = new Map<string, Runtime>();
  const standIns = new Map<string, Runtime>();
  const all = [...runtimes.values()];
  return {
    descriptions: all.map(({ description }) => description),
    invoke: async (id, event) => {
      const found = all.find(({ description: { name, functionName, arn } }) =>
        [name, functionName, arn].includes(id),
      );
      if (found === undefined) throw new Error(`There is no function ${id}`);
      const invocation = await (instead.get(found.description.name) ?? found.runtime).invoke(event);
      if (!invocation.ok) {
        const { errorType, errorMessage } = invocation.error;
        options.onFailure(`${found.description.name}: ${errorType}: ${errorMessage.split('\n')[0] ?? ''}`);
      }
      return invocation;
    },
    crash: (environmentId, why) => {
      const name = environmentId.replace(/\.\d+$/, '');
      (instead.get(name) ?? runtimes.get(name)?.runtime)?.crash(environmentId, why);
    },
    replace: (name, entry) => {
      const own = runtimes.get(name)?.description;
      if (own === undefined) throw new Error(`There is no function ${name}`);
      const key = `${name} ${entry}`;
      const standIn = standIns.get(key) ?? runtimeFor({ ...own, entry });
      standIns.set(key, standIn);
      instead.set(name, standIn);
      return () => void instead.delete(name);
    },
    restart: async (name) => {
      await runtimes.get(name)?.runtime.restart();
    },
    stop: async () => {
      const started = [...all.map(({ runtime }) => runtime), ...standIns.values()];
      await Promise.all(started.map((runtime) => runtime.stop()));
    },
  };
};
