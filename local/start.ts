import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { removeEndpoints, writeEndpoints } from './endpoints.ts';
import { startSystem } from './system.ts';
import type { System } from './system.ts';

/* `npm start`: the whole system on this machine until Ctrl-C. */

const folder = join(process.cwd(), '.local');
const endpointsFile = join(folder, 'endpoints.json');
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const warn = (line: string): void => void process.stderr.write(`${line}\n`);

let system: System | undefined;
let stopping = false;

const stop = async (exitCode: number): Promise<void> => {
  if (stopping) return;
  stopping = true;
  removeEndpoints(endpointsFile);
  // Emulators and threads end with this process in any case; a tidy end must not take long.
  setTimeout(() => process.exit(exitCode), 5000).unref();
  await system?.stop();
  process.exit(exitCode);
};

// Before anything is started, so that nothing is ever left behind.
process.on('exit', () => {
  removeEndpoints(endpointsFile);
});
// A shell between npm and here may die of a signal without handing it on. Nobody waits for an orphan any more.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) void stop(0);
}, 1000).unref();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    void stop(0);
  });
}
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => {
    warn(error instanceof Error ? (error.stack ?? error.message) : String(error));
    void stop(1);
  });
}

const options = () => {
  try {
    const { values } = parseArgs({ options: { empty: { type: 'boolean' }, port: { type: 'string' } } });
    const port = Number(values.port ?? 0);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new Error(`${values.port ?? ''} is no port`);
    return { empty: values.empty ?? false, port };
  } catch (error) {
    warn(
      `${error instanceof Error ? error.message : String(error)}\nUsage: npm start -- [--empty] [--port 8080]`,
    );
    process.exit(2);
  }
};

const run = async (): Promise<void> => {
  const { empty, port } = options();
  removeEndpoints(endpointsFile);
  system = await startSystem({ port, logFolder: join(folder, 'logs'), onProgress: say, onFailure: warn });
  let digest: string | undefined;
  if (!empty) {
    const { loadDemo } = await import('./demo/load.ts');
    digest = await loadDemo(system, say);
  }
  const { endpoints } = system;
  writeEndpoints(endpointsFile, endpoints);
  say(
    [
      '',
      'Kuultu is up.',
      `  API and survey pages  ${endpoints.api}`,
      `  Mail                  ${endpoints.ses}`,
      ...(digest === undefined ? [] : [`  A unit's digest       ${digest}`]),
      `  Control               ${endpoints.control}`,
      `  Addresses and tokens  ${endpointsFile}`,
      `  Functions' output     ${join(folder, 'logs')}`,
      'Ctrl-C stops it.',
    ].join('\n'),
  );
};

await run();
