import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, Billing, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Attribute } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { expiryAttribute, itemKey, soleKey } from '../../shared/contract/tables.ts';

/** `recoverable`: to any second of the last 35 days. `unrecoverable`: what is gone is gone, on purpose. */
export type History = 'recoverable' | 'unrecoverable';

const text = (name: string): Attribute => ({ name, type: AttributeType.STRING });

/** The keys of a table: several kinds of item under a partition and sort key, or one kind under one key. */
export type Keys = 'itemKey' | 'soleKey';

const keyAttributes = {
  itemKey: { partitionKey: text(itemKey.partition), sortKey: text(itemKey.sort) },
  soleKey: { partitionKey: text(soleKey) },
} as const satisfies Record<Keys, { partitionKey: Attribute; sortKey?: Attribute }>;

/** A table on demand, without a stream, that outlives its stack. */
export const createTable = (scope: Construct, id: string, keys: Keys, history: History): TableV2 =>
  new TableV2(scope, id, {
    ...keyAttributes[keys],
    billing: Billing.onDemand(),
    encryption: TableEncryptionV2.dynamoOwnedKey(),
    timeToLiveAttribute: expiryAttribute,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: history === 'recoverable' },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
