import { Stack } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { z } from 'zod';

/**
 * Something a function may be let at: what its environment variable says, and the ARNs that grants name. The
 * actions are a closed list, so that neither a wildcard nor a misspelling compiles.
 */
export type Resource<Action extends string> = {
  readonly value: string;
  readonly arns: readonly string[];
  /** Only there for the compiler: ties the actions to the kind of resource. */
  readonly actions?: readonly Action[];
  /** What a call must carry to be granted, as IAM has it. */
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, string | string[]>>>>;
  /** What cdk-nag finds of any grant on it, where that can't be helped, and why. */
  readonly accepted?: { readonly finding: string; readonly reason: string };
};

export type TableAction = `dynamodb:${
  | 'BatchGetItem'
  | 'BatchWriteItem'
  | 'ConditionCheckItem'
  | 'DeleteItem'
  | 'GetItem'
  | 'PutItem'
  | 'Query'
  | 'Scan'
  | 'UpdateItem'}`;
export type QueueAction = 'sqs:SendMessage';
export type SecretAction = 'secretsmanager:GetSecretValue';
export type KeyAction = `kms:${'Decrypt' | 'GenerateDataKeyPairWithoutPlaintext'}`;
export type MailAction = 'ses:SendRawEmail';
export type ObjectAction = `s3:${'GetObject' | 'PutObject'}`;

/** A table by itself. Its indexes are not included: see {@link indexAlone}. */
export const tableAlone = (table: TableV2): Resource<TableAction> => ({
  value: table.tableName,
  arns: [table.tableArn],
});

/** One partition of a table by itself, and none of its indexes. What names no partition, such as a scan, is not granted. */
export const partitionAlone = (table: Resource<TableAction>, partition: string): Resource<TableAction> => ({
  ...table,
  conditions: {
    'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': [partition] },
    // Of no value at all, all values are equal to anything.
    Null: { 'dynamodb:LeadingKeys': 'false' },
  },
});

/** One index of a table, known to the function by the table's name. */
export const indexAlone = (table: TableV2, indexName: string): Resource<TableAction> => ({
  value: table.tableName,
  arns: [`${table.tableArn}/index/${indexName}`],
});

/** A queue to send to, known by its URL. */
export const queueToSendTo = (queue: Queue): Resource<QueueAction> => ({
  value: queue.queueUrl,
  arns: [queue.queueArn],
});

/** A secret to read, known by its ARN. */
export const secretToRead = (secret: Secret): Resource<SecretAction> => ({
  value: secret.secretArn,
  arns: [secret.secretArn],
});

/** A key to wrap or unwrap with, known by its ARN. */
export const wrappingKey = (key: Key): Resource<KeyAction> => ({ value: key.keyArn, arns: [key.keyArn] });

const imported = z.object({ 'Fn::ImportValue': z.string() });

/** The objects of a bucket whose names begin alike, known by the bucket's name. */
export const objectsUnder = (bucket: Bucket, prefix: string): Resource<ObjectAction> => {
  // cdk-nag names the bucket as the template of another stack does.
  const stack = Stack.of(bucket);
  const { 'Fn::ImportValue': arn } = imported.parse(stack.resolve(stack.exportValue(bucket.bucketArn)));
  return {
    value: bucket.bucketName,
    arns: [bucket.arnForObjects(`${prefix}*`)],
    accepted: {
      finding: `AwsSolutions-IAM5[Resource::${arn}/${prefix}*]`,
      reason:
        'What an object is called is known when there is one: a grant can name no more than how it begins.',
    },
  };
};
