import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Quarter } from '../domain/calendar/month.ts';
import { actionsSchema, type Actions, type SentActions } from '../domain/digest/actions.ts';
import type { DigestPath } from '../domain/digest/subject.ts';
import { auditWrite, changedFields, type Change } from './audit.ts';
import { dynamodb, fromItem, readPartition, toItem, transactUnlessChanged, type Item } from './dynamodb.ts';
import { putVersion } from './versioned.ts';

/*
 * "You said, we did" of a quarter: an item for each unit and organisation that says something, all of a quarter in one
 * partition of Settings.
 */

const partition = (period: Quarter): string => `ACTIONS#${period}`;
const keyOf = ({ kind, id, period }: DigestPath): Item =>
  toItem({ pk: partition(period), sk: `${kind}#${id}` });

/** What all units and organisations say of a quarter, organisations first. */
export const readAllActions = async (table: string, period: Quarter): Promise<Actions[]> =>
  (await readPartition(table, partition(period))).map((item) => actionsSchema.parse(item));

/** @returns undefined where nobody has said anything */
export async function readActions(table: string, path: DigestPath): Promise<Actions | undefined> {
  const { Item: item } = await dynamodb.send(
    new GetItemCommand({ TableName: table, Key: keyOf(path), ConsistentRead: true }),
  );
  return item && actionsSchema.parse(fromItem(item));
}

/**
 * Saves what is said as its next version, and who said it.
 *
 * @param before as it was read, which is what the caller means to replace
 * @returns as it was saved; undefined where somebody has saved it since
 */
export async function saveActions(
  table: string,
  path: DigestPath,
  before: Actions | undefined,
  { pairs }: SentActions,
  change: Change,
): Promise<Actions | undefined> {
  const after: Actions = { ...path, version: (before?.version ?? 0) + 1, pairs };
  const entry = auditWrite(table, change, {
    kind: 'actions',
    id: `${path.kind}/${path.id}/${path.period}`,
    fromVersion: before?.version ?? null,
    toVersion: after.version,
    changed: changedFields({ pairs: before?.pairs ?? [] }, { pairs }),
  });
  const item = { ...keyOf(after), ...toItem(after) };
  const isSaved = await transactUnlessChanged([putVersion(table, item, before?.version), entry]);
  return isSaved ? after : undefined;
}
