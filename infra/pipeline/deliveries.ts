import { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import { environment } from '../../shared/contract/environment.ts';
import { alarmPeriod } from '../constructs/alarms.ts';
import { QueueWorker } from '../constructs/queue-worker.ts';
import type { Surroundings } from './surroundings.ts';

const createNoteDeliveries = (scope: Construct, { kept, alarms }: Surroundings): QueueWorker => {
  const worker = new QueueWorker(scope, 'NoteDeliveries', {
    folder: 'note-deliveries',
    queueOf: 'Deliveries',
    timeout: Duration.seconds(30),
    batchSize: 10,
    // The messages hold addresses. What is not noted within a long weekend is for a person to look at.
    messagesLast: Duration.days(4),
    alarms,
    impact:
      'Bounces and complaints could not be noted: people who called our mail spam may be asked again, and addresses ' +
      'that do not exist are written to again. Read the error in the log of note-deliveries, mend it, and redrive ' +
      'DeliveriesDlq to DeliveriesQueue. What was noted already changes nothing.',
  });
  worker.function
    .uses(environment.invitationsTable, kept.invitations.table, ['dynamodb:PutItem', 'dynamodb:UpdateItem'])
    .uses(environment.referencesSecretArn, kept.invitations.referencesSecret, [
      'secretsmanager:GetSecretValue',
    ]);
  return worker;
};

/** Named here, since the name that CloudFormation gives for a rule is not the one that its metrics go by. */
const ruleName = 'kuultu-deliveries';

/** The account's own bus, on which SES tells of every mail of the account: only those of our set are for us. */
const createRule = (
  scope: Construct,
  { queue, deadLetters }: QueueWorker,
  { kept, alarms }: Surroundings,
): void => {
  new Rule(scope, 'DeliveriesRule', {
    ruleName,
    eventPattern: {
      source: ['aws.ses'],
      detailType: ['Email Bounced', 'Email Complaint Received', 'Email Delivery Delayed'],
      detail: { mail: { tags: { 'ses:configuration-set': [kept.sender.configurationSet.value] } } },
    },
    targets: [
      new SqsQueue(queue, {
        message: RuleTargetInput.fromEventPath('$.detail'),
        deadLetterQueue: deadLetters,
      }),
    ],
  });
  const undelivered = new Metric({
    namespace: 'AWS/Events',
    metricName: 'FailedInvocations',
    // On the default bus a rule's metrics go by its name alone.
    dimensionsMap: { RuleName: ruleName },
    period: alarmPeriod,
    statistic: Stats.SUM,
  });
  alarms.raise(
    scope,
    'DeliveriesRuleAlarm',
    undelivered,
    'Bounces and complaints did not reach DeliveriesQueue: people who called our mail spam may be asked again. Mend ' +
      'the policy of the queue, and move DeliveriesDlq to DeliveriesQueue. Of what is in neither queue, SES still ' +
      'keeps the address on the suppression list of the account, and refuses to deliver to it.',
  );
};

/** SES tells what became of a mail: who bounced or complained is not written to again. */
export const createDeliveries = (scope: Construct, surroundings: Surroundings): void => {
  createRule(scope, createNoteDeliveries(scope, surroundings), surroundings);
};
