import type { Construct } from 'constructs';
import { tableAlone } from '../constructs/resource.ts';
import type { Resource, TableAction } from '../constructs/resource.ts';
import { createTable } from '../constructs/table.ts';

/**
 * Units, stage rules, what is answered to feedback, and who changed them; and what the names of contexts stand for. Nothing
 * about clients.
 */
export type SettingsZone = { readonly table: Resource<TableAction> };

export const createSettingsZone = (scope: Construct): SettingsZone => ({
  table: tableAlone(createTable(scope, 'SettingsTable', 'itemKey', 'recoverable')),
});
