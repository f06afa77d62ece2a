import { Duration } from 'aws-cdk-lib';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import { environment } from '../../shared/contract/environment.ts';
import { ApiFunction } from '../constructs/api-function.ts';
import type { Surroundings } from './surroundings.ts';

/** What is said in mails, shown to those who answer for it. The preview reads which forms are in force, and can send nothing. */
export const createMails = (scope: Construct, surroundings: Surroundings): void => {
  const { kept, alarms, frontDoor, configuration } = surroundings;
  const preview = new ApiFunction(scope, 'PreviewMails', {
    folder: 'preview-mails',
    timeout: Duration.seconds(10),
    alarms,
    impact:
      'Administrators cannot see what the mails say. Mails are sent all the same. Read the error in the log of ' +
      'preview-mails, mend it, or deploy the previous version.',
  });
  preview.function
    .uses(environment.settingsTable, kept.settings.table, ['dynamodb:GetItem'])
    .knows(environment.senderAddress, kept.sender.address.value)
    .knows(environment.senderName, JSON.stringify(configuration.senderName))
    .knows(environment.replyTo, configuration.replyTo)
    .knows(environment.webOrigin, configuration.webOrigin ?? frontDoor.origin)
    .knows(environment.groupsClaim, configuration.groupsClaim);
  frontDoor.openToStaff(HttpMethod.GET, '/v1/mails/preview', preview.function);
};
