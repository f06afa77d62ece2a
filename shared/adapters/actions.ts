import { GetItemCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Quarter } from '../domain/calendar/month.ts';
import { actionsSchema, type Actions, type SentActions } from '../domain/digest/actions.ts';
import { heardQuarters } from '../domain/digest/heard.ts';
import type { ActionsPath } from '../domain/digest/subject.ts';
import { auditWrite, changedFields, type Change } from './audit.ts';
import { dynamodb, fromItem, readPartition, toItem, transactUnlessChanged, type Item } from './dynamodb.ts';
import { heardWrite, readHeard } from './heard.ts';
import { putVersion } from './versioned.ts';

/*
 * "You said, we did" of a quarter: an item for each unit, organisation and region that says something, all of a quarter in one
 * partition of Settings.
 */

const partition = (period: Quarter): string => `ACTIONS#${period}`;
const keyOf = ({ kind, id, period }: ActionsPath): Item =>
  toItem({ pk: partition(period), sk: `${kind}#${id}` });

/** What all say of a quarter: organisations, regions, units. */
export const readAllActions = async (table: string, period: Quarter): Promise<Actions[]> =>
  (await readPartition(table, partition(period))).map((item) => actionsSchema.parse(item));

/** @returns undefined where nobody has said anything */
export async function readActions(table: string, path: ActionsPath): Promise<Actions | undefined> {
  const { Item: item } = await dynamodb.send(
    new GetItemCommand({ TableName: table, Key: keyOf(path), ConsistentRead: true }),
  );
  return item && actionsSchema.parse(fromItem(item));
}

/**
 * Saves what is said as its next version, and who said it; and of a region, what those read who answer there.
 *
 * @param before as it was read, which is what the caller means to replace
 * @returns as it was saved; undefined where somebody has saved it since
 */
export async function saveActions(
  table: string,
  path: ActionsPath,
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
  const told = path.kind === 'regions' ? [await heardAfter(table, after, change.at)] : [];
  const isSaved = await transactUnlessChanged([putVersion(table, item, before?.version), ...told, entry]);
  return isSaved ? after : undefined;
}

/** The write that has a region told of by the newest of its lists that says something, once one of them has changed. */
async function heardAfter(table: string, changed: Actions, now: number): Promise<TransactWriteItem> {
  const { kind, id } = changed;
  // Read before the lists: where one of them changes after that, so does its version.
  const heard = await readHeard(table);
  const lists = await Promise.all(
    heardQuarters(now).map(async (period) =>
      period === changed.period ? changed : readActions(table, { kind, id, period }),
    ),
  );
  const newest = lists.find((list) => list !== undefined && list.pairs.length > 0);
  return heardWrite(table, heard, id, newest && { region: id, period: newest.period, pairs: newest.pairs });
}
