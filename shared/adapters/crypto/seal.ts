import { constants, createPublicKey, privateDecrypt, publicEncrypt, type KeyObject } from 'node:crypto';
import { sealedBytes } from '../../domain/respondent/link.ts';
import { decrypt, encrypt, encryptionBytes, makeContentKey } from './content-key.ts';

const oaep = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };

/**
 * Seals a text so that only the holder of the private key can read it: RSA-OAEP-SHA-256 of a fresh AES-256 key, then
 * AES-256-GCM of the text, padded with spaces to fill. Layout: wrapped key, IV, ciphertext with tag.
 *
 * @param publicKey SPKI, DER
 * @throws RangeError where the text is too long for the envelope
 */
export function seal(publicKey: Uint8Array, text: string): Buffer {
  const key = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' });
  const contentKey = makeContentKey();
  const wrapped = publicEncrypt({ key, ...oaep }, contentKey);
  const room = sealedBytes - wrapped.length - encryptionBytes;
  const plaintext = Buffer.from(text, 'utf8');
  if (plaintext.length > room) throw new RangeError('the text does not fit into the envelope');
  const padding = Buffer.alloc(room - plaintext.length, ' ');
  return Buffer.concat([wrapped, encrypt(contentKey, Buffer.concat([plaintext, padding]))]);
}

/** Opens a seal. @throws where it was not made for this key, or was changed since */
export function unseal(privateKey: KeyObject, sealed: Uint8Array): string {
  const envelope = Buffer.from(sealed);
  const modulusBytes = (privateKey.asymmetricKeyDetails?.modulusLength ?? 0) / 8;
  const contentKey = privateDecrypt({ key: privateKey, ...oaep }, envelope.subarray(0, modulusBytes));
  return decrypt(contentKey, envelope.subarray(modulusBytes)).toString();
}
