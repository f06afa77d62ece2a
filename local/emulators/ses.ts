import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { Backend } from '../wire/backend.ts';
import { forwardTo } from '../wire/backend.ts';
import { sesError } from '../wire/errors.ts';
import { addressOf } from '../wire/operations.ts';

export type SesLocal = { backend: Backend; close: () => Promise<void> };

export type SesOptions = {
  /** Whether the template has an identity for an address or its domain. */
  verified: (address: string) => boolean;
  configurationSets: ReadonlySet<string>;
};

/**
 * The SES emulator, with its store at `GET /store`, and two refusals of SES's own in front of it: a sender without
 * a verified identity, and a configuration set that does not exist.
 */
export const startSesLocal = async ({ verified, configurationSets }: SesOptions): Promise<SesLocal> => {
  const server = await freshEmulator()({ host: '127.0.0.1', port: 0 });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const emulator = forwardTo(`http://127.0.0.1:${port ?? 0}`);
  const backend: Backend = (request) => {
    if (request.method !== 'POST' || request.path !== '/') return emulator(request);
    const form = new URLSearchParams(request.body.toString());
    const source = addressOf(form.get('Source') ?? '');
    const configurationSet = form.get('ConfigurationSetName');
    if (!verified(source)) {
      const text = `Email address is not verified. The following identities failed the check: ${source}`;
      return Promise.resolve(sesError(400, 'MessageRejected', text));
    }
    if (configurationSet !== null && !configurationSets.has(configurationSet)) {
      const text = `Configuration set <${configurationSet}> does not exist.`;
      return Promise.resolve(sesError(400, 'ConfigurationSetDoesNotExist', text));
    }
    return emulator(request);
  };
  return {
    backend,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
};

type StartEmulator = (options: { host: string; port: number }) => Promise<Server>;

/** The emulator keeps its mail in a module, so each system loads modules of its own. */
const freshEmulator = (): StartEmulator => {
  const require = createRequire(import.meta.url);
  const main = require.resolve('aws-ses-v2-local');
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  for (const path of Object.keys(require.cache)) {
    // `require.cache` is meant to be edited with delete.
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete
    if (path.startsWith(folder)) delete require.cache[path];
  }
  return (require(main) as { default: StartEmulator }).default;
};
