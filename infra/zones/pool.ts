import type { Construct } from 'constructs';
import { tableAlone } from '../constructs/resource.ts';
import type { Resource, TableAction } from '../constructs/resource.ts';
import { createTable } from '../constructs/table.ts';
import { createWrappingKey } from '../constructs/wrapping-key.ts';
import type { WrappingKey } from '../constructs/wrapping-key.ts';

/** Sealed answers, and the keys that open them once their period has closed. */
export type PoolZone = {
  readonly table: Resource<TableAction>;
  readonly mixKeysTable: Resource<TableAction>;
  /** Wraps the mix's private key of each quarter. */
  readonly mixWrapping: WrappingKey;
};

export const createPoolZone = (scope: Construct): PoolZone => ({
  // Restores to successive seconds would tell when each answer was given.
  table: tableAlone(createTable(scope, 'PoolTable', 'soleKey', 'unrecoverable')),
  // A private key destroyed at the close of its period must not come back.
  mixKeysTable: tableAlone(createTable(scope, 'MixKeysTable', 'soleKey', 'unrecoverable')),
  mixWrapping: createWrappingKey(
    scope,
    'MixWrappingKey',
    'mix-responses',
    'Wraps the private key of each quarter, which only mix-responses unwraps',
  ),
});
