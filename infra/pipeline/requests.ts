import { Duration } from 'aws-cdk-lib';
import { FilterPattern } from 'aws-cdk-lib/aws-logs';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { environment } from '../../shared/contract/environment.ts';
import { QueueWorker } from '../constructs/queue-worker.ts';
import { queueToSendTo } from '../constructs/resource.ts';
import { ScheduledFunction } from '../constructs/scheduled-function.ts';
import type { Surroundings } from './surroundings.ts';

/** What send-request logs of a mail that did not certainly leave. None of these is an error of the function. */
const unsentPhrases = ['a mail was refused', 'mail is not taken now', 'nobody knows whether a mail left'];

const watchMails = ({ function: sender }: QueueWorker, scope: Construct, { alarms }: Surroundings): void => {
  alarms.raise(
    scope,
    'UnsentMailAlarm',
    sender.countLines('mails-not-sent', FilterPattern.anyTerm(...unsentPhrases)),
    'SES did not take mails, or gave no answer: some people are asked late, or never get to answer. The log of ' +
      'send-request tells which. "mail is not taken now": check the sending quota of SES; these are tried again ' +
      'until they expire. "a mail was refused": check the suppression list; these are not tried again. "nobody knows ' +
      'whether a mail left": check the health of SES; these are not sent twice.',
  );
};

const createSendRequest = (scope: Construct, surroundings: Surroundings): Queue => {
  const { kept, alarms, frontDoor, configuration } = surroundings;
  const worker = new QueueWorker(scope, 'SendRequest', {
    folder: 'send-request',
    queueOf: 'Send',
    timeout: Duration.seconds(60),
    batchSize: 5,
    maxConcurrency: 2,
    alarms,
    impact:
      'Requests that were decided could not be mailed: these people do not get to answer. Read the error in the log ' +
      'of send-request, and see in SES that the identity is verified and the account out of the sandbox; mend it, and ' +
      'redrive SendDlq. A request that may have left already is not sent again.',
  });
  worker.function
    .uses(environment.invitationsTable, kept.invitations.table, [
      'dynamodb:BatchGetItem',
      'dynamodb:ConditionCheckItem',
      'dynamodb:UpdateItem',
      'dynamodb:PutItem',
    ])
    .uses(environment.settingsTable, kept.settings.table, [
      'dynamodb:BatchGetItem',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
    ])
    .uses(environment.preferencesSecretArn, kept.invitations.preferencesSecret, [
      'secretsmanager:GetSecretValue',
    ])
    .uses(environment.ticketsSecretArn, kept.ticketsSecret, ['secretsmanager:GetSecretValue'])
    .uses(environment.contextsSecretArn, kept.contextsSecret, ['secretsmanager:GetSecretValue'])
    .uses(environment.senderAddress, kept.sender.address, ['ses:SendRawEmail'])
    .uses(environment.sesConfigurationSet, kept.sender.configurationSet, ['ses:SendRawEmail'])
    .knows(environment.senderName, JSON.stringify(configuration.senderName))
    .knows(environment.replyTo, configuration.replyTo)
    .knows(environment.webOrigin, configuration.webOrigin ?? frontDoor.origin);
  watchMails(worker, scope, surroundings);
  return worker.queue;
};

/** Requests whose time has come are released at a measured pace, and mailed. */
export const createRequests = (scope: Construct, surroundings: Surroundings): void => {
  const queue = createSendRequest(scope, surroundings);
  const releaser = new ScheduledFunction(scope, 'ReleaseDue', {
    folder: 'release-due',
    timeout: Duration.seconds(55),
    schedule: ScheduleExpression.rate(Duration.minutes(1)),
    alarms: surroundings.alarms,
    impact:
      'Requests that are due stay where they are: people are asked late, and not at all once a request expires. ' +
      'Read the error in the log of release-due and mend it; the next run, a minute later, releases what waits.',
  });
  releaser.function
    .uses(environment.invitationsTable, surroundings.kept.invitations.table, [
      'dynamodb:Query',
      'dynamodb:BatchWriteItem',
    ])
    .uses(environment.sendQueueUrl, queueToSendTo(queue), ['sqs:SendMessage']);
};
