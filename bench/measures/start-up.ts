import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { environment } from '../../shared/contract/environment.ts';
import { organisation } from '../../test/support/organisation.ts';
import type { DeployedFunction } from './deployment.ts';

/** What a function weighs and how long its modules load, beside a handler that holds nothing. */
export type StartUp = {
  readonly name: string;
  readonly bundleBytes: number;
  readonly gzipBytes: number;
  /** Milliseconds from the start of a fresh process until the module has loaded. */
  readonly loadMs: number;
};
export type StartUps = { readonly emptyLoadMs: number; readonly functions: readonly StartUp[] };

/** The quickest of so many counts: noise only ever adds. */
export const startsPerBundle = 9;
const run = promisify(execFile);

/** Loads a module, and says how many milliseconds old the process is then. */
const loading = 'await import(process.argv[1]); console.log(performance.now())';

/** Measures one after the other, and all of them in every round: what slows the machine down slows all alike. */
export async function measureStartUp(functions: readonly DeployedFunction[]): Promise<StartUps> {
  const empty = join(dirname(dirname(functions[0]?.bundle ?? '')), 'empty.mjs');
  writeFileSync(empty, 'export const handler = async () => {};\n');
  const bundles = [empty, ...functions.map(({ bundle }) => bundle)];
  const times = new Map<string, number[]>(bundles.map((bundle) => [bundle, []]));
  for (let round = 0; round < startsPerBundle; round += 1) {
    for (const bundle of bundles) times.get(bundle)?.push(await loadMs(bundle));
  }
  const quickest = (bundle: string): number => Math.min(...(times.get(bundle) ?? []));
  return {
    emptyLoadMs: quickest(empty),
    functions: functions
      .map(({ name, bundle }) => {
        const code = readFileSync(bundle);
        return {
          name,
          bundleBytes: code.length,
          gzipBytes: gzipSync(code).length,
          loadMs: quickest(bundle),
        };
      })
      .toSorted((a, b) => b.bundleBytes - a.bundleBytes),
  };
}

/** Functions read their variables while they load: some look into them, and for most any text does. */
const variables = {
  ...Object.fromEntries(Object.values(environment).map((name) => [name, 'null'])),
  [environment.organisation]: JSON.stringify(organisation),
  [environment.senderName]: JSON.stringify(organisation.name),
  [environment.senderAddress]: organisation.email,
  [environment.replyTo]: organisation.email,
  AWS_REGION: 'eu-north-1',
};

async function loadMs(bundle: string): Promise<number> {
  const { stdout } = await run(
    process.execPath,
    ['--input-type=module', '--eval', loading, pathToFileURL(bundle).href],
    { env: variables },
  );
  return Number(stdout);
}
