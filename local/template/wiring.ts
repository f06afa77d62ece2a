import { basename, dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { entryMetadata } from '../../shared/contract/entry.ts';
import type { BusRule } from '../emulators/bus.ts';
import type { MailEventDestination } from '../emulators/mail-events.ts';
import type { QueueDescription } from '../emulators/sqs.ts';
import type { FunctionDescription } from '../functions/runtime.ts';
import type { EventSource } from '../queues/event-source.ts';
import { denialsOfBucket } from './bucket-policy.ts';
import { denialsOf } from './key-policy.ts';
import type { BucketDescription, KeyDescription, SecretDescription, TableDescription } from './model.ts';
import type { Resource, Resources } from './read.ts';

/* From the template's resources to what each part of the runner takes. */

const projectRoot = resolve(import.meta.dirname, '../..');

const arnOf = ({ identity }: Resource): string => identity.attributes['Arn'] ?? identity.ref;

/** Name at the end of an ARN or a queue URL. */
const lastPart = (arn: string): string => arn.split(/[:/]/).at(-1) ?? '';

export const tablesOf = (resources: Resources): TableDescription[] =>
  resources.ofType('AWS::DynamoDB::GlobalTable').map(({ identity, properties }) => ({
    name: identity.ref,
    keySchema: properties.KeySchema,
    attributes: properties.AttributeDefinitions,
    indexes: properties.GlobalSecondaryIndexes.map((index) => ({
      ...index,
      Projection: {
        ProjectionType: index.Projection.ProjectionType,
        ...(index.Projection.NonKeyAttributes && { NonKeyAttributes: index.Projection.NonKeyAttributes }),
      },
    })),
  }));

export const queuesOf = (resources: Resources): QueueDescription[] =>
  resources.ofType('AWS::SQS::Queue').map((queue) => ({
    name: lastPart(queue.identity.ref),
    arn: arnOf(queue),
    redrive: queue.properties.RedrivePolicy,
  }));

/** Names of the queues that others send to what cannot be handled. */
export const deadLetterQueuesOf = (resources: Resources): string[] => {
  const queues = queuesOf(resources);
  const targets = new Set(queues.map(({ redrive }) => redrive?.deadLetterTargetArn));
  return queues.filter(({ arn }) => targets.has(arn)).map(({ name }) => name);
};

export const secretsOf = (resources: Resources): SecretDescription[] =>
  resources.ofType('AWS::SecretsManager::Secret').map(({ identity, logicalId, properties }) => ({
    arn: identity.ref,
    name: logicalId,
    recipe: properties.GenerateSecretString,
  }));

export const bucketsOf = (resources: Resources): BucketDescription[] =>
  resources.ofType('AWS::S3::Bucket').map((bucket) => ({
    arn: arnOf(bucket),
    name: bucket.identity.ref,
    denials: resources
      .ofType('AWS::S3::BucketPolicy')
      .filter(({ properties }) => properties.Bucket === bucket.identity.ref)
      .flatMap(({ logicalId, properties }) =>
        denialsOfBucket(logicalId, properties.PolicyDocument.Statement),
      ),
  }));

export const keysOf = (resources: Resources): KeyDescription[] =>
  resources.ofType('AWS::KMS::Key').map((key) => {
    const aliases = resources
      .ofType('AWS::KMS::Alias')
      .filter(({ properties }) => [arnOf(key), key.identity.ref].includes(properties.TargetKeyId));
    return {
      arn: arnOf(key),
      keyId: key.identity.ref,
      aliases: aliases.map(({ identity }) => identity.ref),
      denials: denialsOf(key.logicalId, key.properties.KeyPolicy.Statement),
    };
  });

export const functionOf = (fn: Resource<'AWS::Lambda::Function'>): FunctionDescription => {
  const entry = fn.metadata[entryMetadata];
  if (typeof entry !== 'string') throw new Error(`${fn.logicalId} does not say what its source is`);
  return {
    name: basename(dirname(entry)),
    functionName: fn.identity.ref,
    arn: arnOf(fn),
    entry: pathToFileURL(resolve(projectRoot, entry)).href,
    variables: fn.properties.Environment?.Variables ?? {},
    memoryMb: fn.properties.MemorySize,
    timeoutMs: fn.properties.Timeout * 1000,
  };
};

/** Batches of one queue at a time, where the template sets no smaller number. */
const batchesMax = 4;

export const eventSourcesOf = (resources: Resources, functions: FunctionDescription[]): EventSource[] =>
  resources.ofType('AWS::Lambda::EventSourceMapping').map(({ properties }) => ({
    queue: lastPart(properties.EventSourceArn),
    queueArn: properties.EventSourceArn,
    functionName: functionBehind(functions, properties.FunctionName).name,
    batchSize: properties.BatchSize,
    reportsItemFailures: properties.FunctionResponseTypes.includes('ReportBatchItemFailures'),
    concurrency: Math.min(batchesMax, properties.ScalingConfig?.MaximumConcurrency ?? batchesMax),
  }));

export const busRulesOf = (
  resources: Resources,
  send: (queueArn: string, body: string) => Promise<void>,
): BusRule[] =>
  resources.ofType('AWS::Events::Rule').map(({ properties }) => ({
    busName: lastPart(properties.EventBusName),
    pattern: properties.EventPattern,
    targets: properties.Targets.map(({ Arn, InputPath }) => {
      if (!Arn.includes(':sqs:'))
        throw new Error(`The local runner does not understand the rule's target ${Arn}`);
      return { inputPath: InputPath, send: (body) => send(Arn, body) };
    }),
  }));

export const mailEventDestinationsOf = (resources: Resources): MailEventDestination[] =>
  resources.ofType('AWS::SES::ConfigurationSetEventDestination').map(({ properties }) => ({
    configurationSet: properties.ConfigurationSetName,
    types: properties.EventDestination.MatchingEventTypes,
    busName: lastPart(properties.EventDestination.EventBridgeDestination.EventBusArn),
  }));

/** The function that an ARN or a name stands for. */
export const functionBehind = (functions: FunctionDescription[], id: string): FunctionDescription => {
  const found = functions.find(({ arn, functionName }) => arn === id || functionName === id);
  if (found === undefined) throw new Error(`There is no function ${id}`);
  return found;
};
