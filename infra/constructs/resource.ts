import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Queue } from 'aws-cdk-lib/aws-sqs';

/**
 * Something a function may be let at: what its environment variable says, and the ARNs that grants name. The
 * actions are a closed list, so that neither a wildcard nor a misspelling compiles.
 */
export type Resource<Action extends string> = {
  readonly value: string;
  readonly arns: readonly string[];
  /** Only there for the compiler: ties the actions to the kind of resource. */
  readonly actions?: readonly Action[];
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

/** A table by itself. Its indexes are not included: see {@link indexAlone}. */
export const tableAlone = (table: TableV2): Resource<TableAction> => ({
  value: table.tableName,
  arns: [table.tableArn],
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
