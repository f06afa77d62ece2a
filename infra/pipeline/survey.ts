import { Duration } from 'aws-cdk-lib';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import { environment } from '../../shared/contract/environment.ts';
import { ApiFunction } from '../constructs/api-function.ts';
import { createStatements } from './statements.ts';
import { organisationIn, type Surroundings } from './surroundings.ts';

const surveyPath = '/{language}/s/{survey}';
const timeout = Duration.seconds(10);
/** A respondent waits for these, on a phone: more memory buys a shorter cold start. */
const memoryMegabytes = 1024;

const createShowSurvey = (scope: Construct, surroundings: Surroundings): void => {
  const { kept, alarms, frontDoor } = surroundings;
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
    .uses(environment.settingsTable, kept.settings.table, ['dynamodb:GetItem'])
    .uses(environment.ballotKeysTable, kept.ballots.ballotKeysTable, ['dynamodb:BatchGetItem'])
    .uses(environment.mixKeysTable, kept.pool.mixKeysTable, ['dynamodb:BatchGetItem'])
    .knows(environment.organisation, organisationIn(surroundings));
  for (const method of [HttpMethod.GET, HttpMethod.POST]) {
    frontDoor.openToAll(
      method,
      surveyPath,
      page.function,
      'The survey page is public and the same for everyone.',
    );
  }
};

const createSignBallots = (scope: Construct, { kept, alarms, frontDoor }: Surroundings): void => {
  const { ballots } = kept;
  const signer = new ApiFunction(scope, 'SignBallots', {
    folder: 'sign-ballots',
    timeout,
    memoryMegabytes,
    logging: 'timeless',
    roleName: ballots.ballotWrapping.unwrapperRoleName,
    alarms,
    impact:
      'Answers are refused at the press of Send; the page keeps them for another try, and few people try for long. Read ' +
      'the error in the log of sign-ballots, mend it, or deploy the previous version. Sending again is safe.',
  });
  signer.function
    .uses(environment.ticketsSecretArn, kept.ticketsSecret, ['secretsmanager:GetSecretValue'])
    .uses(environment.ballotsTable, ballots.table, ['dynamodb:PutItem'])
    .uses(environment.ballotKeysTable, ballots.ballotKeysTable, ['dynamodb:GetItem'])
    .uses(environment.ballotWrappingKeyArn, ballots.ballotWrapping.key, ['kms:Decrypt']);
  frontDoor.openToAll(
    HttpMethod.POST,
    '/v1/ballots',
    signer.function,
    'A respondent has no account: the ticket from the mail, checked by the function, has one ballot signed.',
  );
};

const createTakeResponses = (scope: Construct, { kept, alarms, frontDoor }: Surroundings): void => {
  const taker = new ApiFunction(scope, 'TakeResponses', {
    folder: 'take-responses',
    timeout,
    memoryMegabytes,
    logging: 'timeless',
    alarms,
    impact:
      'Answers are refused after their ballot was signed; the page keeps them for another try, and they are lost when it ' +
      'is closed. Read the error in the log of take-responses, mend it, or deploy the previous version. Sending again is safe.',
  });
  taker.function
    .uses(environment.poolTable, kept.pool.table, ['dynamodb:PutItem', 'dynamodb:ConditionCheckItem'])
    .uses(environment.ballotKeysTable, kept.ballots.ballotKeysTable, ['dynamodb:GetItem']);
  frontDoor.openToAll(
    HttpMethod.POST,
    '/v1/responses',
    taker.function,
    'Nothing may tell whose answer it is: the signed ballot, checked by the function, lets one answer in.',
  );
};

const createTakeAnswers = (scope: Construct, surroundings: Surroundings): void => {
  const { kept, alarms, frontDoor } = surroundings;
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
    .uses(environment.mixKeysTable, kept.pool.mixKeysTable, ['dynamodb:GetItem'])
    .uses(environment.settingsTable, kept.settings.table, ['dynamodb:GetItem'])
    .knows(environment.organisation, organisationIn(surroundings));
  // Opened to look at, the address of the answers says on a page that there is nothing to see.
  for (const method of [HttpMethod.GET, HttpMethod.POST]) {
    frontDoor.openToAll(
      method,
      `${surveyPath}/answers`,
      taker.function,
      'A respondent has no account: the ticket from the mail, checked by the function, lets one answer in.',
    );
  }
};

/** The respondent's path: a page, its two posts, the form for a browser without JavaScript, and what is said of it all. */
export const createSurvey = (scope: Construct, surroundings: Surroundings): void => {
  createShowSurvey(scope, surroundings);
  createSignBallots(scope, surroundings);
  createTakeResponses(scope, surroundings);
  createTakeAnswers(scope, surroundings);
  createStatements(scope, surroundings);
};
