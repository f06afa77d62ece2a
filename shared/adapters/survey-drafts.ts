import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { Draft } from '../domain/questions/draft.ts';
import { storedDraftSchema } from '../domain/questions/stored-draft.ts';
import { auditWrite, changedFields, type Change } from './audit.ts';
import { dynamodb, fromItem, readPartition, toItem, transactUnlessChanged, type Item } from './dynamodb.ts';
import { putVersion } from './versioned.ts';

const partition = 'SURVEY-DRAFTS';

const storedDraft = z.object({
  id: z.string(),
  version: z.int().min(1),
  draft: storedDraftSchema,
  savedAt: z.iso.datetime(),
  /** The subject of the administrator's token. */
  savedBy: z.string(),
});
/** A form that somebody is at work on. Its version is raised by every save, and goes on after it was published. */
export type StoredDraft = z.infer<typeof storedDraft>;

const keyOf = (id: string): Item => toItem({ pk: partition, sk: id });

/** Every draft, in the order of their forms. */
export const readDrafts = async (table: string): Promise<StoredDraft[]> =>
  (await readPartition(table, partition)).map((item) => storedDraft.parse(item));

/** @returns undefined where nobody has begun one */
export async function readDraft(table: string, id: string): Promise<StoredDraft | undefined> {
  const { Item: item } = await dynamodb.send(
    new GetItemCommand({ TableName: table, Key: keyOf(id), ConsistentRead: true }),
  );
  return item && storedDraft.parse(fromItem(item));
}

/**
 * Saves a draft in the place of the one that was read.
 *
 * @returns undefined where somebody else has saved one since
 */
export async function saveDraft(
  table: string,
  {
    id,
    before,
    draft,
  }: { readonly id: string; readonly before: StoredDraft | undefined; readonly draft: Draft },
  change: Change,
): Promise<StoredDraft | undefined> {
  const savedAt = new Date(change.at).toISOString();
  const saved = { id, version: (before?.version ?? 0) + 1, draft, savedAt, savedBy: change.by };
  const isSaved = await transactUnlessChanged([
    putVersion(table, { ...keyOf(id), ...toItem(saved) }, before?.version),
    auditWrite(table, change, {
      ...{ kind: 'survey', id, decided: 'draft' },
      ...{ fromVersion: before?.version ?? null, toVersion: saved.version },
      changed: changedFields(before?.draft, draft),
    }),
  ]);
  return isSaved ? saved : undefined;
}
