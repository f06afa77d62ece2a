import { Duration } from 'aws-cdk-lib';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { EventBus, Match, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { environment } from '../../shared/contract/environment.ts';
import { alarmPeriod } from '../constructs/alarms.ts';
import { ApiFunction } from '../constructs/api-function.ts';
import { QueueWorker } from '../constructs/queue-worker.ts';
import { queueToSendTo } from '../constructs/resource.ts';
import type { Surroundings } from './surroundings.ts';

const createDecideRequests = (scope: Construct, { kept, alarms }: Surroundings): QueueWorker => {
  const worker = new QueueWorker(scope, 'DecideRequests', {
    folder: 'decide-requests',
    queueOf: 'StageEvents',
    timeout: Duration.seconds(60),
    batchSize: 10,
    alarms,
    impact:
      'Stage events could not be decided: the people they concern are not asked for feedback. Read the error in the ' +
      'log of decide-requests, mend it, and redrive StageEventsDlq within 14 days of the event. An event decided ' +
      'already changes nothing.',
  });
  worker.function
    .uses(environment.invitationsTable, kept.invitations.table, [
      'dynamodb:BatchGetItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
    ])
    .uses(environment.settingsTable, kept.settings.table, ['dynamodb:BatchGetItem', 'dynamodb:PutItem'])
    .uses(environment.referencesSecretArn, kept.invitations.referencesSecret, [
      'secretsmanager:GetSecretValue',
    ]);
  return worker;
};

const createReceiveEvents = (
  scope: Construct,
  queue: Queue,
  { kept, alarms, frontDoor }: Surroundings,
): void => {
  const receiver = new ApiFunction(scope, 'ReceiveEvents', {
    folder: 'receive-events',
    timeout: Duration.seconds(20),
    alarms,
    impact:
      'Webhooks of the client information system fail: occasions for feedback are lost unless that system sends ' +
      'them again. Read the error in the log of receive-events, mend it, and ask for the events to be sent again; ' +
      'exact repeats change nothing.',
  });
  receiver.function
    .uses(environment.stageEventsQueueUrl, queueToSendTo(queue), ['sqs:SendMessage'])
    .uses(environment.webhookSecretArn, kept.webhookSecret, ['secretsmanager:GetSecretValue']);
  frontDoor.openToAll(
    HttpMethod.POST,
    '/v1/events',
    receiver.function,
    'The caller is a system, not a person: it proves itself by signing the body with the webhook secret.',
  );
};

/** Named here, since the name that CloudFormation gives for a rule is not the one that its metrics go by. */
const ruleName = 'kuultu-stage-events';

const createBus = (scope: Construct, { queue, deadLetters }: QueueWorker, { alarms }: Surroundings): void => {
  const eventBus = new EventBus(scope, 'EventBus', { eventBusName: 'kuultu' });
  const message = RuleTargetInput.fromEventPath('$.detail');
  new Rule(scope, 'StageEventsRule', {
    ruleName,
    eventBus,
    eventPattern: { detailType: Match.prefix('fi.kuultu.') },
    targets: [new SqsQueue(queue, { message, deadLetterQueue: deadLetters })],
  });
  const undelivered = new Metric({
    namespace: 'AWS/Events',
    metricName: 'FailedInvocations',
    dimensionsMap: { EventBusName: eventBus.eventBusName, RuleName: ruleName },
    period: alarmPeriod,
    statistic: Stats.SUM,
  });
  alarms.raise(
    scope,
    'StageEventsRuleAlarm',
    undelivered,
    'Stage events from the bus did not reach StageEventsQueue: the people they concern are not asked. Mend the ' +
      'policy of the queue, and move StageEventsDlq to StageEventsQueue. Events that are in neither queue are lost: ' +
      'have the sender publish them again. An event decided already changes nothing.',
  );
};

/** Stage events come in, by signed webhook or over the bus, and become one decision per recipient. */
export const createStageEvents = (scope: Construct, surroundings: Surroundings): void => {
  const decider = createDecideRequests(scope, surroundings);
  createReceiveEvents(scope, decider.queue, surroundings);
  createBus(scope, decider, surroundings);
};
