/**
 * Shows how the functions run, and what each one is told: its environment, its routes and its schedule, and nothing
 * else.
 */
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { system } from './template.ts';
import { at, items, keysAt } from './template-resource.ts';
import type { Json, TemplateResource } from './template-resource.ts';

const environmentOf = (name: string): string[] =>
  keysAt(system.function(name).properties, 'Environment', 'Variables').sort();

test.each([...system.functions().keys()])(
  '%s runs on Node 24 on arm64, logs JSON, and has its source',
  (name) => {
    expect(system.function(name).properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      LoggingConfig: { LogFormat: 'JSON' },
    });
    expect(existsSync(`functions/${name}/handler.ts`)).toBe(true);
  },
);

test('logs are kept for a month', () => {
  const logs = system.ofType('AWS::Logs::LogGroup');
  expect(logs).toHaveLength(system.functions().size);
  for (const log of logs) expect(log.at('RetentionInDays')).toBe(30);
});

test.each([
  ['receive-events', ['STAGE_EVENTS_QUEUE_URL', 'WEBHOOK_SECRET_ARN']],
  ['decide-requests', ['INVITATIONS_TABLE', 'REFERENCES_SECRET_ARN', 'SETTINGS_TABLE']],
  ['release-due', ['INVITATIONS_TABLE', 'SEND_QUEUE_URL']],
  [
    'send-request',
    [
      'CONTEXTS_SECRET_ARN',
      'INVITATIONS_TABLE',
      'PREFERENCES_SECRET_ARN',
      'REPLY_TO',
      'SENDER_ADDRESS',
      'SENDER_NAME',
      'SES_CONFIGURATION_SET',
      'SETTINGS_TABLE',
      'TICKETS_SECRET_ARN',
      'WEB_ORIGIN',
    ],
  ],
  [
    'preview-mails',
    ['GROUPS_CLAIM', 'REPLY_TO', 'SENDER_ADDRESS', 'SENDER_NAME', 'SETTINGS_TABLE', 'WEB_ORIGIN'],
  ],
  ['note-deliveries', ['INVITATIONS_TABLE', 'REFERENCES_SECRET_ARN']],
  [
    'show-survey',
    ['BALLOT_KEYS_TABLE', 'MIX_KEYS_TABLE', 'ORGANISATION', 'SETTINGS_TABLE', 'TICKETS_SECRET_ARN'],
  ],
  ['sign-ballots', ['BALLOTS_TABLE', 'BALLOT_KEYS_TABLE', 'BALLOT_WRAPPING_KEY_ARN', 'TICKETS_SECRET_ARN']],
  ['take-responses', ['BALLOT_KEYS_TABLE', 'POOL_TABLE']],
  ['show-privacy-notice', ['ORGANISATION']],
  ['show-accessibility-statement', ['ORGANISATION']],
  ['show-heard', ['ORGANISATION', 'SETTINGS_TABLE']],
  ['keep-preferences', ['INVITATIONS_TABLE', 'ORGANISATION', 'PREFERENCES_SECRET_ARN', 'SETTINGS_TABLE']],
  [
    'take-answers',
    ['BALLOTS_TABLE', 'MIX_KEYS_TABLE', 'ORGANISATION', 'POOL_TABLE', 'SETTINGS_TABLE', 'TICKETS_SECRET_ARN'],
  ],
  ['rotate-keys', ['BALLOT_KEYS_TABLE', 'BALLOT_WRAPPING_KEY_ARN', 'MIX_KEYS_TABLE', 'MIX_WRAPPING_KEY_ARN']],
  ['count-invited', ['INVITATIONS_TABLE', 'REPORTS_TABLE', 'SETTINGS_TABLE']],
  [
    'mix-responses',
    [
      'CONTEXTS_SECRET_ARN',
      'MIX_KEYS_TABLE',
      'MIX_WRAPPING_KEY_ARN',
      'POOL_TABLE',
      'REPORTS_TABLE',
      'SETTINGS_TABLE',
    ],
  ],
  ['publish-report', ['RELEASES_BUCKET', 'REPORTS_TABLE', 'SETTINGS_TABLE']],
  ['manage-publication', ['GROUPS_CLAIM', 'REPORTS_TABLE', 'SETTINGS_TABLE']],
  ['serve-reports', ['GROUPS_CLAIM', 'RELEASES_BUCKET', 'REPORTS_TABLE']],
  ['show-digest', ['GROUPS_CLAIM', 'RELEASES_BUCKET', 'REPORTS_TABLE', 'SETTINGS_TABLE']],
  ['manage-actions', ['GROUPS_CLAIM', 'SETTINGS_TABLE']],
  ['review-comments', ['GROUPS_CLAIM', 'REPORTS_TABLE', 'SETTINGS_TABLE']],
  ['manage-units', ['GROUPS_CLAIM', 'SETTINGS_TABLE']],
  ['manage-rules', ['GROUPS_CLAIM', 'SETTINGS_TABLE']],
  ['manage-surveys', ['GROUPS_CLAIM', 'SETTINGS_TABLE', 'WEB_ORIGIN']],
  ['preview-survey', ['ORGANISATION', 'SETTINGS_TABLE']],
  ['replay-rules', ['GROUPS_CLAIM', 'INVITATIONS_TABLE', 'REPLAYS_QUEUE_URL', 'SETTINGS_TABLE']],
  ['run-replay', ['INVITATIONS_TABLE']],
  ['describe-api', []],
  ['explain-decisions', ['GROUPS_CLAIM', 'INVITATIONS_TABLE', 'REFERENCES_SECRET_ARN']],
])('%s is told exactly what it needs', (name, variables) => {
  expect(environmentOf(name)).toEqual(variables);
});

