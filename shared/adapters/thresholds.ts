import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { thresholdsSchema, type Thresholds } from '../domain/releases/thresholds.ts';
import { auditWrite, type Change } from './audit.ts';
import { dynamodb, fromItem, isConditionRefused, toItem, transact, type Item } from './dynamodb.ts';
import { putVersion } from './versioned.ts';

const key: Item = toItem({ pk: 'THRESHOLDS', sk: 'CURRENT' });

const storedSchema = z.object({ version: z.int().min(1), thresholds: thresholdsSchema });

/** What administrators demand of published cells. `version`: 0 until the first save. */
export type StoredThresholds = { readonly version: number; readonly thresholds: Thresholds };

export async function readThresholds(table: string): Promise<StoredThresholds> {
  const { Item: item } = await dynamodb.send(
    new GetItemCommand({ TableName: table, Key: key, ConsistentRead: true }),
  );
  return item === undefined ? { version: 0, thresholds: [] } : storedSchema.parse(fromItem(item));
}

/** Saves thresholds over those that were read, and notes who did. @returns undefined where others were saved meanwhile */
export async function saveThresholds(
  table: string,
  before: StoredThresholds,
  thresholds: Thresholds,
  change: Change,
): Promise<StoredThresholds | undefined> {
  const stored = { version: before.version + 1, thresholds };
  const read = before.version === 0 ? undefined : before.version;
  const entry = auditWrite(table, change, {
    kind: 'thresholds',
    id: 'thresholds',
    fromVersion: read ?? null,
    toVersion: stored.version,
    changed: ['thresholds'],
  });
  try {
    await transact([putVersion(table, { ...key, ...toItem(stored) }, read), entry]);
    return stored;
  } catch (error) {
    if (isConditionRefused(error)) return undefined;
    throw error;
  }
}
