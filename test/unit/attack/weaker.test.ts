/**
 * Weaker systems are our own code with a line changed. Shows that every change still finds its line, so that nobody has
 * to run all attacks to learn that a line was renamed; and that the builder says so where one does not.
 */
import { describe, expect, it } from 'vitest';
import { builtWith, servingScriptWith, type Change } from '../../attack/weaker/altered.ts';
import {
  copiesCounted,
  unsignedContexts,
  weakerFunctions,
  weakerPages,
} from '../../attack/weaker/changes.ts';

const functions = Object.entries({
  ...weakerFunctions,
  unsignedContexts: unsignedContexts('a unit'),
  copiesCounted: copiesCounted('a unit'),
}).flatMap(([what, weakness]) =>
  Object.entries<readonly Change[]>(weakness).map(([name, changes]) => ({ what, name, changes })),
);

const build = (name: string, changes: readonly Change[]): Promise<string> =>
  builtWith(`functions/${name}/handler.ts`, changes, 'esm');

describe('a weaker function', () => {
  it.each(functions)('$name can be built: $what', async ({ name, changes }) => {
    expect(await build(name, changes)).not.toBe(await build(name, []));
  });
});

describe('a weaker page', () => {
  it.each(Object.entries<readonly Change[]>(weakerPages))(
    'can be built and served: %s',
    async (_, changes) => {
      const served = await servingScriptWith(changes);
      expect(served).not.toEqual(await servingScriptWith([]));
      expect(await build('show-survey', served)).toContain('makeBallot');
    },
  );
});

describe('a change', () => {
  const file = 'shared/lambda/encoded.ts';

  it('that finds no line, or too many, is not made', async () => {
    for (const from of ['no such line', 'const'])
      await expect(build('sign-ballots', [{ file, from, to: '' }])).rejects.toThrow(/does not stand in/);
  });

  it('to a file that is not needed is not made', async () => {
    await expect(build('rotate-keys', [{ file, from: 'isEncoded', to: '' }])).rejects.toThrow(/in no file/);
  });
});