const routes = (): Record<string, [authorization: string, folder: string | undefined]> => {
  const folders = new Map([...system.functions()].map(([folder, { id }]) => [id, folder]));
  return Object.fromEntries(
    system.ofType('AWS::ApiGatewayV2::Route').map((route) => {
      const integration = system.byId(route.text('Target', 'Fn::Join', 1, 1, 'Ref'));
      const folder = folders.get(integration.text('IntegrationUri', 'Fn::GetAtt', 0));
      return [route.text('RouteKey'), [route.text('AuthorizationType'), folder]];
    }),
  );
};

test('the routes, who answers them, and which of them ask for a token', () => {
  expect(routes()).toEqual({
    'POST /v1/events': ['NONE', 'receive-events'],
    'GET /{language}/s/{survey}': ['NONE', 'show-survey'],
    'POST /{language}/s/{survey}': ['NONE', 'show-survey'],
    'GET /{language}/s/{survey}/answers': ['NONE', 'take-answers'],
    'POST /{language}/s/{survey}/answers': ['NONE', 'take-answers'],
    'POST /v1/ballots': ['NONE', 'sign-ballots'],
    'POST /v1/responses': ['NONE', 'take-responses'],
    'GET /{language}/privacy': ['NONE', 'show-privacy-notice'],
    'GET /{language}/accessibility': ['NONE', 'show-accessibility-statement'],
    'GET /{language}/heard': ['NONE', 'show-heard'],
    'GET /{language}/preferences': ['NONE', 'keep-preferences'],
    'POST /{language}/preferences': ['NONE', 'keep-preferences'],
    'GET /v1/reports': ['JWT', 'serve-reports'],
    'GET /v1/reports/{table}/{period}': ['JWT', 'serve-reports'],
    'GET /{language}/digests/{unit}/{period}': ['NONE', 'show-digest'],
    'GET /v1/digests/{kind}/{id}/{period}': ['JWT', 'show-digest'],
    'GET /v1/actions': ['JWT', 'manage-actions'],
    'PUT /v1/actions/{kind}/{id}/{period}': ['JWT', 'manage-actions'],
    'GET /v1/comments': ['JWT', 'review-comments'],
    'GET /v1/comments/summary': ['JWT', 'review-comments'],
    'GET /v1/comments/{id}': ['JWT', 'review-comments'],
    'POST /v1/comments/{id}': ['JWT', 'review-comments'],
    'GET /v1/thresholds': ['JWT', 'manage-publication'],
    'PUT /v1/thresholds': ['JWT', 'manage-publication'],
    'GET /v1/corrections': ['JWT', 'manage-publication'],
    'PUT /v1/corrections/{period}': ['JWT', 'manage-publication'],
    'GET /v1/mails/preview': ['JWT', 'preview-mails'],
    'GET /v1/units': ['JWT', 'manage-units'],
    'PUT /v1/units/{id}': ['JWT', 'manage-units'],
    'GET /v1/rules': ['JWT', 'manage-rules'],
    'GET /v1/rules/{id}': ['JWT', 'manage-rules'],
    'PUT /v1/rules/{id}': ['JWT', 'manage-rules'],
    'GET /v1/rules/{id}/versions': ['JWT', 'manage-rules'],
    'GET /v1/surveys': ['JWT', 'manage-surveys'],
    'GET /v1/surveys/{id}': ['JWT', 'manage-surveys'],
    'PUT /v1/surveys/{id}': ['JWT', 'manage-surveys'],
    'POST /v1/surveys/{id}/trial': ['JWT', 'manage-surveys'],
    'GET /{language}/try': ['NONE', 'preview-survey'],
    'POST /{language}/try': ['NONE', 'preview-survey'],
    'POST /v1/surveys/{id}/publish': ['JWT', 'manage-surveys'],
    'POST /v1/surveys/{id}/withdraw': ['JWT', 'manage-surveys'],
    'POST /v1/rules/replay': ['JWT', 'replay-rules'],
    'GET /v1/rules/replays/{id}': ['JWT', 'replay-rules'],
    'GET /v1/audit': ['JWT', 'manage-rules'],
    'GET /v1/decisions': ['JWT', 'explain-decisions'],
    'GET /v1/decisions/summary': ['JWT', 'explain-decisions'],
    'GET /v1/openapi.json': ['NONE', 'describe-api'],
  });
});

