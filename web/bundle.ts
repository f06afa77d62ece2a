import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';

/** The folder of the page's script. */
const sources = new URL('respondent/', import.meta.url);

/** The module that holds the built script, and is committed. */
export const pageScriptFile = fileURLToPath(
  new URL('../shared/domain/respondent/page-script.ts', import.meta.url),
);

/**
 * A source file of `web/respondent/` and all that it imports, as one minified text, for browsers of 2017 and later.
 *
 * @param shape `iife` runs by itself, `esm` exports what the file exports
 */
export async function bundled(file: string, shape: 'iife' | 'esm'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(file, sources))],
    bundle: true,
    write: false,
    minify: true,
    format: shape,
    target: 'es2017',
    legalComments: 'none',
    // What is stricter in the checker would only add words to what a browser reads.
    tsconfigRaw: {},
  });
  return outputFiles.map(({ text }) => text.trimEnd()).join('');
}

/** The whole text of {@link pageScriptFile}, as the sources have it now. */
export async function pageScriptModule(): Promise<string> {
  const script = await bundled('page.ts', 'iife');
  const module = `/**
 * What the survey's page runs in a browser: web/respondent/page.ts, built by \`npm run build:page\`. Don't edit it here.
 * It stands in every page as it is here, after the list of public keys, so whoever audits a page can compare the two,
 * and build this one anew.
 */
export const pageScript = ${JSON.stringify(script)};
`;
  const style = await resolveConfig(pageScriptFile);
  return format(module, { ...style, filepath: pageScriptFile });
}
