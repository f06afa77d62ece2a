import { GetItemCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import {
  catalogueOf,
  standingIn,
  type Catalogue,
  type FormVersion,
  type Standing,
} from '../domain/questions/catalogue.ts';
import { asDraft, asVersion, type Draft } from '../domain/questions/draft.ts';
import type { QuestionSet } from '../domain/questions/question.ts';
import { questionSetVersion } from '../domain/questions/question-sets.ts';
import { storedDraftSchema } from '../domain/questions/stored-draft.ts';
import { auditWrite, changedFields, type Change } from './audit.ts';
import {
  dynamodb,
  fromItem,
  putNew,
  readPartition,
  toItem,
  transactUnlessChanged,
  type Item,
} from './dynamodb.ts';
import { asRead, putVersion } from './versioned.ts';

/*
 * Which versions are published and which withdrawn is one item under one version, so that whoever asks reads it with
 * everything else at once. Each published version is an item of its own, written once: what people were asked with is counted by it
 * for as long as answers may come, so no version is ever changed or removed. Until the first publishing there is none of it.
 */

const versionNumber = z.int().min(1);
const storedIndex = z.object({
  version: versionNumber,
  standings: z.array(
    z.object({
      id: z.string(),
      published: z.array(versionNumber),
      withdrawn: z.array(versionNumber),
    }),
  ),
});

const indexPartition = 'SURVEYS';
/** Where the standings lie in the Settings table, for those who read them in one batch with other items. */
export const currentFormsKey: Item = toItem({ pk: indexPartition, sk: 'CURRENT' });

/** What is published and withdrawn, from the item under {@link currentFormsKey}, or from its absence. */
export const standingsIn = (item: unknown): readonly Standing[] => indexIn(item).standings;

const indexIn = (item: unknown): { readonly version: number; readonly standings: readonly Standing[] } =>
  item === undefined ? { version: 0, standings: [] } : storedIndex.parse(item);

/** What is published and withdrawn, with every change that has been answered. */
export const readStandings = async (table: string): Promise<readonly Standing[]> =>
  standingsIn(await readItem(table, currentFormsKey));

async function readItem(table: string, key: Item): Promise<unknown> {
  const { Item: item } = await dynamodb.send(
    new GetItemCommand({ TableName: table, Key: key, ConsistentRead: true }),
  );
  return item && fromItem(item);
}

const storedVersion = z.object({
  version: versionNumber,
  form: storedDraftSchema,
  publishedAt: z.iso.datetime(),
  /** The subject of the administrator's token. */
  publishedBy: z.string(),
});
/** When and by whom a version was published. */
export type Publishing = Pick<z.infer<typeof storedVersion>, 'version' | 'publishedAt' | 'publishedBy'>;

const versionsOf = (id: string): string => `SURVEY#${id}`;
const versionKey = (id: string, version: number): Item =>
  toItem({ pk: versionsOf(id), sk: `VERSION#${String(version).padStart(6, '0')}` });

/**
 * Reads single versions, withdrawn or not, and each once: whoever keeps the reader has it for good, since no version ever
 * changes. Of a number that is shipped as well, the version that people were asked with here is the organisation's.
 *
 * @returns what gives undefined where there is no such version
 */
export function formReader(table: string): (wanted: FormVersion) => Promise<QuestionSet | undefined> {
  const read = new Map<string, QuestionSet>();
  return async ({ id, version }) => {
    const name = `${id}.${version}`;
    const known = read.get(name);
    if (known !== undefined) return known;
    const item = await readItem(table, versionKey(id, version));
    const form =
      item === undefined
        ? questionSetVersion(id, version)
        : asVersion(id, version, storedVersion.parse(item).form);
    if (form !== undefined) read.set(name, form);
    return form;
  };
}

/** All forms, and what a next change rests on. */
export type Forms = {
  /** Raised by every publishing and withdrawing; 0 until the first. */
  readonly version: number;
  readonly standings: readonly Standing[];
  readonly catalogue: Catalogue;
  /** By form, in the order of publishing. */
  readonly publishings: ReadonlyMap<string, readonly Publishing[]>;
};

/** Every form that is shipped or published. Needs no more than `dynamodb:Query`. */
export async function readForms(table: string): Promise<Forms> {
  const [item] = await readPartition(table, indexPartition);
  const { version, standings } = indexIn(item);
  const own = await Promise.all(
    standings
      .filter(({ published }) => published.length > 0)
      .map(async ({ id }) => {
        const items = await readPartition(table, versionsOf(id));
        return { id, versions: items.map((one) => storedVersion.parse(one)) };
      }),
  );
  const published = own
    .flatMap(({ id, versions }) => versions.map((one) => ({ id, ...one })))
    .toSorted((a, b) => Date.parse(a.publishedAt) - Date.parse(b.publishedAt))
    .map(({ id, version: number, form }) => asVersion(id, number, form));
  return {
    ...{ version, standings },
    catalogue: catalogueOf({ standings, published }),
    publishings: new Map(own.map(({ id, versions }) => [id, versions])),
  };
}

/** A condition of a transaction that rests on the forms: that nobody has published or withdrawn any since. */
export const formsAsRead = (table: string, { version }: Forms): TransactWriteItem =>
  asRead(table, currentFormsKey, version);

/** What is written where a change was made to forms that nobody else has changed since they were read. */
const indexWrite = (table: string, { version, standings }: Forms, standing: Standing) =>
  putVersion(
    table,
    {
      ...currentFormsKey,
      ...toItem({
        version: version + 1,
        standings: [...standings.filter(({ id }) => id !== standing.id), standing],
      }),
    },
    version,
  );

/**
 * Publishes a form as its next version: from now on people are asked with it.
 *
 * @param read the forms beside which the draft was checked
 * @param beside that whatever else it was checked beside is as it was read
 * @returns the version; undefined where any form was published or withdrawn since, or what is beside has changed
 */
export async function publishForm(
  table: string,
  read: Forms,
  { id, draft }: { readonly id: string; readonly draft: Draft },
  change: Change,
  beside: readonly TransactWriteItem[] = [],
): Promise<number | undefined> {
  const [latest] = read.catalogue.versionsOf(id);
  const before = read.catalogue.current(id);
  const version = (latest?.version ?? 0) + 1;
  const standing = standingIn(read.standings, id);
  const publishedAt = new Date(change.at).toISOString();
  const item = { version, form: draft, publishedAt, publishedBy: change.by };
  const writes = [
    indexWrite(table, read, { ...standing, published: [...standing.published, version] }),
    putNew(table, { ...versionKey(id, version), ...toItem(item) }),
    auditWrite(table, change, {
      ...{ kind: 'survey', id, decided: 'published' },
      ...{ fromVersion: before?.version ?? null, toVersion: version },
      changed: changedFields(before && asDraft(before), draft),
    }),
    ...beside,
  ];
  return (await transactUnlessChanged(writes)) ? version : undefined;
}

/**
 * Withdraws a version: nobody is asked with it from now on. What was asked with it is still answered and counted.
 *
 * @param after the version in force afterwards, if any
 * @param beside that whatever else it was checked beside is as it was read
 * @returns whether it took place; if not, any form was published or withdrawn since, or what is beside has changed
 */
export function withdrawVersion(
  table: string,
  read: Forms,
  { id, version, after }: { readonly id: string; readonly version: number; readonly after: number | null },
  change: Change,
  beside: readonly TransactWriteItem[] = [],
): Promise<boolean> {
  const standing = standingIn(read.standings, id);
  return transactUnlessChanged([
    indexWrite(table, read, { ...standing, withdrawn: [...standing.withdrawn, version] }),
    auditWrite(table, change, {
      ...{ kind: 'survey', id, decided: 'withdrawn' },
      ...{ fromVersion: version, toVersion: after, changed: [] },
    }),
    ...beside,
  ]);
}
