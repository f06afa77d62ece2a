import { createHmac, timingSafeEqual } from 'node:crypto';

/** Whose preferences a link opens, and which request it came with. */
export type PreferenceReference = {
  /** Keyed hash of the contact reference: 16 bytes in base64url. */
  readonly contactHash: string;
  /** A UUID in lower case. */
  readonly requestId: string;
};

/**
 * A reference is 48 bytes: the contact's hash (16), the request's UUID (16) and the first 16 bytes of an HMAC-SHA-256
 * over both. It is not stored, it does not expire, and it is made of nothing that a ticket is made of.
 */
const partBytes = 16;
const signedBytes = 2 * partBytes;

/**
 * Makes the reference in a preferences link.
 *
 * @param key the secret for preferences links, which makes nothing else
 * @returns 64 characters of base64url
 * @throws RangeError where the hash or the UUID is none
 */
export function makePreferenceReference(
  key: string,
  { contactHash, requestId }: PreferenceReference,
): string {
  const signed = Buffer.concat([
    Buffer.from(contactHash, 'base64url'),
    Buffer.from(requestId.replaceAll('-', ''), 'hex'),
  ]);
  const read = partsOf(signed);
  if (signed.length !== signedBytes || read.contactHash !== contactHash || read.requestId !== requestId)
    throw new RangeError('a preferences link needs a hash of 16 bytes and a UUID');
  return Buffer.concat([signed, macOf(key, signed)]).toString('base64url');
}

/** @returns undefined where the text was not made with this key, or is spelled otherwise */
export function readPreferenceReference(key: string, text: string): PreferenceReference | undefined {
  const bytes = Buffer.from(text, 'base64url');
  // Decoding overlooks blanks, padding and the other alphabet; one reference has one spelling.
  if (bytes.length !== signedBytes + partBytes || bytes.toString('base64url') !== text) return undefined;
  const signed = bytes.subarray(0, signedBytes);
  if (!timingSafeEqual(bytes.subarray(signedBytes), macOf(key, signed))) return undefined;
  return partsOf(signed);
}

const partsOf = (signed: Buffer): PreferenceReference => ({
  contactHash: signed.subarray(0, partBytes).toString('base64url'),
  requestId: signed
    .subarray(partBytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
});

const macOf = (key: string, signed: Buffer): Buffer =>
  createHmac('sha256', key).update('preferences link\n').update(signed).digest().subarray(0, partBytes);
