import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Length of a key for AES-256. */
const keyBytes = 32;
const ivBytes = 12;
const tagBytes = 16;

/** How much longer an encrypted text is than the text: the IV in front, the tag behind. */
export const encryptionBytes = ivBytes + tagBytes;

export const makeContentKey = (): Buffer => randomBytes(keyBytes);

/** AES-256-GCM under a fresh IV. Layout: IV, ciphertext, tag. */
export function encrypt(key: Uint8Array, plaintext: Uint8Array): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  return Buffer.concat([iv, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/** @throws where it was not encrypted with this key, or was changed since */
export function decrypt(key: Uint8Array, encrypted: Uint8Array): Buffer {
  const bytes = Buffer.from(encrypted);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(ivBytes, -tagBytes)), decipher.final()]);
}
