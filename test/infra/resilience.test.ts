/**
 * Shows that what can fail is heard of: every queue has dead letters and every alarm tells what the citizen loses
 * and what the operator does. Also that what must survive a deployment does.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { system } from './template.ts';
import type { TemplateResource } from './template-resource.ts';
import { at, textAt } from './template-resource.ts';

const queues = system.ofType('AWS::SQS::Queue');
const alarms = system.ofType('AWS::CloudWatch::Alarm');
const mappings = system.ofType('AWS::Lambda::EventSourceMapping');

const deadLettersOf = (queue: TemplateResource) =>
  queue.at('RedrivePolicy', 'deadLetterTargetArn', 'Fn::GetAtt', 0);
const alarmsOnQueue = (id: string) =>
  alarms
    .filter((each) => each.at('Dimensions', 0, 'Value', 'Fn::GetAtt', 0) === id)
    .map(({ properties }) => properties);
const deadLetterIds = queues.map(deadLettersOf).filter((id) => typeof id === 'string');

test('every queue has dead letters after three attempts, or holds dead letters itself', () => {
  expect(queues).toHaveLength(8);
  for (const queue of queues) {
    if (deadLetterIds.includes(queue.id)) continue;
    expect(queue.at('RedrivePolicy', 'maxReceiveCount'), queue.name).toBe(3);
  }
});

test('a dead letter raises an alarm', () => {
  expect(deadLetterIds).toHaveLength(4);
  for (const id of deadLetterIds) {
    expect(alarmsOnQueue(id)).toMatchObject([
      { MetricName: 'ApproximateNumberOfMessagesVisible', Threshold: 1 },
    ]);
  }
});

test('a message that nobody takes raises an alarm after an hour, and lasts until somebody can act', () => {
  const days = 24 * 60 * 60;
  for (const { id, name, properties } of queues) {
    const dead = deadLetterIds.includes(id);
    // What SES tells holds an address: it rests for a long weekend, and not longer.
    const most = name === 'DeliveriesQueue' ? 4 : 13;
    expect(properties['MessageRetentionPeriod'], id).toBe((dead ? 14 : most) * days);
    if (dead) continue;
    expect(alarmsOnQueue(id), id).toMatchObject([
      { MetricName: 'ApproximateAgeOfOldestMessage', Statistic: 'Maximum', Threshold: 60 * 60 },
    ]);
  }
});

test('a function whose failure leaves no dead letter raises an alarm on its errors', () => {
  const workers = mappings.map((mapping) => mapping.text('FunctionName', 'Ref'));
  const watched = alarms
    .filter((alarm) => alarm.at('MetricName') === 'Errors')
    .map((alarm) => alarm.text('Dimensions', 0, 'Value', 'Ref'));
  const ids = [...system.functions().values()].map(({ id }) => id);
  expect(watched.sort()).toEqual(ids.filter((id) => !workers.includes(id)).sort());
});

/** What the filters count that an alarm listens to, by folder: the pattern, and the alarm. */
const linesCountedIn = (folder: string) => {
  const log = system.function(folder).text('LoggingConfig', 'LogGroup', 'Ref');
  return system
    .ofType('AWS::Logs::MetricFilter')
    .filter((filter) => filter.at('LogGroupName', 'Ref') === log)
    .map((filter) => {
      const metric = filter.at('MetricTransformations', 0);
      const heard = alarms.filter(
        (alarm) =>
          alarm.at('MetricName') === at(metric, 'MetricName') &&
          alarm.at('Namespace') === at(metric, 'MetricNamespace'),
      );
      expect(heard.map((alarm) => [alarm.at('Threshold'), alarm.at('Statistic')])).toEqual([[1, 'Sum']]);
      return filter.text('FilterPattern');
    });
};

test('a fault that an API function answers raises an alarm, by the phrase that their shell logs', () => {
  expect(readFileSync('shared/lambda/http-function.ts', 'utf8')).toContain("'a request failed'");
  const routed = system
    .ofType('AWS::ApiGatewayV2::Integration')
    .map((integration) => integration.text('IntegrationUri', 'Fn::GetAtt', 0));
  const folders = [...system.functions()].filter(([, { id }]) => routed.includes(id));
  expect(folders).toHaveLength(22);
  for (const [folder] of folders) expect(linesCountedIn(folder), folder).toEqual(['"a request failed"']);
});

test('a mail that did not certainly leave raises an alarm, by the phrases that send-request logs', () => {
  const phrases = ['a mail was refused', 'mail is not taken now', 'nobody knows whether a mail left'];
  const source = readFileSync('functions/send-request/send-request.ts', 'utf8');
  for (const phrase of phrases) expect(source).toContain(`'${phrase}'`);
  expect(linesCountedIn('send-request')).toEqual([phrases.map((phrase) => `?"${phrase}"`).join(' ')]);
});

