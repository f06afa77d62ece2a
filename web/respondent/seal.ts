import { joined, randomBytes, type Bytes } from './bytes.ts';

/** Every sealed answer has this size, so that a size says nothing. Layout: wrapped key, IV, ciphertext with tag. */
const sealedBytes = 3840;
const tagBytes = 16;

/**
 * Seals a text so that only the mix can read it: RSA-OAEP-SHA-256 of a fresh AES-256 key, then AES-256-GCM of the
 * text, padded with spaces to fill.
 *
 * @param modulus of the mix's public key, in base64url; its exponent is 65537
 * @throws RangeError where the text is too long for the envelope
 */
export async function seal(modulus: string, text: string): Promise<Bytes> {
  const wrap = { name: 'RSA-OAEP', hash: 'SHA-256' };
  const jwk = { kty: 'RSA', n: modulus, e: 'AQAB' };
  const publicKey = await crypto.subtle.importKey('jwk', jwk, wrap, false, ['encrypt']);
  const contentKey = randomBytes(32);
  const wrapped = await encrypted(wrap, publicKey, contentKey);

  const iv = randomBytes(12);
  const content = { name: 'AES-GCM', iv };
  const key = await crypto.subtle.importKey('raw', contentKey, content, false, ['encrypt']);
  const plaintext = new TextEncoder().encode(text);
  const padded = new Uint8Array(sealedBytes - wrapped.length - iv.length - tagBytes).fill(0x20);
  // Where the text is longer than what it is set into, this is what throws.
  padded.set(plaintext);
  return joined(wrapped, iv, await encrypted(content, key, padded));
}

const encrypted = async (...given: Parameters<typeof crypto.subtle.encrypt>): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.encrypt(...given));
