import { Duration } from 'aws-cdk-lib';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import { environment } from '../../shared/contract/environment.ts';
import { ApiFunction } from '../constructs/api-function.ts';
import type { Surroundings } from './surroundings.ts';

const surveyPath = '/{language}/s/{survey}';
const timeout = Duration.seconds(10);
/** A respondent waits for these, on a phone: more memory buys a shorter cold start. */
const memoryMegabytes = 1024;

const createShowSurvey = (scope: Construct, { kept, alarms, frontDoor }: Surroundings): void => {
  const page = new ApiFunction(scope, 'ShowSurvey', {
    folder: 'show-survey',
    timeout,
    memoryMegabytes,
    logging: 'timeless',
    alarms,
    impact:
      'People who follow their link see an error in place of the survey, and few try twice. Read the error in the ' +
      'log of show-survey, mend it, or deploy the previous version. Links stay valid.',
  });
  page.function
    .uses(environment.ticketsSecretArn, kept.ticketsSecret, ['secretsmanager:GetSecretValue'])
    .uses(environment.settingsTable, kept.settings.table, ['dynamodb:GetItem']);
  for (const method of [HttpMethod.GET, HttpMethod.POST]) {
    frontDoor.openToAll(
      method,
      surveyPath,
      page.function,
      'The survey page is public and the same for everyone.',
    );
  }
};

const createTakeAnswers = (scope: Construct, { kept, alarms, frontDoor }: Surroundings): void => {
  const taker = new ApiFunction(scope, 'TakeAnswers', {
    folder: 'take-answers',
    timeout,
    memoryMegabytes,
    logging: 'timeless',
    alarms,
    impact:
      'Answers are refused at the press of Send, and what people wrote is lost unless they try again. Read the ' +
      'error in the log of take-answers, mend it, or deploy the previous version. Sending again is safe.',
  });
  taker.function
    .uses(environment.ticketsSecretArn, kept.ticketsSecret, ['secretsmanager:GetSecretValue'])
    .uses(environment.ballotsTable, kept.ballots.table, ['dynamodb:PutItem'])
    .uses(environment.poolTable, kept.pool.table, ['dynamodb:PutItem'])
    .uses(environment.mixKeysTable, kept.pool.mixKeysTable, ['dynamodb:GetItem']);
  frontDoor.openToAll(
    HttpMethod.POST,
    `${surveyPath}/answers`,
    taker.function,
    'A respondent has no account: the ticket from the mail, checked by the function, lets one answer in.',
  );
};

/** The respondent's path: a page, and the post that takes the answers. */
export const createSurvey = (scope: Construct, surroundings: Surroundings): void => {
  createShowSurvey(scope, surroundings);
  createTakeAnswers(scope, surroundings);
};
