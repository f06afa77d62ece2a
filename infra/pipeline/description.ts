import { Duration } from 'aws-cdk-lib';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import { ApiFunction } from '../constructs/api-function.ts';
import type { Surroundings } from './surroundings.ts';

/** What the API takes and answers, told to whoever builds on it. */
export const createDescription = (scope: Construct, { alarms, frontDoor }: Surroundings): void => {
  const describer = new ApiFunction(scope, 'DescribeApi', {
    folder: 'describe-api',
    timeout: Duration.seconds(10),
    alarms,
    impact:
      'Programmers do not find the description of the API. Nothing else depends on it. Read the error in the log of ' +
      'describe-api, mend it, or deploy the previous version.',
  });
  frontDoor.openToAll(
    HttpMethod.GET,
    '/v1/openapi.json',
    describer.function,
    'The description of the API is public and the same for everyone.',
  );
};