test('queues are encrypted', () => {
  for (const { id, properties } of queues) expect(properties['SqsManagedSseEnabled'], id).toBe(true);
});

const ourBus = { Name: 'EventBusName', Value: { Ref: system.one('AWS::Events::EventBus').id } };

test.each([
  ['StageEvents', [ourBus]],
  // On the default bus, the metrics of a rule go by its name alone.
  ['Deliveries', []],
])(
  'what a bus cannot deliver to %sQueue becomes a dead letter, and raises an alarm by the name of its rule',
  (name, bus) => {
    const rule = system.one('AWS::Events::Rule', `${name}Rule`);
    const [target, ...others] = rule.items('Targets');
    expect(others).toEqual([]);
    const queue = system.byId(textAt(target ?? null, 'Arn', 'Fn::GetAtt', 0));
    expect(queue.name).toBe(`${name}Queue`);
    expect(at(target ?? null, 'DeadLetterConfig', 'Arn', 'Fn::GetAtt', 0)).toBe(deadLettersOf(queue));
    const heard = alarms
      .filter((each) => each.at('Namespace') === 'AWS/Events')
      .map((each) => each.at('Dimensions'));
    expect(heard).toContainEqual([...bus, { Name: 'RuleName', Value: rule.text('Name') }]);
  },
);

test('a bus may send to its queue and to the dead letters of it', () => {
  const letIn = system
    .ofType('AWS::SQS::QueuePolicy')
    .filter((policy) =>
      policy
        .items('PolicyDocument', 'Statement')
        .some((statement) => at(statement, 'Principal', 'Service') === 'events.amazonaws.com'),
    )
    .map((policy) => system.byId(policy.text('Queues', 0, 'Ref')).name);
  expect(letIn.sort()).toEqual(['DeliveriesDlq', 'DeliveriesQueue', 'StageEventsDlq', 'StageEventsQueue']);
});

test('every alarm says what is lost and what to do, fits where it is shown, and is sent somewhere', () => {
  for (const alarm of alarms) {
    expect(alarm.text('AlarmDescription')).toMatch(/^.{100,1024}$/);
    expect(alarm.items('AlarmActions'), alarm.name).toHaveLength(1);
  }
});

test('no two alarms tell the same', () => {
  expect(new Set(alarms.map((alarm) => alarm.text('AlarmDescription'))).size).toBe(alarms.length);
});

test('alarms may publish to the topic', () => {
  const publishers = system
    .one('AWS::SNS::TopicPolicy')
    .items('PolicyDocument', 'Statement')
    .filter((statement) => at(statement, 'Effect') === 'Allow')
    .map((statement) => textAt(statement, 'Principal', 'Service'));
  expect(publishers).toEqual(['cloudwatch.amazonaws.com']);
});

test('workers report failures message by message', () => {
  for (const mapping of mappings) {
    expect(mapping.at('FunctionResponseTypes'), mapping.name).toEqual(['ReportBatchItemFailures']);
  }
});

test('a message stays hidden for six times as long as its worker may take', () => {
  for (const mapping of mappings) {
    const queue = system.byId(mapping.text('EventSourceArn', 'Fn::GetAtt', 0));
    const worker = system.byId(mapping.text('FunctionName', 'Ref'));
    expect(queue.at('VisibilityTimeout')).toBe(Number(worker.at('Timeout')) * 6);
  }
});

test('queues are spoken to over TLS only', () => {
  const guarded = system
    .ofType('AWS::SQS::QueuePolicy')
    .filter((policy) =>
      policy
        .items('PolicyDocument', 'Statement')
        .some(
          (statement) =>
            at(statement, 'Effect') === 'Deny' &&
            at(statement, 'Condition', 'Bool', 'aws:SecureTransport') === 'false',
        ),
    )
    .map((policy) => policy.text('Queues', 0, 'Ref'));
  expect(guarded.sort()).toEqual(queues.map(({ id }) => id).sort());
});

test.each([
  'AWS::DynamoDB::GlobalTable',
  'AWS::S3::Bucket',
  'AWS::S3::BucketPolicy',
  'AWS::SecretsManager::Secret',
  'AWS::KMS::Key',
  'AWS::Cognito::UserPool',
])('every %s outlives its stack', (type) => {
  const kept = system.ofType(type);
  expect(kept.length).toBeGreaterThan(0);
  for (const { id, deletionPolicy } of kept) expect(deletionPolicy, id).toBe('Retain');
});
