/**
 * Shows what every function may do, and that it may do nothing else. The table below is the reviewed truth: whoever
 * gives a function a new grant has to write it here too, where a reviewer sees it beside the others.
 */
import { expect, test } from 'vitest';
import { system } from './template.ts';
import { at } from './template-resource.ts';

type Grants = Readonly<Record<string, readonly string[]>>;

const readsSecret = ['secretsmanager:GetSecretValue'];
const receives = ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'];

const reviewed: Readonly<Record<string, Grants>> = {
  'receive-events': {
    StageEventsQueue: ['sqs:SendMessage'],
    WebhookSecret: readsSecret,
  },
  'decide-requests': {
    StageEventsQueue: receives,
    InvitationsTable: ['dynamodb:BatchGetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
    SettingsTable: ['dynamodb:BatchGetItem', 'dynamodb:PutItem'],
    ReferencesSecret: readsSecret,
  },
  'release-due': {
    InvitationsTable: ['dynamodb:BatchWriteItem', 'dynamodb:Query'],
    SendQueue: ['sqs:SendMessage'],
  },
  'send-request': {
    SendQueue: receives,
    InvitationsTable: [
      'dynamodb:BatchGetItem',
      'dynamodb:ConditionCheckItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
    ],
    SettingsTable: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem'],
    PreferencesSecret: readsSecret,
    TicketsSecret: readsSecret,
    ContextsSecret: readsSecret,
    'arn:aws:ses:eu-north-1:AWS::AccountId:identity/EmailIdentity': ['ses:SendRawEmail'],
    'arn:aws:ses:eu-north-1:AWS::AccountId:configuration-set/ConfigurationSet': ['ses:SendRawEmail'],
  },
  // Which form a mail would name, and no more: what is previewed cannot be sent.
  'preview-mails': { SettingsTable: ['dynamodb:GetItem'] },
  'note-deliveries': {
    DeliveriesQueue: receives,
    InvitationsTable: ['dynamodb:PutItem', 'dynamodb:UpdateItem'],
    ReferencesSecret: readsSecret,
  },
  'show-survey': {
    TicketsSecret: readsSecret,
    SettingsTable: ['dynamodb:GetItem'],
    BallotKeysTable: ['dynamodb:BatchGetItem'],
    MixKeysTable: ['dynamodb:BatchGetItem'],
  },
  'sign-ballots': {
    TicketsSecret: readsSecret,
    BallotsTable: ['dynamodb:PutItem'],
    BallotKeysTable: ['dynamodb:GetItem'],
    BallotWrappingKey: ['kms:Decrypt'],
  },
  'take-responses': {
    PoolTable: ['dynamodb:ConditionCheckItem', 'dynamodb:PutItem'],
    BallotKeysTable: ['dynamodb:GetItem'],
  },
  'take-answers': {
    TicketsSecret: readsSecret,
    SettingsTable: ['dynamodb:GetItem'],
    BallotsTable: ['dynamodb:PutItem'],
    PoolTable: ['dynamodb:PutItem'],
    MixKeysTable: ['dynamodb:GetItem'],
  },
  'show-privacy-notice': {},
  'show-accessibility-statement': {},
  'show-heard': { SettingsTable: ['dynamodb:GetItem'] },
  'keep-preferences': {
    InvitationsTable: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
    SettingsTable: ['dynamodb:GetItem'],
    PreferencesSecret: readsSecret,
  },
  'rotate-keys': {
    MixKeysTable: ['dynamodb:PutItem', 'dynamodb:Scan'],
    MixWrappingKey: ['kms:GenerateDataKeyPairWithoutPlaintext'],
    BallotKeysTable: ['dynamodb:PutItem', 'dynamodb:Scan', 'dynamodb:UpdateItem'],
    BallotWrappingKey: ['kms:GenerateDataKeyPairWithoutPlaintext'],
  },
  'count-invited': {
    'InvitationsTable/index/records-by-day': ['dynamodb:Query'],
    SettingsTable: ['dynamodb:Query'],
    ReportsTable: ['dynamodb:ConditionCheckItem', 'dynamodb:PutItem'],
  },
  'mix-responses': {
    PoolTable: ['dynamodb:Scan'],
    MixKeysTable: ['dynamodb:Scan', 'dynamodb:UpdateItem'],
    MixWrappingKey: ['kms:Decrypt'],
    SettingsTable: ['dynamodb:Query'],
    ContextsSecret: readsSecret,
    ReportsTable: ['dynamodb:PutItem', 'dynamodb:Query'],
  },
  'publish-report': {
    ReportsTable: ['dynamodb:DeleteItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
    // What is to be published is looked at together with all that was, large releases among it.
    'ReleasesBucket/releases/*': ['s3:GetObject', 's3:PutObject'],
    SettingsTable: ['dynamodb:GetItem', 'dynamodb:Query'],
  },
  'manage-publication': {
    'ReportsTable/partition/CORRECTIONS': ['dynamodb:PutItem', 'dynamodb:Query'],
    'ReportsTable/partition/RELEASES': ['dynamodb:Query'],
    SettingsTable: ['dynamodb:GetItem', 'dynamodb:PutItem'],
  },
  'review-comments': {
    ReportsTable: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
    SettingsTable: ['dynamodb:PutItem'],
  },
  'serve-reports': {
    ReportsTable: ['dynamodb:GetItem', 'dynamodb:Query'],
    'ReleasesBucket/releases/*': ['s3:GetObject'],
  },
  'show-digest': {
    ReportsTable: ['dynamodb:Query'],
    'ReleasesBucket/releases/*': ['s3:GetObject'],
    SettingsTable: ['dynamodb:GetItem', 'dynamodb:Query'],
  },
  'manage-actions': {
    SettingsTable: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
  },
  'manage-units': {
    SettingsTable: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
  },
  'manage-rules': {
    SettingsTable: ['dynamodb:ConditionCheckItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
  },
  'manage-surveys': {
    SettingsTable: ['dynamodb:ConditionCheckItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
  },
  // What is tried can get nowhere: it can only be read what is to be tried.
  'preview-survey': { SettingsTable: ['dynamodb:GetItem'] },
  'replay-rules': {
    ReplaysQueue: ['sqs:SendMessage'],
    InvitationsTable: ['dynamodb:GetItem', 'dynamodb:PutItem'],
    'InvitationsTable/index/records-by-day': ['dynamodb:Query'],
    SettingsTable: ['dynamodb:GetItem'],
  },
  'run-replay': {
    ReplaysQueue: receives,
    InvitationsTable: ['dynamodb:GetItem', 'dynamodb:PutItem'],
    'InvitationsTable/index/records-by-day': ['dynamodb:Query'],
  },
  'describe-api': {},
  'explain-decisions': {
    InvitationsTable: ['dynamodb:BatchGetItem', 'dynamodb:Query'],
    'InvitationsTable/index/records-by-day': ['dynamodb:Query'],
    ReferencesSecret: readsSecret,
  },
};

const writesLog = ['logs:CreateLogStream', 'logs:PutLogEvents'];

test('every function is in the table, and every function of the table exists', () => {
  expect([...system.functions().keys()].sort()).toEqual(Object.keys(reviewed).sort());
});

test.each(Object.keys(reviewed))('%s may do exactly what was reviewed', (name) => {
  const { [ownLog(name)]: log, ...grants } = system.grantsOf(name);
  expect(log).toEqual(writesLog);
  expect(grants).toEqual(reviewed[name]);
});

const ownLog = (name: string): string =>
  system.readable(system.function(name).at('LoggingConfig', 'LogGroup'));

test('a function has no policy but its own: none managed by somebody else, none written into the role', () => {
  for (const { properties } of system.ofType('AWS::IAM::Role')) {
    expect(properties).not.toHaveProperty('ManagedPolicyArns');
    expect(properties).not.toHaveProperty('Policies');
  }
});

test('no role is shared by two functions', () => {
  const roles = [...system.functions().values()].map((resource) => resource.text('Role', 'Fn::GetAtt', 0));
  expect(new Set(roles).size).toBe(roles.length);
});

test('a schedule may invoke its own function and nothing else', () => {
  const schedules = system.ofType('AWS::Scheduler::Schedule');
  expect(schedules).toHaveLength(5);
  for (const schedule of schedules) {
    expect(system.statementsOf(schedule.text('Target', 'RoleArn', 'Fn::GetAtt', 0))).toEqual([
      {
        Effect: 'Allow',
        Action: ['lambda:InvokeFunction'],
        Resource: [system.readable(schedule.at('Target', 'Arn'))],
      },
    ]);
  }
});

test('nothing that is allowed has a wildcard in its action or resource, but for the objects under one prefix', () => {
  const policies = system.ofType(
    'AWS::IAM::Policy',
    'AWS::S3::BucketPolicy',
    'AWS::SQS::QueuePolicy',
    'AWS::SNS::TopicPolicy',
  );
  expect(policies.length).toBeGreaterThan(0);
  for (const policy of policies) {
    for (const statement of policy.items('PolicyDocument', 'Statement')) {
      // A denial that names everything only takes away.
      if (at(statement, 'Effect') === 'Deny') continue;
      const allowed = JSON.stringify([at(statement, 'Action'), at(statement, 'Resource')]);
      expect(allowed.replaceAll('"/releases/*"', ''), policy.id).not.toContain('*');
    }
  }
});
