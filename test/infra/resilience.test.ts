/**
 * Shows that what can fail is heard of: every queue has dead letters and every alarm tells what the citizen loses
 * and what the operator does. Also that what must survive a deployment does.
 */
import { expect, test } from 'vitest';
import { system } from './template.ts';
import type { TemplateResource } from './template-resource.ts';
import { at, textAt } from './template-resource.ts';

const queues = system.ofType('AWS::SQS::Queue');
const alarms = system.ofType('AWS::CloudWatch::Alarm');
const mappings = system.ofType('AWS::Lambda::EventSourceMapping');

const deadLettersOf = (queue: TemplateResource) =>
  queue.at('RedrivePolicy', 'deadLetterTargetArn', 'Fn::GetAtt', 0);
const deadLetterIds = queues.map(deadLettersOf).filter((id) => typeof id === 'string');

test('every queue has dead letters after three attempts, or holds dead letters itself', () => {
  expect(queues).toHaveLength(4);
  for (const queue of queues) {
    if (deadLetterIds.includes(queue.id)) continue;
    expect(queue.at('RedrivePolicy', 'maxReceiveCount'), queue.name).toBe(3);
  }
});

test('a dead letter raises an alarm', () => {
  expect(deadLetterIds).toHaveLength(2);
  for (const id of deadLetterIds) {
    const [alarm, ...others] = alarms.filter(
      (each) => each.at('Dimensions', 0, 'Value', 'Fn::GetAtt', 0) === id,
    );
    expect(others).toEqual([]);
    expect(alarm?.properties).toMatchObject({
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Threshold: 1,
    });
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
  'AWS::SecretsManager::Secret',
  'AWS::KMS::Key',
  'AWS::Cognito::UserPool',
])('every %s outlives its stack', (type) => {
  const kept = system.ofType(type);
  expect(kept.length).toBeGreaterThan(0);
  for (const { id, deletionPolicy } of kept) expect(deletionPolicy, id).toBe('Retain');
});
