import { randomUUID } from 'node:crypto';
import { startEnvironment } from './environment.ts';
import type { ExecutionEnvironment, Invocation } from './environment.ts';

/** A function as the template describes it, ready to run. */
export type FunctionDescription = {
  /** Short name: the folder of its source. */
  name: string;
  functionName: string;
  arn: string;
  /** URL of the module that exports `handler`. */
  entry: string;
  variables: Record<string, string>;
  memoryMb: number;
  timeoutMs: number;
};

/** Environments of one function that may run at once. Lambda starts a thousand; a laptop has a few cores. */
const environmentsMax = 4;

/** Bytes of an invocation's payload, either way, above which Lambda refuses it. */
export const payloadBytesMax = 6 * 1024 * 1024;

export type Runtime = {
  /** Runs the function once, in an environment of its own for as long as it takes. Never rejects. */
  invoke: (event: unknown) => Promise<Invocation>;
  /** Ends an environment in the middle of whatever it does. */
  crash: (environmentId: string, why: string) => void;
  /** Ends every environment, as a deployment does: what is invoked next begins in a fresh one. For idle functions. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
};

export type RuntimeOptions = {
  description: FunctionDescription;
  clock: SharedArrayBuffer;
  /** Names an environment as no other of the system is named: the function, a dot and a number. */
  newId: () => string;
  /** Variables that Lambda itself sets, for the environment with this id. */
  runtimeVariables: (environmentId: string) => Record<string, string>;
  onOutput: (text: string) => void;
};

export const createRuntime = (options: RuntimeOptions): Runtime => {
  const { description } = options;
  const environments = new Map<string, ExecutionEnvironment>();
  const idle: ExecutionEnvironment[] = [];
  const waiting: ((environment: ExecutionEnvironment) => void)[] = [];
  let stopped = false;

  const start = (): ExecutionEnvironment => {
    const id = options.newId();
    const environment = startEnvironment({
      entry: description.entry,
      clock: options.clock,
      variables: { ...options.runtimeVariables(id), ...description.variables },
      memoryMb: description.memoryMb,
      onOutput: options.onOutput,
    });
    environments.set(id, environment);
    return environment;
  };

  const take = (): Promise<ExecutionEnvironment> | ExecutionEnvironment => {
    const free = idle.pop();
    if (free?.alive()) return free;
    if (free !== undefined) discard(free);
    if (environments.size < environmentsMax) return start();
    return new Promise((resolve) => waiting.push(resolve));
  };

  const discard = (environment: ExecutionEnvironment): void => {
    for (const [id, one] of environments) if (one === environment) environments.delete(id);
  };

  const giveBack = (environment: ExecutionEnvironment): void => {
    if (!environment.alive()) discard(environment);
    const next = waiting.shift();
    if (next !== undefined) next(environment.alive() ? environment : start());
    else if (environment.alive()) idle.push(environment);
  };

  const invoke = async (event: unknown): Promise<Invocation> => {
    const payload = JSON.stringify(event);
    if (Buffer.byteLength(payload) > payloadBytesMax) return tooLarge('RequestEntityTooLarge');
    const environment = await take();
    const invocation = await environment.invoke({
      event: payload,
      context: {
        awsRequestId: randomUUID(),
        functionName: description.functionName,
        functionArn: description.arn,
        memoryMb: description.memoryMb,
        timeoutMs: description.timeoutMs,
      },
    });
    if (!stopped) giveBack(environment);
    if (!invocation.ok) {
      options.onOutput(
        `${JSON.stringify({ level: 'ERROR', message: 'Invoke Error', ...invocation.error })}\n`,
      );
    } else if (Buffer.byteLength(invocation.payload) > payloadBytesMax) {
      return tooLarge('Function.ResponseSizeTooLarge');
    }
    return invocation;
  };

  return {
    invoke,
    crash: (environmentId, why) => {
      environments.get(environmentId)?.crash(why);
    },
    restart: async () => {
      const ended = [...environments.values()];
      environments.clear();
      idle.length = 0;
      await Promise.all(ended.map((environment) => environment.stop()));
    },
    stop: async () => {
      stopped = true;
      await Promise.all([...environments.values()].map((environment) => environment.stop()));
    },
  };
};

const tooLarge = (errorType: string): Invocation => ({
  ok: false,
  error: { errorType, errorMessage: `A payload is larger than ${payloadBytesMax} bytes` },
});
