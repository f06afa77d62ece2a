import { App, Stack } from 'aws-cdk-lib';
import { readConfiguration } from '../../infra/configuration.ts';
import { featureFlags } from '../../infra/feature-flags.ts';
import { createSystem } from '../../infra/system.ts';
import type { StackTemplate } from './read.ts';

/** The templates of all stacks, as `cdk synth` would make them with this configuration, but without bundling. */
export const synthesize = (configuration: Record<string, string>): StackTemplate[] => {
  const app = new App({
    context: { ...featureFlags(), ...configuration, 'aws:cdk:bundling-stacks': [] },
    analyticsReporting: false,
  });
  createSystem(app, readConfiguration(app.node));
  const assembly = app.synth();
  return app.node.children
    .filter((child) => child instanceof Stack)
    .map(({ artifactId }) => {
      const artifact = assembly.getStackArtifact(artifactId);
      return { stackName: artifact.stackName, template: artifact.template as unknown };
    });
};
