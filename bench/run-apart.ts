import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs a script in a process of its own, so that its memory is its own. @returns what it printed, if anything */
export async function runApart(
  script: string,
  parameters: readonly string[],
  options: readonly string[] = [],
  variables: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const { stdout } = await run(process.execPath, [...options, fileURLToPath(script), ...parameters], {
    env: { ...process.env, ...variables },
  });
  return stdout === '' ? undefined : JSON.parse(stdout);
}
