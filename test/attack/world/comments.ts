import * as z from 'zod';
import { decrypt } from '../../../shared/adapters/crypto/content-key.ts';
import type { Item } from './dumps.ts';

/** A comment as whoever holds a copy of the Reports zone reads it, once its period has closed. */
export type Comment = {
  /** As it is stored. */
  readonly item: Item;
  readonly stratum: Readonly<Record<string, string>>;
  readonly text: string;
};

const storedKey = z.object({
  pk: z.string(),
  sk: z.literal('KEY'),
  batch: z.string(),
  key: z.instanceof(Uint8Array),
});
const storedComment = z.object({ pk: z.string(), sealed: z.instanceof(Uint8Array) });
const written = z.object({ stratum: z.record(z.string(), z.string()), text: z.string() });

/** Every comment whose key is there, in the order of the copy. */
export function commentsIn(items: readonly Item[]): Comment[] {
  const keys = items.flatMap((item) => {
    const { success, data } = storedKey.safeParse(item);
    return success ? [data] : [];
  });
  return items.flatMap((item) => {
    const { success, data } = storedComment.safeParse(item);
    const key = success && keys.find(({ pk, batch }) => data.pk === `${pk}#${batch}`)?.key;
    if (!success || !key) return [];
    return [{ item, ...written.parse(JSON.parse(decrypt(key, data.sealed).toString())) }];
  });
}
