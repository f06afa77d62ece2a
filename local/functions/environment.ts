import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FunctionError, Report, Request } from './messages.ts';

export type Invocation = { ok: true; payload: string } | { ok: false; error: FunctionError };

/** One execution environment of a function: alive until it crashes, times out or is stopped. */
export type ExecutionEnvironment = {
  /** At most one call at a time. Never rejects. */
  invoke: (request: Request) => Promise<Invocation>;
  alive: () => boolean;
  crash: (why: string) => void;
  stop: () => Promise<void>;
};

export type EnvironmentOptions = {
  entry: string;
  clock: SharedArrayBuffer;
  variables: Record<string, string>;
  memoryMb: number;
  onOutput: (text: string) => void;
};

/** Code that Node has compiled is kept here for the next thread that loads it: all functions load much of the same. */
const compiledCode = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'functions');

export const startEnvironment = (options: EnvironmentOptions): ExecutionEnvironment => {
  const worker = new Worker(new URL('./bootstrap.ts', import.meta.url), {
    workerData: { entry: options.entry, clock: options.clock },
    env: { ...options.variables, NODE_COMPILE_CACHE: compiledCode },
    // Nothing of how this process was started, such as a test runner's loaders, reaches the function.
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: options.memoryMb },
  });
  let alive = true;
  let settle: ((invocation: Invocation) => void) | undefined;
  const end = (error: FunctionError): void => {
    alive = false;
    settle?.({ ok: false, error });
  };
  for (const stream of [worker.stdout, worker.stderr]) {
    stream.setEncoding('utf8').on('data', options.onOutput);
  }

  const ready = new Promise<void>((resolve) => {
    worker.on('message', (message: Report) => {
      switch (message.kind) {
        case 'ready':
          resolve();
          return;
        case 'unable':
          end(message.error);
          void worker.terminate();
          return;
        case 'answered':
          settle?.({ ok: true, payload: message.payload });
          return;
        case 'failed':
          settle?.({ ok: false, error: message.error });
      }
    });
  });
  worker.on('error', (error) => {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    end({ errorType: `Runtime.${name}`, errorMessage: message });
  });
  worker.on('exit', (code) => {
    end({ errorType: 'Runtime.ExitError', errorMessage: `Runtime exited with code ${code}` });
  });

  const crash = (why: string): void => {
    end({ errorType: 'Runtime.ExitError', errorMessage: why });
    void worker.terminate();
  };

  const invoke = async (request: Request): Promise<Invocation> => {
    if (!alive)
      return { ok: false, error: { errorType: 'Runtime.ExitError', errorMessage: 'Runtime exited' } };
    const ended = new Promise<Invocation>((resolve) => {
      settle = resolve;
    });
    let timer: NodeJS.Timeout | undefined;
    // A function's time starts when its modules have loaded: Lambda's initialization has a time limit of its own.
    void ready.then(() => {
      if (!alive) return;
      timer = setTimeout(() => {
        end({
          errorType: 'Sandbox.Timedout',
          errorMessage: `Task timed out after ${request.context.timeoutMs} ms`,
        });
        void worker.terminate();
      }, request.context.timeoutMs);
      worker.postMessage(request);
    });
    const invocation = await ended;
    clearTimeout(timer);
    settle = undefined;
    return invocation;
  };

  return {
    invoke,
    alive: () => alive,
    crash,
    stop: async () => {
      alive = false;
      await worker.terminate();
    },
  };
};
