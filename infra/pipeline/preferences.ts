import { Duration } from 'aws-cdk-lib';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import { environment } from '../../shared/contract/environment.ts';
import { ApiFunction } from '../constructs/api-function.ts';
import { organisationIn, type Surroundings } from './surroundings.ts';

/**
 * The page from which people pause, stop or resume being asked. It reads what is known of asks, and nothing of answers:
 * not whether there is one.
 */
export const createPreferences = (scope: Construct, surroundings: Surroundings): void => {
  const { kept, alarms, frontDoor } = surroundings;
  const keeper = new ApiFunction(scope, 'KeepPreferences', {
    folder: 'keep-preferences',
    timeout: Duration.seconds(10),
    // A person waits for it, on a phone: more memory buys a shorter cold start.
    memoryMegabytes: 1024,
    alarms,
    impact:
      'People cannot pause or stop being asked, nor see why they were: they may be asked against their will, and may ' +
      'call our mail spam instead. Read the error in the log of keep-preferences, mend it, or deploy the previous ' +
      'version. Links stay valid; a mail program that unsubscribed for somebody in vain may not try again.',
  });
  keeper.function
    .uses(environment.invitationsTable, kept.invitations.table, [
      'dynamodb:GetItem',
      'dynamodb:UpdateItem',
      'dynamodb:PutItem',
    ])
    .uses(environment.settingsTable, kept.settings.table, ['dynamodb:GetItem'])
    .uses(environment.preferencesSecretArn, kept.invitations.preferencesSecret, [
      'secretsmanager:GetSecretValue',
    ])
    .knows(environment.organisation, organisationIn(surroundings));
  for (const method of [HttpMethod.GET, HttpMethod.POST]) {
    frontDoor.openToAll(
      method,
      '/{language}/preferences',
      keeper.function,
      'A respondent has no account: the signed reference from the mail, checked by the function, opens one page.',
    );
  }
};
