import type { Construct } from 'constructs';
import { tableAlone } from '../constructs/resource.ts';
import type { Resource, TableAction } from '../constructs/resource.ts';
import { createTable } from '../constructs/table.ts';

/** Hashes of used tickets: that an invitation was used, never what was answered. */
export type BallotsZone = { readonly table: Resource<TableAction> };

export const createBallotsZone = (scope: Construct): BallotsZone => ({
  // Restores to successive seconds would tell when each ticket was used.
  table: tableAlone(createTable(scope, 'BallotsTable', 'soleKey', 'unrecoverable')),
});
