import { Duration } from 'aws-cdk-lib';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import { environment } from '../../shared/contract/environment.ts';
import { reportsPartitions } from '../../shared/contract/tables.ts';
import { ApiFunction } from '../constructs/api-function.ts';
import { partitionAlone } from '../constructs/resource.ts';
import type { Surroundings } from './surroundings.ts';

const timeout = Duration.seconds(20);

const createServeReports = (
  scope: Construct,
  { kept, alarms, frontDoor, configuration }: Surroundings,
): void => {
  const server = new ApiFunction(scope, 'ServeReports', {
    folder: 'serve-reports',
    timeout,
    alarms,
    // A table of a thousand units as JSON-stat is a matter of processor time, which Lambda gives by memory, and of 20 MB.
    memoryMegabytes: 1024,
    impact:
      'Analysts cannot read reports. Nothing is lost, and respondents notice nothing. Read the error in the log of ' +
      'serve-reports, mend it, or deploy the previous version.',
  });
  server.function
    .uses(environment.reportsTable, kept.reports.table, ['dynamodb:Query', 'dynamodb:GetItem'])
    .uses(environment.releasesBucket, kept.reports.bucket, ['s3:GetObject'])
    .knows(environment.groupsClaim, configuration.groupsClaim);
  frontDoor.openToStaff(HttpMethod.GET, '/v1/reports', server.function);
  frontDoor.openToStaff(HttpMethod.GET, '/v1/reports/{table}/{period}', server.function);
};

const createManageUnits = (
  scope: Construct,
  { kept, alarms, frontDoor, configuration }: Surroundings,
): void => {
  const manager = new ApiFunction(scope, 'ManageUnits', {
    folder: 'manage-units',
    timeout,
    alarms,
    impact:
      'Administrators cannot see or place units: answers about a new unit are counted under its default organisation ' +
      'meanwhile. Read the error in the log of manage-units, mend it, or deploy the previous version.',
  });
  manager.function
    .uses(environment.settingsTable, kept.settings.table, [
      'dynamodb:Query',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
    ])
    .knows(environment.groupsClaim, configuration.groupsClaim);
  frontDoor.openToStaff(HttpMethod.GET, '/v1/units', manager.function);
  frontDoor.openToStaff(HttpMethod.PUT, '/v1/units/{id}', manager.function);
};

const createManageRules = (
  scope: Construct,
  { kept, alarms, frontDoor, configuration }: Surroundings,
): void => {
  const manager = new ApiFunction(scope, 'ManageRules', {
    folder: 'manage-rules',
    timeout,
    alarms,
    impact:
      'Administrators cannot see or change stage rules, nor see who changed what: people are asked by the rules as ' +
      'they were last saved, so that a rule that asks too much cannot be turned off. Read the error in the log of ' +
      'manage-rules, mend it, or deploy the previous version.',
  });
  manager.function
    .uses(environment.settingsTable, kept.settings.table, [
      'dynamodb:Query',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      // It saves a rule by the forms as it read them.
      'dynamodb:ConditionCheckItem',
    ])
    .knows(environment.groupsClaim, configuration.groupsClaim);
  for (const path of ['/v1/rules', '/v1/rules/{id}', '/v1/rules/{id}/versions', '/v1/audit'])
    frontDoor.openToStaff(HttpMethod.GET, path, manager.function);
  frontDoor.openToStaff(HttpMethod.PUT, '/v1/rules/{id}', manager.function);
};

const createExplainDecisions = (scope: Construct, surroundings: Surroundings): void => {
  const { kept, alarms, frontDoor, configuration } = surroundings;
  const explainer = new ApiFunction(scope, 'ExplainDecisions', {
    folder: 'explain-decisions',
    timeout,
    alarms,
    impact:
      'Nobody can tell a client why they were asked, or why not. Decisions are still made and recorded. Read the ' +
      'error in the log of explain-decisions, mend it, or deploy the previous version.',
    // Counting a year of a large county is a matter of processor time, which Lambda gives by memory.
    memoryMegabytes: 1024,
  });
  explainer.function
    .uses(environment.invitationsTable, kept.invitations.table, ['dynamodb:Query', 'dynamodb:BatchGetItem'])
    .uses(environment.invitationsTable, kept.invitations.recordsByDay, ['dynamodb:Query'])
    .uses(environment.referencesSecretArn, kept.invitations.referencesSecret, [
      'secretsmanager:GetSecretValue',
    ])
    .knows(environment.groupsClaim, configuration.groupsClaim);
  for (const path of ['/v1/decisions', '/v1/decisions/summary'])
    frontDoor.openToStaff(HttpMethod.GET, path, explainer.function);
};

const createManagePublication = (
  scope: Construct,
  { kept, alarms, frontDoor, configuration }: Surroundings,
): void => {
  const manager = new ApiFunction(scope, 'ManagePublication', {
    folder: 'manage-publication',
    timeout,
    alarms,
    impact:
      'Administrators cannot demand more answers of a published cell, nor ask for a correction: reports come out as was ' +
      'last saved. Read the error in the log of manage-publication, mend it, or deploy the previous version.',
  });
  manager.function
    .uses(environment.settingsTable, kept.settings.table, ['dynamodb:GetItem', 'dynamodb:PutItem'])
    // It writes down that a quarter is to be corrected, if anything of it was released, and reaches neither figures nor comments.
    .uses(environment.reportsTable, partitionAlone(kept.reports.table, reportsPartitions.corrections), [
      'dynamodb:Query',
      'dynamodb:PutItem',
    ])
    .uses(environment.reportsTable, partitionAlone(kept.reports.table, reportsPartitions.releases), [
      'dynamodb:Query',
    ])
    .knows(environment.groupsClaim, configuration.groupsClaim);
  for (const path of ['/v1/thresholds', '/v1/corrections'])
    frontDoor.openToStaff(HttpMethod.GET, path, manager.function);
  for (const path of ['/v1/thresholds', '/v1/corrections/{period}'])
    frontDoor.openToStaff(HttpMethod.PUT, path, manager.function);
};

/** What administrators and analysts ask and set: reports, units, rules, and why somebody was asked or not. */
export const createAdministration = (scope: Construct, surroundings: Surroundings): void => {
  createServeReports(scope, surroundings);
  createManagePublication(scope, surroundings);
  createManageUnits(scope, surroundings);
  createManageRules(scope, surroundings);
  createExplainDecisions(scope, surroundings);
};
