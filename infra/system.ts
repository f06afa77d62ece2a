import type { App } from 'aws-cdk-lib';
import type { Configuration } from './configuration.ts';
import { StatefulStack } from './stateful.ts';
import { StatelessStack } from './stateless.ts';

/** The whole system in two stacks: what must survive, and what may be replaced. */
export type SystemStacks = readonly [stateful: StatefulStack, stateless: StatelessStack];

/** Puts the system's stacks into the app. No account is named: it is the deployer's. */
export const createSystem = (app: App, configuration: Configuration): SystemStacks => {
  const props = { env: { region: configuration.region } };
  const stateful = new StatefulStack(app, 'KuultuStateful', configuration, {
    ...props,
    terminationProtection: true,
  });
  return [stateful, new StatelessStack(app, 'KuultuStateless', stateful, configuration, props)];
};
