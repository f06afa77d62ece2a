import { Duration } from 'aws-cdk-lib';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import { environment } from '../../shared/contract/environment.ts';
import { ApiFunction } from '../constructs/api-function.ts';
import type { Surroundings } from './surroundings.ts';

const timeout = Duration.seconds(20);

const createShowDigest = (scope: Construct, surroundings: Surroundings): void => {
  const { kept, alarms, frontDoor, configuration } = surroundings;
  const page = new ApiFunction(scope, 'ShowDigest', {
    folder: 'show-digest',
    timeout,
    // A release of a large county is unpacked for a page: a matter of processor time, which Lambda gives by memory.
    memoryMegabytes: 1024,
    alarms,
    impact:
      'Nobody can see or print what a unit heard and what it answers; figures are still in the reports. Read the error ' +
      'in the log of show-digest, mend it, or deploy the previous version. Nothing is lost.',
  });
  page.function
    .uses(environment.reportsTable, kept.reports.table, ['dynamodb:Query'])
    .uses(environment.releasesBucket, kept.reports.bucket, ['s3:GetObject'])
    .uses(environment.settingsTable, kept.settings.table, ['dynamodb:GetItem', 'dynamodb:Query'])
    .knows(environment.groupsClaim, configuration.groupsClaim);
  frontDoor.openToStaff(HttpMethod.GET, '/v1/digests/{kind}/{id}/{period}', page.function);
  frontDoor.openToAll(
    HttpMethod.GET,
    '/{language}/digests/{unit}/{period}',
    page.function,
    'Digests of public units are for everyone; of any other unit the function says no more than that there is no page.',
  );
};

const createManageActions = (scope: Construct, surroundings: Surroundings): void => {
  const { kept, alarms, frontDoor, configuration } = surroundings;
  const manager = new ApiFunction(scope, 'ManageActions', {
    folder: 'manage-actions',
    timeout,
    alarms,
    impact:
      'Administrators cannot say in the digests what is done because of the feedback. Read the error in the log of ' +
      'manage-actions, mend it, or deploy the previous version. What was said before is still shown.',
  });
  manager.function
    .uses(environment.settingsTable, kept.settings.table, [
      'dynamodb:Query',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
    ])
    .knows(environment.groupsClaim, configuration.groupsClaim);
  frontDoor.openToStaff(HttpMethod.GET, '/v1/actions', manager.function);
  frontDoor.openToStaff(HttpMethod.PUT, '/v1/actions/{kind}/{id}/{period}', manager.function);
};

/** What comes back to those who answered: the digest of a period, and what is done about it. */
export const createDigests = (scope: Construct, surroundings: Surroundings): void => {
  createShowDigest(scope, surroundings);
  createManageActions(scope, surroundings);
};
