/**
 * Shows that the infrastructure keeps nothing that would tell when an answer was given, or by whom: no history of
 * the tables concerned, no traces, no access log, no start and end lines, and no measuring in the mails.
 */
import { expect, test } from 'vitest';
import { system } from './template.ts';
import { at } from './template-resource.ts';

const timeless = ['BallotsTable', 'PoolTable', 'MixKeysTable', 'InvitationsTable'];
const recoverable = ['ReportsTable', 'SettingsTable'];

const tables = system.ofType('AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table');
const recoveryOf = (name: string): unknown =>
  system
    .one('AWS::DynamoDB::GlobalTable', name)
    .items('Replicas')
    .map((replica) => at(replica, 'PointInTimeRecoverySpecification', 'PointInTimeRecoveryEnabled'));

test('the tables are those that were reviewed', () => {
  expect(tables.map(({ name }) => name).sort()).toEqual([...timeless, ...recoverable].sort());
});

test.each(timeless)('%s cannot be restored to an earlier second', (name) => {
  expect(recoveryOf(name)).toEqual([false]);
});

test.each(recoverable)('%s can be restored', (name) => {
  expect(recoveryOf(name)).toEqual([true]);
});

test('no table has a stream', () => {
  for (const { name, properties } of tables) {
    expect(JSON.stringify(properties), name).not.toMatch(/Stream/);
  }
});

test('nothing makes backups', () => {
  expect(system.types().filter((type) => type.startsWith('AWS::Backup::'))).toEqual([]);
});

test('nothing is traced', () => {
  for (const [name, { properties }] of system.functions())
    expect(properties, name).not.toHaveProperty('TracingConfig');
  for (const { id, properties } of system.ofType('AWS::IAM::Policy')) {
    expect(JSON.stringify(properties), id).not.toContain('xray:');
  }
});

test('the API keeps no access log and no figures per route', () => {
  const { properties } = system.one('AWS::ApiGatewayV2::Stage');
  expect(properties).not.toHaveProperty('AccessLogSettings');
  expect(properties).not.toHaveProperty('RouteSettings');
  expect(properties['DefaultRouteSettings']).toEqual({ ThrottlingBurstLimit: 500, ThrottlingRateLimit: 200 });
});

test.each(['show-survey', 'show-privacy-notice', 'take-answers', 'mix-responses'])(
  'Lambda adds no lines of its own to the log of %s',
  (name) => {
    expect(system.function(name).at('LoggingConfig')).toMatchObject({
      LogFormat: 'JSON',
      SystemLogLevel: 'WARN',
    });
  },
);

test('whoever takes answers cannot leave a payload behind: no dead letters, no destinations', () => {
  for (const name of ['show-survey', 'take-answers', 'mix-responses']) {
    expect(system.function(name).properties, name).not.toHaveProperty('DeadLetterConfig');
  }
  expect(system.ofType('AWS::Lambda::EventInvokeConfig')).toEqual([]);
});

test('nobody measures whether a mail was opened or a link followed', () => {
  const { id, properties } = system.one('AWS::SES::ConfigurationSet');
  expect(properties).not.toHaveProperty('TrackingOptions');
  expect(properties['VdmOptions']).toEqual({ DashboardOptions: { EngagementMetrics: 'DISABLED' } });
  expect(properties['DeliveryOptions']).toEqual({ TlsPolicy: 'REQUIRE' });
  // What SES tells of a mail is that it did not arrive, was not wanted, or is late; and it tells nobody else.
  const { properties: told } = system.one('AWS::SES::ConfigurationSetEventDestination');
  expect(told).toEqual({
    ConfigurationSetName: { Ref: id },
    EventDestination: {
      Enabled: true,
      MatchingEventTypes: ['bounce', 'complaint', 'deliveryDelay'],
      EventBridgeDestination: { EventBusArn: expect.anything() as unknown },
    },
  });
  expect(
    system.readable(at(told['EventDestination'] ?? null, 'EventBridgeDestination', 'EventBusArn')),
  ).toMatch(/:event-bus\/default$/);
});
