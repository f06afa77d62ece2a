import type { Construct } from 'constructs';
import { tableAlone } from '../constructs/resource.ts';
import type { Resource, TableAction } from '../constructs/resource.ts';
import { createTable } from '../constructs/table.ts';

/** Tallies and frozen releases, kept for many years. */
export type ReportsZone = { readonly table: Resource<TableAction> };

export const createReportsZone = (scope: Construct): ReportsZone => ({
  table: tableAlone(createTable(scope, 'ReportsTable', 'itemKey', 'recoverable')),
});
