import * as z from 'zod';
import { putOnce, toItem, type Item } from './dynamodb.ts';
import { recordPlace } from './record-order.ts';
import type { referenceHash } from './crypto/references.ts';

/** An address that must not be written to again: it doesn't exist, or its owner called our mail spam. */
export const suppressionSchema = z.object({
  kind: z.literal('suppression'),
  addressHash: z.string(),
  cause: z.enum(['bounce', 'complaint']),
  /** Epoch milliseconds. */
  suppressedAt: z.number(),
  requestId: z.string().optional(),
});
export type Suppression = z.infer<typeof suppressionSchema>;

/** The hash by which an address is known: the same however it is written. */
export const addressHashOf = (hash: ReturnType<typeof referenceHash>, address: string): string =>
  hash('address', address.trim().toLowerCase());

/** Key of the item that is there where an address is suppressed, for batch reads and condition checks. */
export const suppressionKey = (addressHash: string): Item =>
  toItem({ pk: `ADDRESS#${addressHash}`, sk: 'SUPPRESSION' });

/**
 * Suppresses an address, for good: an address that said no stays no. The first word counts, whatever comes after it.
 *
 * @param now epoch milliseconds
 */
export async function suppressAddress(
  table: string,
  {
    addressHash,
    cause,
    now,
    requestId,
  }: Pick<Suppression, 'addressHash' | 'cause' | 'requestId'> & { readonly now: number },
): Promise<void> {
  const suppression: Suppression = { kind: 'suppression', addressHash, cause, suppressedAt: now, requestId };
  await putOnce(table, {
    ...suppressionKey(addressHash),
    ...toItem({ ...suppression, ...recordPlace(now, addressHash) }),
  });
}
