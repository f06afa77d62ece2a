import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import * as z from 'zod';
import { readConfiguration } from '../../infra/configuration.ts';
import { featureFlags } from '../../infra/feature-flags.ts';
import { createSystem } from '../../infra/system.ts';
import { entryMetadata } from '../../shared/contract/entry.ts';

/** A function as it would be deployed: bundled, minified, with its memory. */
export type DeployedFunction = {
  /** Short name: the folder of its source. */
  readonly name: string;
  readonly bundle: string;
  readonly memoryMegabytes: number;
};

/** What a deployment consists of, as far as it costs. */
export type Deployment = {
  readonly functions: readonly DeployedFunction[];
  /** How many resources of a type there are, such as `AWS::KMS::Key`. */
  readonly resources: Readonly<Record<string, number>>;
  /** Deletes the bundles. */
  readonly remove: () => void;
};

/** The memory of a function, in megabytes. @throws where there is no such function */
export function memoryOf({ functions }: Deployment, functionName: string): number {
  const memory = functions.find(({ name }) => name === functionName)?.memoryMegabytes;
  if (memory === undefined) throw new Error(`${functionName} is not among the deployed functions`);
  return memory;
}

const resourceSchema = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Metadata: z.record(z.string(), z.unknown()).default({}),
});
const templateSchema = z.object({ Resources: z.record(z.string(), resourceSchema) });
const functionSchema = z.object({
  Code: z.object({ S3Key: z.string() }),
  MemorySize: z.number(),
});

/** Synthesizes the app as a deployment does, with every bundle, into a temporary folder of its own. */
export function synthesizeDeployment(): Deployment {
  const outdir = mkdtempSync(join(tmpdir(), 'kuultu-bench-'));
  const app = new App({ outdir, context: featureFlags(), analyticsReporting: false });
  createSystem(app, readConfiguration(app.node));
  const assembly = app.synth();
  const resources = app.node.children
    .filter((child) => child instanceof Stack)
    .map(({ artifactId }) => templateSchema.parse(assembly.getStackArtifact(artifactId).template))
    .flatMap(({ Resources }) => Object.values(Resources));
  const counts = Map.groupBy(resources, ({ Type }) => Type);
  return {
    functions: resources.flatMap(({ Type, Properties, Metadata }) => {
      const entry = Metadata[entryMetadata];
      if (Type !== 'AWS::Lambda::Function' || typeof entry !== 'string') return [];
      const { Code, MemorySize } = functionSchema.parse(Properties);
      return {
        name: entry.split('/')[1] ?? entry,
        bundle: join(outdir, `asset.${Code.S3Key.replace(/\.zip$/, '')}`, 'index.mjs'),
        memoryMegabytes: MemorySize,
      };
    }),
    resources: Object.fromEntries([...counts].map(([type, some]) => [type, some.length])),
    remove: () => {
      rmSync(outdir, { recursive: true });
    },
  };
}
