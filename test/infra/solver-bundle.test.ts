/**
 * Functions that solve programs find HiGHS where they run: bundled as they are deployed, in a folder with nothing else than
 * the bundle, and from the sources with nothing bundled. A function that solves none does not carry it along.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { App, Duration, Stack } from 'aws-cdk-lib';
import { afterAll, expect, it } from 'vitest';
import { featureFlags } from '../../infra/feature-flags.ts';
import { PipelineFunction } from '../../infra/constructs/pipeline-function.ts';

const project = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'kuultu-solver-'));
mkdirSync(join(project, '.local'), { recursive: true });
/** What is bundled has to lie in the project. */
const sourceFolder = mkdtempSync(join(project, '.local', 'solver-'));

afterAll(() => {
  for (const made of [folder, sourceFolder]) rmSync(made, { recursive: true });
});

/** At most three of something worth two. */
const program = `{
  sense: 'most',
  variables: [{ from: 0, to: Infinity, cost: 2 }],
  rows: [{ factors: new Map([[0, 1]]), from: -Infinity, to: 3 }],
}`;
const solution = { kind: 'optimal', objective: 6, values: [3], duals: [2] };
const adapter = join(project, 'shared', 'adapters', 'linear-programs.ts');
const solving = `
  import { loadSolver } from ${JSON.stringify(adapter)};
  export const handler = async () => (await loadSolver())(${program});
`;

/** @returns what a script prints that runs in a folder, in a process of its own */
const printedBy = (script: string, cwd: string): unknown =>
  JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd, encoding: 'utf8' }),
  );

/** Bundles functions with this code as a deployment does. @returns where each bundle lies */
function bundled(sources: Readonly<Record<string, string>>): string[] {
  const app = new App({
    outdir: join(folder, 'cdk.out'),
    context: featureFlags(),
    analyticsReporting: false,
  });
  const stack = new Stack(app, 'Stack');
  for (const [name, source] of Object.entries(sources)) {
    mkdirSync(join(sourceFolder, name));
    writeFileSync(join(sourceFolder, name, 'handler.ts'), source);
    const inProject = relative(join(project, 'functions'), join(sourceFolder, name));
    new PipelineFunction(stack, name, { folder: inProject, timeout: Duration.seconds(1) });
  }
  const { directory } = app.synth();
  return readdirSync(directory)
    .filter((name) => name.startsWith('asset.'))
    .map((name) => join(directory, name));
}

it('bundled, where it is needed and nowhere else', () => {
  const bundles = bundled({ solving, idle: 'export const handler = () => 1;' });
  const files = bundles.map((bundle) => readdirSync(bundle).toSorted());
  expect(files.toSorted((a, b) => a.length - b.length)).toEqual([['index.mjs'], ['highs.wasm', 'index.mjs']]);

  const solvingBundle = bundles.find((bundle) => readdirSync(bundle).includes('highs.wasm')) ?? '';
  const alone = join(folder, 'alone');
  cpSync(solvingBundle, alone, { recursive: true });
  const script = `const { handler } = await import('./index.mjs'); console.log(JSON.stringify(await handler()));`;
  expect(printedBy(script, alone)).toEqual(solution);
});

it('from the sources', () => {
  const script = `${solving.replace('export ', '')} console.log(JSON.stringify(await handler()));`;
  expect(printedBy(script, folder)).toEqual(solution);
});