test('the schedules, in Helsinki time where the hour matters', () => {
  const schedules = system
    .ofType('AWS::Scheduler::Schedule')
    .map((schedule) => [
      schedule.name,
      schedule.at('ScheduleExpression'),
      schedule.at('ScheduleExpressionTimezone'),
    ]);
  expect(schedules).toEqual([
    ['ReleaseDueSchedule', 'rate(1 minute)', 'Etc/UTC'],
    ['RotateKeysSchedule', 'rate(1 hour)', 'Etc/UTC'],
    ['CountInvitedSchedule', 'cron(0 1 * * ? *)', 'Europe/Helsinki'],
    ['MixResponsesSchedule', 'cron(0 2 * * ? *)', 'Europe/Helsinki'],
    ['PublishReportSchedule', 'cron(0 4 * * ? *)', 'Europe/Helsinki'],
  ]);
});

const targetsOf = (rule: TemplateResource) =>
  rule.items('Targets').map((target) => [system.readable(at(target, 'Arn')), at(target, 'InputPath')]);

test('of an event on our bus, its detail goes to the queue: the CloudEvent', () => {
  const rule = system.one('AWS::Events::Rule', 'StageEventsRule');
  expect(rule.at('EventBusName', 'Ref')).toBe(system.one('AWS::Events::EventBus').id);
  expect(rule.at('EventPattern')).toEqual({ 'detail-type': [{ prefix: 'fi.kuultu.' }] });
  expect(targetsOf(rule)).toEqual([['StageEventsQueue', '$.detail']]);
});

test('of what SES tells on the bus of the account, only our own mails are for us', () => {
  const rule = system.one('AWS::Events::Rule', 'DeliveriesRule');
  expect(rule.properties).not.toHaveProperty('EventBusName');
  const { detail, ...pattern } = rule.properties['EventPattern'] as Record<string, Json>;
  expect(pattern).toEqual({
    source: ['aws.ses'],
    'detail-type': ['Email Bounced', 'Email Complaint Received', 'Email Delivery Delayed'],
  });
  const [ours, ...others] = items(at(detail ?? null, 'mail', 'tags', 'ses:configuration-set'));
  expect(others).toEqual([]);
  expect(system.readable(ours ?? null)).toBe('ConfigurationSet');
  expect(targetsOf(rule)).toEqual([['DeliveriesQueue', '$.detail']]);
});
