/** What `Ref` gives for a resource, and its attributes by name. */
export type Identity = { ref: string; attributes: Record<string, string> };

export type Addresses = { region: string; account: string; sqs: string; api: string };

type Properties = Record<string, unknown>;

/**
 * The names that a resource goes by. CloudFormation would make them up from the stack and the logical id, and so
 * does this; undefined for a type that nothing may refer to.
 */
export const identityOf = (
  type: string,
  stack: string,
  logicalId: string,
  properties: Properties,
  addresses: Addresses,
): Identity | undefined => {
  const { region, account } = addresses;
  const generated = `${stack}-${logicalId}`;
  const arn = (service: string, rest: string): string => `arn:aws:${service}:${region}:${account}:${rest}`;
  const named = (property: string): string => {
    const given = properties[property];
    return typeof given === 'string' ? given : generated;
  };
  const byName = (name: string, nameAttribute: string, itsArn: string): Identity => ({
    ref: name,
    attributes: { Arn: itsArn, [nameAttribute]: name },
  });

  switch (type) {
    case 'AWS::DynamoDB::GlobalTable':
      return byName(named('TableName'), 'TableName', arn('dynamodb', `table/${named('TableName')}`));
    case 'AWS::S3::Bucket': {
      // A bucket's name is unique in the whole world, has no capitals, and stands in host names.
      const name = named('BucketName').toLowerCase().slice(0, 63);
      return byName(name, 'BucketName', `arn:aws:s3:::${name}`);
    }
    case 'AWS::SQS::Queue': {
      const name = named('QueueName').slice(0, 80);
      const { attributes } = byName(name, 'QueueName', arn('sqs', name));
      return { ref: `${addresses.sqs}/${account}/${name}`, attributes };
    }
    case 'AWS::Lambda::Function':
      return byName(
        named('FunctionName'),
        'FunctionName',
        arn('lambda', `function:${named('FunctionName')}`),
      );
    case 'AWS::IAM::Role':
      return byName(named('RoleName'), 'RoleName', `arn:aws:iam::${account}:role/${named('RoleName')}`);
    case 'AWS::SecretsManager::Secret': {
      // Secrets Manager puts six characters behind the name, so that a secret made anew has another ARN.
      const itsArn = arn('secretsmanager', `secret:${named('Name')}-LocaLy`);
      return { ref: itsArn, attributes: { Id: itsArn } };
    }
    case 'AWS::KMS::Key':
      return byName(logicalId, 'KeyId', arn('kms', `key/${logicalId}`));
    case 'AWS::KMS::Alias':
      return { ref: named('AliasName'), attributes: {} };
    case 'AWS::SES::EmailIdentity':
      return { ref: named('EmailIdentity'), attributes: {} };
    case 'AWS::SES::ConfigurationSet':
      return { ref: named('Name'), attributes: {} };
    case 'AWS::Events::EventBus':
      return byName(named('Name'), 'Name', arn('events', `event-bus/${named('Name')}`));
    case 'AWS::Events::Rule':
      return { ref: named('Name'), attributes: { Arn: arn('events', `rule/${named('Name')}`) } };
    case 'AWS::ApiGatewayV2::Api':
      return { ref: logicalId, attributes: { ApiId: logicalId, ApiEndpoint: addresses.api } };
    case 'AWS::ApiGatewayV2::Authorizer':
      return { ref: logicalId, attributes: { AuthorizerId: logicalId } };
    case 'AWS::ApiGatewayV2::Integration':
    case 'AWS::ApiGatewayV2::Route':
      return { ref: logicalId, attributes: {} };
    case 'AWS::ApiGatewayV2::Stage':
      return { ref: named('StageName'), attributes: {} };
    case 'AWS::Logs::LogGroup':
      return byName(
        named('LogGroupName'),
        'LogGroupName',
        arn('logs', `log-group:${named('LogGroupName')}:*`),
      );
    case 'AWS::SNS::Topic': {
      const itsArn = arn('sns', named('TopicName'));
      return { ref: itsArn, attributes: { TopicArn: itsArn } };
    }
    case 'AWS::Scheduler::ScheduleGroup':
      return byName(named('Name'), 'Name', arn('scheduler', `schedule-group/${named('Name')}`));
    case 'AWS::Scheduler::Schedule':
      return byName(named('Name'), 'Name', arn('scheduler', `schedule/default/${named('Name')}`));
    case 'AWS::CloudWatch::Alarm':
      return byName(named('AlarmName'), 'AlarmName', arn('cloudwatch', `alarm:${named('AlarmName')}`));
    default:
      return undefined;
  }
};
