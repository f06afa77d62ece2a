import { createHmac } from 'node:crypto';

/** What a reference of the client information system refers to; equal references of two kinds stay apart. */
export type ReferenceKind = 'contact' | 'household' | 'case' | 'occasion' | 'event' | 'address';

/**
 * Stands in for references in everything that is stored: 128 bits of an HMAC-SHA-256, in base64url. Without the key
 * nobody can find a person's items from their reference, nor the reference from an item.
 *
 * @param key secret of the Invitations zone
 */
export const referenceHash =
  (key: string) =>
  (kind: ReferenceKind, ...parts: readonly string[]): string =>
    createHmac('sha256', key)
      .update(JSON.stringify([kind, ...parts]))
      .digest()
      .subarray(0, 16)
      .toString('base64url');
