import type { Construct } from 'constructs';
import { tableAlone } from '../constructs/resource.ts';
import type { Resource, TableAction } from '../constructs/resource.ts';
import { createTable } from '../constructs/table.ts';
import { createWrappingKey } from '../constructs/wrapping-key.ts';
import type { WrappingKey } from '../constructs/wrapping-key.ts';

/** Hashes of used tickets: that an invitation was used, never what was answered. And the keys that sign ballots. */
export type BallotsZone = {
  readonly table: Resource<TableAction>;
  readonly ballotKeysTable: Resource<TableAction>;
  /** Wraps the private key that signs the ballots of each quarter. */
  readonly ballotWrapping: WrappingKey;
};

export const createBallotsZone = (scope: Construct): BallotsZone => ({
  // Restores to successive seconds would tell when each ticket was used.
  table: tableAlone(createTable(scope, 'BallotsTable', 'soleKey', 'unrecoverable')),
  // A private key that is gone must not come back, or ballots of an old quarter could be made up.
  ballotKeysTable: tableAlone(createTable(scope, 'BallotKeysTable', 'soleKey', 'unrecoverable')),
  ballotWrapping: createWrappingKey(
    scope,
    'BallotWrappingKey',
    'sign-ballots',
    'Wraps the private key that signs the ballots of each quarter, which only sign-ballots unwraps',
  ),
});
