/**
 * Shows that the infrastructure keeps nothing that would tell when an answer was given, or by whom: no history of
 * the tables concerned, no traces, no access log, no start and end lines, no payload anywhere but in the tables, and no
 * measuring in the mails. Who may read what there is: zones.test.ts.
 */
import { expect, test } from 'vitest';
import { system } from './template.ts';
import { at, items, keysAt } from './template-resource.ts';

const timeless = ['BallotsTable', 'BallotKeysTable', 'PoolTable', 'MixKeysTable', 'InvitationsTable'];
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

test('no table has a stream, another region, or a list of the keys that are used most', () => {
  for (const { name, properties } of tables) {
    // Contributor insights tell which items were touched, and when.
    expect(JSON.stringify(properties), name).not.toMatch(/Stream|ContributorInsights/);
    expect(items(properties['Replicas'] ?? null), name).toHaveLength(1);
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

/** Everything that handles an answer, from the page to the tally; the statements are read beside the form. */
const respondentsPath = [
  'show-survey',
  'show-privacy-notice',
  'show-accessibility-statement',
  'show-heard',
  'sign-ballots',
  'take-responses',
  'take-answers',
  'mix-responses',
];

test.each(respondentsPath)('Lambda adds no lines of its own to the log of %s', (name) => {
  expect(system.function(name).at('LoggingConfig')).toMatchObject({
    LogFormat: 'JSON',
    SystemLogLevel: 'WARN',
  });
});

test.each(respondentsPath)(
  '%s has nothing beside it that sees its events: no layer, no file system',
  (name) => {
    const { properties } = system.function(name);
    expect(properties).not.toHaveProperty('Layers');
    expect(properties).not.toHaveProperty('FileSystemConfigs');
  },
);

test.each(respondentsPath)(
  '%s cannot leave a payload behind: no dead letters, no queue, no topic, no bus',
  (name) => {
    const { id, properties } = system.function(name);
    expect(properties).not.toHaveProperty('DeadLetterConfig');
    const fed = system
      .ofType('AWS::Lambda::EventSourceMapping')
      .map((mapping) => mapping.text('FunctionName', 'Ref'));
    expect(fed).not.toContain(id);
    const actions = Object.values(system.grantsOf(name)).flat();
    expect(actions.filter((action) => !/^(dynamodb|kms|secretsmanager|logs):/.test(action))).toEqual([]);
  },
);

test('no invocation has a destination, and the clock hands over nothing that could be kept', () => {
  expect(system.ofType('AWS::Lambda::EventInvokeConfig')).toEqual([]);
  for (const schedule of system.ofType('AWS::Scheduler::Schedule')) {
    expect(keysAt(schedule.properties, 'Target').sort(), schedule.name).toEqual([
      'Arn',
      'RetryPolicy',
      'RoleArn',
    ]);
  }
});

test('nobody else gets the logs, and what is counted in them is faults alone', () => {
  const types = system.types();
  for (const type of [
    'AWS::Logs::SubscriptionFilter',
    'AWS::CloudTrail::Trail',
    'AWS::WAFv2::LoggingConfiguration',
  ])
    expect(types).not.toContain(type);
  for (const name of respondentsPath) {
    const log = system.function(name).text('LoggingConfig', 'LogGroup', 'Ref');
    const counted = system
      .ofType('AWS::Logs::MetricFilter')
      .filter((filter) => filter.at('LogGroupName', 'Ref') === log)
      .map((filter) => filter.at('FilterPattern'));
    expect(counted, name).toEqual(name === 'mix-responses' ? [] : ['"a request failed"']);
  }
});

test('whoever only looks at the page or a statement changes nothing', () => {
  for (const name of ['show-survey', 'show-privacy-notice', 'show-accessibility-statement', 'show-heard']) {
    const actions = Object.values(system.grantsOf(name))
      .flat()
      .filter((action) => !action.startsWith('logs:'));
    expect(
      actions.filter((action) => !/:(Get|BatchGet)/.test(action)),
      name,
    ).toEqual([]);
  }
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
