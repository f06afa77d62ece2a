import { Duration, TimeZone } from 'aws-cdk-lib';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';
import { environment } from '../../shared/contract/environment.ts';
import { ScheduledFunction } from '../constructs/scheduled-function.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Every night at an hour in Helsinki, where periods close at midnight. The hour from three to four is not there in
 * one night of spring, and comes twice in one of autumn: nothing runs in it.
 */
const nightly = (hour: number): ScheduleExpression =>
  ScheduleExpression.cron({ minute: '0', hour: String(hour), timeZone: TimeZone.EUROPE_HELSINKI });

/** As long as Lambda allows: a country's quarter is mixed in one run. */
const longest = Duration.minutes(15);

const createRotateKeys = (scope: Construct, { kept, alarms }: Surroundings): void => {
  const rotation = new ScheduledFunction(scope, 'RotateKeys', {
    folder: 'rotate-keys',
    timeout: Duration.seconds(60),
    schedule: ScheduleExpression.rate(Duration.hours(1)),
    alarms,
    impact:
      'The keys of the coming quarter are not made: once the quarter begins, no answer can be taken. Read the error ' +
      'in the log of rotate-keys and mend it before the quarter ends; the next run makes what is missing.',
  });
  const { pool, ballots } = kept;
  rotation.function
    .uses(environment.mixKeysTable, pool.mixKeysTable, ['dynamodb:Scan', 'dynamodb:PutItem'])
    .uses(environment.mixWrappingKeyArn, pool.mixWrapping.key, ['kms:GenerateDataKeyPairWithoutPlaintext'])
    .uses(environment.ballotKeysTable, ballots.ballotKeysTable, [
      'dynamodb:Scan',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
    ])
    .uses(environment.ballotWrappingKeyArn, ballots.ballotWrapping.key, [
      'kms:GenerateDataKeyPairWithoutPlaintext',
    ]);
};

const createCountInvited = (scope: Construct, { kept, alarms }: Surroundings): void => {
  const count = new ScheduledFunction(scope, 'CountInvited', {
    folder: 'count-invited',
    timeout: longest,
    memoryMegabytes: 2048,
    schedule: nightly(1),
    alarms,
    impact:
      'A period that has closed is not published: nobody knows how many people its figures rest on. Read the error in the ' +
      'log of count-invited and mend it within half a year; the next night counts, and publishes. Later, records have ' +
      'expired, and the period is published without figures.',
  });
  count.function
    .uses(environment.invitationsTable, kept.invitations.recordsByDay, ['dynamodb:Query'])
    .uses(environment.settingsTable, kept.settings.table, ['dynamodb:Query'])
    // A condition tells what was counted before: of a period's asks it may learn that much, and read nothing else.
    .uses(environment.reportsTable, kept.reports.table, ['dynamodb:ConditionCheckItem', 'dynamodb:PutItem']);
};

const createMixResponses = (scope: Construct, { kept, alarms }: Surroundings): void => {
  const mix = new ScheduledFunction(scope, 'MixResponses', {
    folder: 'mix-responses',
    timeout: longest,
    memoryMegabytes: 2048,
    logging: 'timeless',
    roleName: kept.pool.mixWrapping.unwrapperRoleName,
    schedule: nightly(2),
    alarms,
    impact:
      'Answers of a closed period stay sealed and are not counted: what people said does not reach the reports. Read ' +
      'the error in the log of mix-responses and mend it before the sealed answers expire; the next night counts them.',
  });
  mix.function
    .uses(environment.poolTable, kept.pool.table, ['dynamodb:Scan'])
    .uses(environment.mixKeysTable, kept.pool.mixKeysTable, ['dynamodb:Scan', 'dynamodb:UpdateItem'])
    .uses(environment.mixWrappingKeyArn, kept.pool.mixWrapping.key, ['kms:Decrypt'])
    .uses(environment.settingsTable, kept.settings.table, ['dynamodb:Query'])
    .uses(environment.contextsSecretArn, kept.contextsSecret, ['secretsmanager:GetSecretValue'])
    .uses(environment.reportsTable, kept.reports.table, ['dynamodb:Query', 'dynamodb:PutItem']);
};

const createPublishReport = (scope: Construct, { kept, alarms }: Surroundings): void => {
  const publisher = new ScheduledFunction(scope, 'PublishReport', {
    folder: 'publish-report',
    timeout: longest,
    // A country's tables are held side by side, and audited with a solver that takes all the processor it gets.
    memoryMegabytes: 3008,
    schedule: nightly(4),
    alarms,
    impact:
      'A period that has been counted is not published: clients and staff see no outcome of the feedback. Read the ' +
      'error in the log of publish-report and mend it; the next night publishes it. Never publish a table by hand.',
  });
  publisher.function
    .uses(environment.reportsTable, kept.reports.table, [
      'dynamodb:Query',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:DeleteItem',
    ])
    .uses(environment.releasesBucket, kept.reports.bucket, ['s3:PutObject', 's3:GetObject'])
    .uses(environment.settingsTable, kept.settings.table, ['dynamodb:Query', 'dynamodb:GetItem']);
};

/** When a period has closed, asks are counted, sealed answers become tallies, and tallies become frozen releases. */
export const createMix = (scope: Construct, surroundings: Surroundings): void => {
  createRotateKeys(scope, surroundings);
  createCountInvited(scope, surroundings);
  createMixResponses(scope, surroundings);
  createPublishReport(scope, surroundings);
};
