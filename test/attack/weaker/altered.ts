import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import type { makeBallot } from '../../../web/respondent/ballot.ts';
import type { System } from '../../../local/system.ts';

/* Weaker code: the project's own, with a line changed. What is attacked then is the running system with that change. */

/** What is changed in a file of the project: a text that stands there once, and what stands there instead. */
export type Change = { readonly file: string; readonly from: string; readonly to: string };

const root = new URL('../../../', import.meta.url);
const pathOf = (file: string): string => fileURLToPath(new URL(file, root));

/** Builds a file of the project and all that it imports, with changes. @throws Error where a change changes nothing */
export async function builtWith(
  entry: string,
  changes: readonly Change[],
  format: 'iife' | 'esm',
): Promise<string> {
  const files = new Map(Map.groupBy(changes, ({ file }) => pathOf(file)));
  const changed = new Set<string>();
  const changing: Plugin = {
    name: 'changing',
    setup: (builder) => {
      builder.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const wanted = files.get(path);
        if (wanted === undefined) return undefined;
        changed.add(path);
        return { contents: wanted.reduce(changedBy, await readFile(path, 'utf8')), loader: 'ts' };
      });
    },
  };
  const { outputFiles } = await build({
    entryPoints: [pathOf(entry)],
    ...{ bundle: true, write: false, format, packages: 'external', tsconfigRaw: {}, plugins: [changing] },
    logLevel: 'silent',
    ...(format === 'iife' ? { target: 'es2017' } : { platform: 'node', target: 'node24' }),
  });
  if (changed.size < files.size) throw new Error(`a change is in no file that ${entry} needs`);
  return outputFiles.map(({ text }) => text).join('');
}

function changedBy(text: string, { file, from, to }: Change): string {
  if (text.split(from).length !== 2) throw new Error(`"${from}" does not stand in ${file} once`);
  return text.replace(from, () => to);
}

/** What is changed in the code of functions, by function. Nothing, for the real system. */
export type Weakness = Readonly<Record<string, readonly Change[]>>;

/** Lets the system run with weaker functions for a while. */
export async function whileWeak<Result>(
  system: System,
  weakness: Weakness,
  run: () => Promise<Result>,
): Promise<Result> {
  const putBack = await Promise.all(
    Object.entries(weakness).map(([name, changes]) => weaken(system, name, changes)),
  );
  try {
    return await run();
  } finally {
    for (const back of putBack) back();
  }
}

async function weaken(system: System, name: string, changes: readonly Change[]): Promise<() => void> {
  const code = await builtWith(`functions/${name}/handler.ts`, changes, 'esm');
  const digest = createHash('sha256').update(code).digest('hex').slice(0, 12);
  const folder = new URL('.local/attack/', root);
  const module = new URL(`${name}.${digest}.mjs`, folder);
  await mkdir(folder, { recursive: true });
  await writeFile(module, code);
  return system.replace(name, module.href);
}

/** The page's script, with changes to `web/respondent/`; and what lets the function that shows the page serve it. */
export async function servingScriptWith(changes: readonly Change[]): Promise<Change[]> {
  const script = await builtWith('web/respondent/page.ts', changes, 'iife');
  const file = 'shared/domain/respondent/survey-page.ts';
  return [
    { file, from: "import { pageScript } from './page-script.ts';", to: '' },
    { file, from: '${pageScript}', to: '${' + JSON.stringify(script) + '}' },
  ];
}

/** What the page's code makes a ballot with: it runs outside a browser too. */
export type MakeBallot = typeof makeBallot;

/** The same with changes to `web/respondent/`. */
export async function ballotsWith(changes: readonly Change[]): Promise<MakeBallot> {
  const code = await builtWith('web/respondent/ballot.ts', changes, 'esm');
  const module = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
    makeBallot: MakeBallot;
  };
  return module.makeBallot;
}
