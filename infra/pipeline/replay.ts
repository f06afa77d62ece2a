import { Duration } from 'aws-cdk-lib';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { environment } from '../../shared/contract/environment.ts';
import { ApiFunction } from '../constructs/api-function.ts';
import { QueueWorker } from '../constructs/queue-worker.ts';
import { queueToSendTo } from '../constructs/resource.ts';
import type { Surroundings } from './surroundings.ts';

/** More memory is more processor: a replay is arithmetic. */
const memoryMegabytes = 1769;

const createRunReplay = (scope: Construct, { kept, alarms }: Surroundings): Queue => {
  const worker = new QueueWorker(scope, 'RunReplay', {
    folder: 'run-replay',
    queueOf: 'Replays',
    timeout: Duration.minutes(15),
    memoryMegabytes,
    batchSize: 1,
    maxConcurrency: 2,
    alarms,
    impact:
      'A long trial of draft rules does not finish: an administrator waits for its outcome. Nobody is asked, and ' +
      'nothing is lost. Read the error in the log of run-replay, mend it, and redrive ReplaysDlq, or have the trial ' +
      'begun again for a shorter time.',
  });
  worker.function
    .uses(environment.invitationsTable, kept.invitations.table, ['dynamodb:GetItem', 'dynamodb:PutItem'])
    .uses(environment.invitationsTable, kept.invitations.recordsByDay, ['dynamodb:Query']);
  return worker.queue;
};

/** Draft rules are tried on what has happened: at once where it is little, and by a worker of its own where it is not. */
export const createReplay = (scope: Construct, surroundings: Surroundings): void => {
  const { kept, alarms, frontDoor, configuration } = surroundings;
  const queue = createRunReplay(scope, surroundings);
  const replayer = new ApiFunction(scope, 'ReplayRules', {
    folder: 'replay-rules',
    timeout: Duration.seconds(28),
    memoryMegabytes,
    alarms,
    impact:
      'Administrators cannot try draft rules before they save them. Rules in force go on as they are. Read the error ' +
      'in the log of replay-rules, mend it, or deploy the previous version.',
  });
  replayer.function
    .uses(environment.invitationsTable, kept.invitations.table, ['dynamodb:GetItem', 'dynamodb:PutItem'])
    .uses(environment.invitationsTable, kept.invitations.recordsByDay, ['dynamodb:Query'])
    .uses(environment.settingsTable, kept.settings.table, ['dynamodb:GetItem'])
    .uses(environment.replaysQueueUrl, queueToSendTo(queue), ['sqs:SendMessage'])
    .knows(environment.groupsClaim, configuration.groupsClaim);
  frontDoor.openToStaff(HttpMethod.POST, '/v1/rules/replay', replayer.function);
  frontDoor.openToStaff(HttpMethod.GET, '/v1/rules/replays/{id}', replayer.function);
};
