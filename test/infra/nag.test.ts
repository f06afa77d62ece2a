/**
 * Shows that the system passes AWS's own checks for solutions, with every exception explained, and the rules of
 * CloudFormation, and that the checks are awake.
 */
import { CfnResource, Stack, Validations } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks } from 'cdk-nag';
import { expect, test } from 'vitest';
import { readConfiguration } from '../../infra/configuration.ts';
import { createSystem } from '../../infra/system.ts';
import { createApp } from './template.ts';

const createCheckedApp = (context: Record<string, unknown> = {}) => {
  const app = createApp(context, true);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
};

test.each([
  ['a user pool', {}],
  [
    'an issuer',
    { oidcIssuer: 'https://issuer.example', oidcAudience: 'kuultu', alarmEmail: 'a@kuultu.example' },
  ],
])(
  'the system with %s has no finding',
  (_, context) => {
    const app = createCheckedApp(context);
    createSystem(app, readConfiguration(app.node));
    expect(() => app.synth()).not.toThrow();
  },
  120_000,
);

test('a queue without dead letters is found', () => {
  const app = createCheckedApp();
  new Queue(new Stack(app, 'Careless'), 'Queue');
  expect(() => app.synth()).toThrow(/AwsSolutions-SQS3/);
});

test('a property that CloudFormation does not know is found', () => {
  const app = createCheckedApp();
  new CfnResource(new Stack(app, 'Mistaken'), 'Queue', {
    type: 'AWS::SQS::Queue',
    properties: { VisibilityTime: 30 },
  });
  expect(() => app.synth()).toThrow(/VisibilityTime/);
});

test('every exception has a reason of a sentence or more', () => {
  const app = createApp();
  const stacks = createSystem(app, readConfiguration(app.node));
  const reasons = stacks
    .flatMap((stack) => stack.node.findAll())
    .flatMap(({ node }) => node.metadata)
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .flatMap(({ data }) => Object.values(data as Record<string, string>));
  expect(reasons.length).toBeGreaterThan(0);
  for (const reason of reasons) expect(reason).toMatch(/^.{40,}\.$/s);
});
