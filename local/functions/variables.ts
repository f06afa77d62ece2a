import type { Service } from '../wire/operations.ts';
import type { FunctionDescription } from './runtime.ts';

/** The SDK's own names for the services, in its AWS_ENDPOINT_URL variables. */
const sdkNames: Record<Service, string> = {
  dynamodb: 'DYNAMODB',
  s3: 'S3',
  sqs: 'SQS',
  ses: 'SES',
  kms: 'KMS',
  secretsmanager: 'SECRETS_MANAGER',
  events: 'EVENTBRIDGE',
};

/**
 * The variables that Lambda itself sets in an execution environment, and the SDK's endpoints. The access key is the
 * environment's id, by which the wire knows who calls.
 */
export const runtimeVariables = (
  { functionName, memoryMb }: FunctionDescription,
  environmentId: string,
  region: string,
  addresses: Record<Service, string>,
): Record<string, string> => ({
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_ACCESS_KEY_ID: environmentId,
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  AWS_LAMBDA_FUNCTION_NAME: functionName,
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
  AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
  AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${functionName}`,
  AWS_LAMBDA_LOG_STREAM_NAME: 'local',
  _HANDLER: 'index.handler',
  LANG: 'en_US.UTF-8',
  TZ: ':UTC',
  ...Object.fromEntries(
    Object.entries(sdkNames).map(([service, name]) => [
      `AWS_ENDPOINT_URL_${name}`,
      addresses[service as Service],
    ]),
  ),
});
