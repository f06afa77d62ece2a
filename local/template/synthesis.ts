import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { readConfiguration } from '../../infra/configuration.ts';
import { featureFlags } from '../../infra/feature-flags.ts';
import { createSystem } from '../../infra/system.ts';
import type { StackTemplate } from './read.ts';

/**
 * The templates of all stacks, as `cdk synth` would make them with this configuration, but without bundling. They are
 * not checked against the rules of CloudFormation, which takes four fifths of the time of a synthesis: `cdk synth` does
 * that, and so do the infrastructure tests.
 */
export const synthesize = (configuration: Record<string, string>): StackTemplate[] => {
  // CDK would make a folder by itself, and leave it behind.
  const outdir = mkdtempSync(join(tmpdir(), 'kuultu-synthesis-'));
  try {
    const app = new App({
      context: { ...featureFlags(), ...configuration, 'aws:cdk:bundling-stacks': [] },
      analyticsReporting: false,
      builtinCloudFormationValidation: false,
      outdir,
    });
    createSystem(app, readConfiguration(app.node));
    const assembly = app.synth();
    return app.node.children
      .filter((child) => child instanceof Stack)
      .map(({ artifactId }) => {
        const artifact = assembly.getStackArtifact(artifactId);
        return { stackName: artifact.stackName, template: artifact.template as unknown };
      });
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
};
