import { Duration } from 'aws-cdk-lib';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import { environment } from '../../shared/contract/environment.ts';
import { ApiFunction } from '../constructs/api-function.ts';
import { organisationIn, type Surroundings } from './surroundings.ts';

const createManageSurveys = (
  scope: Construct,
  { kept, alarms, frontDoor, configuration }: Surroundings,
): void => {
  const manager = new ApiFunction(scope, 'ManageSurveys', {
    folder: 'manage-surveys',
    timeout: Duration.seconds(20),
    alarms,
    impact:
      'Administrators cannot see, change, publish or withdraw forms: people are asked with those that were last ' +
      'published. Read the error in the log of manage-surveys, mend it, or deploy the previous version.',
  });
  manager.function
    .uses(environment.settingsTable, kept.settings.table, [
      'dynamodb:Query',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      // It publishes and withdraws by the rules as it read them.
      'dynamodb:ConditionCheckItem',
    ])
    .knows(environment.webOrigin, configuration.webOrigin ?? frontDoor.origin)
    .knows(environment.groupsClaim, configuration.groupsClaim);
  for (const path of ['/v1/surveys', '/v1/surveys/{id}'])
    frontDoor.openToStaff(HttpMethod.GET, path, manager.function);
  frontDoor.openToStaff(HttpMethod.PUT, '/v1/surveys/{id}', manager.function);
  for (const step of ['trial', 'publish', 'withdraw'])
    frontDoor.openToStaff(HttpMethod.POST, `/v1/surveys/{id}/${step}`, manager.function);
};

/** It may read what is to be tried, and nothing else: what a panel sends can get neither into the pool nor into a report. */
const createPreviewSurvey = (scope: Construct, surroundings: Surroundings): void => {
  const { kept, alarms, frontDoor } = surroundings;
  const preview = new ApiFunction(scope, 'PreviewSurvey', {
    folder: 'preview-survey',
    timeout: Duration.seconds(10),
    logging: 'timeless',
    alarms,
    impact:
      'Nobody can try a form before it is published. People are asked and answer all the same. Read the error in the ' +
      'log of preview-survey, mend it, or deploy the previous version.',
  });
  preview.function
    .uses(environment.settingsTable, kept.settings.table, ['dynamodb:GetItem'])
    .knows(environment.organisation, organisationIn(surroundings));
  for (const method of [HttpMethod.GET, HttpMethod.POST]) {
    frontDoor.openToAll(
      method,
      '/{language}/try',
      preview.function,
      'A client panel has no account: the token of the trial, checked by the function, opens one form.',
    );
  }
};

/** The forms with which people are asked, in the hands of administrators, and tried before anybody is asked. */
export const createSurveys = (scope: Construct, surroundings: Surroundings): void => {
  createManageSurveys(scope, surroundings);
  createPreviewSurvey(scope, surroundings);
};
