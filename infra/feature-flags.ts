import { readFileSync } from 'node:fs';
import { z } from 'zod';

const cdkJson = z.object({ context: z.record(z.string(), z.unknown()) });

/**
 * The context of cdk.json: CDK's feature flags. The command line applies it by itself; whoever synthesizes in
 * process has to hand it to the App, or gets another template.
 *
 * Flags are the recommended ones but for `defaultCrossStackReferences`, which is `strong`: CloudFormation then
 * refuses to take away a table that a function still uses.
 *
 * @throws when cdk.json cannot be read or has no context
 */
export const featureFlags = (): Record<string, unknown> => {
  const text = readFileSync(new URL('../cdk.json', import.meta.url), 'utf8');
  return cdkJson.parse(JSON.parse(text)).context;
};
