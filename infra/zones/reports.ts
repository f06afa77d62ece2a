import type { Construct } from 'constructs';
import { releasesPrefix } from '../../shared/contract/objects.ts';
import { createBucket } from '../constructs/bucket.ts';
import { objectsUnder, tableAlone } from '../constructs/resource.ts';
import type { ObjectAction, Resource, TableAction } from '../constructs/resource.ts';
import { createTable } from '../constructs/table.ts';

/** Tallies and frozen releases, kept for many years. */
export type ReportsZone = {
  readonly table: Resource<TableAction>;
  /** Releases that are too large for an item. */
  readonly bucket: Resource<ObjectAction>;
};

export const createReportsZone = (scope: Construct): ReportsZone => ({
  table: tableAlone(createTable(scope, 'ReportsTable', 'itemKey', 'recoverable')),
  bucket: objectsUnder(createBucket(scope, 'ReleasesBucket'), releasesPrefix),
});
