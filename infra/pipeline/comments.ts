import { Duration } from 'aws-cdk-lib';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import { environment } from '../../shared/contract/environment.ts';
import { ApiFunction } from '../constructs/api-function.ts';
import type { Surroundings } from './surroundings.ts';

/** Before comments are shown wider, a person reads each. */
export const createComments = (
  scope: Construct,
  { kept, alarms, frontDoor, configuration }: Surroundings,
): void => {
  const reviewer = new ApiFunction(scope, 'ReviewComments', {
    folder: 'review-comments',
    timeout: Duration.seconds(20),
    alarms,
    impact:
      'Nobody can review comments: those of a closed quarter are not released, and one that harms somebody cannot be ' +
      'withdrawn. Figures are published all the same. Read the error in the log of review-comments, mend it, or deploy ' +
      'the previous version.',
  });
  reviewer.function
    .uses(environment.reportsTable, kept.reports.table, [
      'dynamodb:Query',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
    ])
    // Who decided what is noted among the changes of administrators.
    .uses(environment.settingsTable, kept.settings.table, ['dynamodb:PutItem'])
    .knows(environment.groupsClaim, configuration.groupsClaim);
  for (const path of ['/v1/comments', '/v1/comments/summary', '/v1/comments/{id}'])
    frontDoor.openToStaff(HttpMethod.GET, path, reviewer.function);
  frontDoor.openToStaff(HttpMethod.POST, '/v1/comments/{id}', reviewer.function);
};
