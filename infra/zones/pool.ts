import { RemovalPolicy } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { tableAlone, wrappingKey } from '../constructs/resource.ts';
import type { KeyAction, Resource, TableAction } from '../constructs/resource.ts';
import { createTable } from '../constructs/table.ts';

/** Sealed answers, and the keys that open them once their period has closed. */
export type PoolZone = {
  readonly table: Resource<TableAction>;
  readonly mixKeysTable: Resource<TableAction>;
  /** Wraps the mix's private key of each quarter. */
  readonly mixWrappingKey: Resource<KeyAction>;
};

export const createPoolZone = (scope: Construct): PoolZone => ({
  // Restores to successive seconds would tell when each answer was given.
  table: tableAlone(createTable(scope, 'PoolTable', 'soleKey', 'unrecoverable')),
  // A private key destroyed at the close of its period must not come back.
  mixKeysTable: tableAlone(createTable(scope, 'MixKeysTable', 'soleKey', 'unrecoverable')),
  mixWrappingKey: wrappingKey(
    new Key(scope, 'MixWrappingKey', {
      description: 'Wraps the private key of each quarter, which only mix-responses unwraps',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    }),
  ),
});
