import { z } from 'zod';
import { policyDocumentSchema } from '../wire/iam.ts';

/*
 * Every type of resource that the local runner understands, and every property of it. A property that changes
 * nothing on this machine is listed as such with the reason; one that is not listed here throws.
 */

/** A property that is understood, and that makes no difference locally. */
const without = (reason: string) => z.unknown().optional().describe(reason);

const tags = without('labels');
const encryption = without('nothing is stored on disk');

const table = z.strictObject({
  KeySchema: z.array(z.strictObject({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) })),
  AttributeDefinitions: z.array(
    z.strictObject({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  GlobalSecondaryIndexes: z
    .array(
      z.strictObject({
        IndexName: z.string(),
        KeySchema: z.array(z.strictObject({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) })),
        Projection: z.strictObject({
          ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
          NonKeyAttributes: z.array(z.string()).optional(),
        }),
      }),
    )
    .default([]),
  BillingMode: z.literal('PAY_PER_REQUEST'),
  Replicas: without('one region is enough here'),
  TimeToLiveSpecification: without('expiry is clean-up only: no rule depends on it'),
  SSESpecification: encryption,
});

const bucket = z.strictObject({
  BucketEncryption: encryption,
  LifecycleConfiguration: without('it clears what was deleted, and nothing is deleted here'),
  OwnershipControls: without('there is one account'),
  PublicAccessBlockConfiguration: without('the wire lets nobody in without a grant'),
  VersioningConfiguration: without('it keeps what was deleted, and nothing is deleted here'),
  Tags: tags,
});

const bucketPolicy = z.strictObject({ Bucket: z.string(), PolicyDocument: policyDocumentSchema });

const queue = z.strictObject({
  RedrivePolicy: z.strictObject({ deadLetterTargetArn: z.string(), maxReceiveCount: z.number() }).optional(),
  RedriveAllowPolicy: without('nobody else makes queues here'),
  VisibilityTimeout: z.number().default(30),
  DelaySeconds: z.literal(0).default(0),
  MessageRetentionPeriod: without('nothing stays for days'),
  SqsManagedSseEnabled: encryption,
  KmsMasterKeyId: encryption,
});

const fn = z.strictObject({
  Role: z.string(),
  Handler: z.literal('index.handler'),
  Environment: z.strictObject({ Variables: z.record(z.string(), z.string()).default({}) }).optional(),
  MemorySize: z.number().default(128),
  Timeout: z.number().default(3),
  Runtime: z.literal('nodejs24.x'),
  Architectures: without('the processor is what it is'),
  Code: without('the source is run as it stands: the metadata names it'),
  Description: without('a description'),
  LoggingConfig: without('output goes to one file for each function'),
  TracingConfig: without('there is no tracer'),
  ReservedConcurrentExecutions: without('a few environments at a time is all there is'),
  RecursiveLoop: without('a safeguard of the account'),
  Tags: tags,
});

const mapping = z.strictObject({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: z.number().default(10),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  ScalingConfig: z.strictObject({ MaximumConcurrency: z.number() }).optional(),
  MaximumBatchingWindowInSeconds: without('waiting for a fuller batch changes no result'),
  Enabled: z.literal(true).default(true),
  MetricsConfig: without('there are no metrics'),
  Tags: tags,
});

const role = z.strictObject({
  RoleName: without('its identity has it'),
  AssumeRolePolicyDocument: without('each function runs as its own role'),
  ManagedPolicyArns: z.array(z.string()).default([]),
  Policies: z
    .array(z.strictObject({ PolicyName: z.string(), PolicyDocument: policyDocumentSchema }))
    .default([]),
  Description: without('a description'),
  Tags: tags,
});

const policy = z.strictObject({
  PolicyName: without('a name'),
  PolicyDocument: policyDocumentSchema,
  Roles: z.array(z.string()),
});

const secret = z.strictObject({
  GenerateSecretString: z.strictObject({
    PasswordLength: z.number().default(32),
    ExcludeCharacters: z.string().default(''),
    ExcludeLowercase: z.boolean().default(false),
    ExcludeUppercase: z.boolean().default(false),
    ExcludeNumbers: z.boolean().default(false),
    ExcludePunctuation: z.boolean().default(false),
    IncludeSpace: z.boolean().default(false),
    RequireEachIncludedType: z.boolean().default(true),
  }),
  Description: without('a description'),
  Tags: tags,
});

const key = z.strictObject({
  KeySpec: z.literal('SYMMETRIC_DEFAULT').default('SYMMETRIC_DEFAULT'),
  KeyUsage: z.literal('ENCRYPT_DECRYPT').default('ENCRYPT_DECRYPT'),
  KeyPolicy: policyDocumentSchema,
  EnableKeyRotation: without('keys live as long as the process'),
  RotationPeriodInDays: without('keys live as long as the process'),
  PendingWindowInDays: without('keys live as long as the process'),
  Description: without('a description'),
  Tags: tags,
});

const identity = z.strictObject({
  EmailIdentity: z.string(),
  DkimAttributes: without('mail goes to a local inbox'),
  MailFromAttributes: without('mail goes to a local inbox'),
  FeedbackAttributes: without('bounces are told by events, not by mail to the sender'),
  ConfigurationSetAttributes: without('every call names its configuration set'),
  Tags: tags,
});

const mailEvents = z.strictObject({
  ConfigurationSetName: z.string(),
  EventDestination: z.strictObject({
    // SES leaves a destination off that does not say so.
    Enabled: z.literal(true),
    MatchingEventTypes: z.array(z.enum(['bounce', 'complaint', 'deliveryDelay'])),
    // SES takes no other bus.
    EventBridgeDestination: z.strictObject({ EventBusArn: z.string().regex(/:event-bus\/default$/) }),
    Name: without('a name'),
  }),
});

const api = z.strictObject({
  Name: z.string(),
  ProtocolType: z.literal('HTTP'),
  DisableExecuteApiEndpoint: z.literal(false).default(false),
  Description: without('a description'),
  Tags: tags,
});

const throttling = z.strictObject({
  ThrottlingBurstLimit: z.number().default(5000),
  ThrottlingRateLimit: z.number().default(10_000),
  DetailedMetricsEnabled: without('there are no metrics'),
});

const stage = z.strictObject({
  ApiId: z.string(),
  StageName: z.string(),
  AutoDeploy: z.literal(true),
  DefaultRouteSettings: throttling.optional(),
  RouteSettings: z.record(z.string(), throttling).default({}),
  Description: without('a description'),
  Tags: tags,
});

const integration = z.strictObject({
  ApiId: z.string(),
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  IntegrationMethod: without('Lambda is always posted to'),
  PayloadFormatVersion: z.literal('2.0'),
  TimeoutInMillis: z.number().default(30_000),
  Description: without('a description'),
});

const route = z.strictObject({
  ApiId: z.string(),
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
  AuthorizerId: z.string().optional(),
  OperationName: without('a name'),
});

const authorizer = z.strictObject({
  ApiId: z.string(),
  AuthorizerType: z.literal('JWT'),
  IdentitySource: z.tuple([z.literal('$request.header.Authorization')]),
  JwtConfiguration: z.strictObject({ Issuer: z.string(), Audience: z.array(z.string()) }),
  Name: z.string(),
});

const schedule = z.strictObject({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  FlexibleTimeWindow: z.strictObject({
    Mode: z.enum(['OFF', 'FLEXIBLE']),
    MaximumWindowInMinutes: without('the window is taken to be as short as can be'),
  }),
  State: z.literal('ENABLED').default('ENABLED'),
  Target: z.strictObject({
    Arn: z.string(),
    RoleArn: z.string(),
    Input: z.string().optional(),
    RetryPolicy: without('a failed run is reported, and run again while settling'),
    DeadLetterConfig: without(
      'it holds invocations that Lambda itself refuses, which happens in the cloud only',
    ),
  }),
  Description: without('a description'),
  GroupName: without('a name'),
  Name: without('a name'),
});

const rule = z.strictObject({
  EventBusName: z.string().default('default'),
  EventPattern: z.record(z.string(), z.unknown()),
  State: z.literal('ENABLED').default('ENABLED'),
  Targets: z.array(
    z.strictObject({
      Id: z.string(),
      Arn: z.string(),
      InputPath: z.string().optional(),
      RetryPolicy: without('a queue in this process is always there'),
      DeadLetterConfig: without('a queue in this process is always there'),
    }),
  ),
  Description: without('a description'),
  Name: without('a name'),
});

const alias = z.strictObject({ AliasName: z.string(), TargetKeyId: z.string() });

/** The types that are brought to life, with the shape of their properties. */
export const interpreted = {
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::S3::Bucket': bucket,
  'AWS::S3::BucketPolicy': bucketPolicy,
  'AWS::SQS::Queue': queue,
  'AWS::Lambda::Function': fn,
  'AWS::Lambda::EventSourceMapping': mapping,
  'AWS::IAM::Role': role,
  'AWS::IAM::Policy': policy,
  'AWS::SecretsManager::Secret': secret,
  'AWS::KMS::Key': key,
  'AWS::KMS::Alias': alias,
  'AWS::SES::EmailIdentity': identity,
  'AWS::SES::ConfigurationSetEventDestination': mailEvents,
  'AWS::ApiGatewayV2::Api': api,
  'AWS::ApiGatewayV2::Stage': stage,
  'AWS::ApiGatewayV2::Integration': integration,
  'AWS::ApiGatewayV2::Route': route,
  'AWS::ApiGatewayV2::Authorizer': authorizer,
  'AWS::Scheduler::Schedule': schedule,
  'AWS::Events::Rule': rule,
} as const;

export type InterpretedType = keyof typeof interpreted;
export type PropertiesOf<Type extends InterpretedType> = z.infer<(typeof interpreted)[Type]>;

/** The types that are understood and need nothing on this machine, with the reason. */
export const needsNothing: ReadonlyMap<string, string> = new Map([
  ['AWS::SES::ConfigurationSet', 'mail goes to a local inbox; that the set exists is checked at every call'],
  ['AWS::Events::EventBus', 'a name, which its rules and callers refer to'],
  [
    'AWS::SQS::QueuePolicy',
    'it asks for TLS, and lets the bus in: loopback has no TLS, and the bus is the runner',
  ],
  ['AWS::Lambda::Permission', 'it lets the gateway invoke: the runner is the gateway'],
  ['AWS::Lambda::EventInvokeConfig', 'a failed run is reported, and run again while settling'],
  ['AWS::Logs::LogGroup', 'output goes to one file for each function'],
  ['AWS::Logs::MetricFilter', 'there are no metrics; the lines that it counts are in that file'],
  ['AWS::CloudWatch::Alarm', 'there are no metrics; what fails is reported at once'],
  ['AWS::SNS::Topic', 'it carries alarms only'],
  ['AWS::SNS::TopicPolicy', 'it carries alarms only'],
  ['AWS::SNS::Subscription', 'it carries alarms only'],
  ['AWS::Scheduler::ScheduleGroup', 'a name'],
  ['AWS::CDK::Metadata', 'it describes the tool that made the template'],
]);
