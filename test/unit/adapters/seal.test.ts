/** The seal: one size whatever is in it, opened by its own key only, and broken by any change. */
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { seal, unseal } from '../../../shared/adapters/crypto/seal.ts';
import { sealedBytes } from '../../../shared/domain/respondent/link.ts';

const pair = (modulusLength: number) => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength });
  return { publicKey: publicKey.export({ format: 'der', type: 'spki' }), privateKey };
};
const { publicKey, privateKey } = pair(3072);
/** What is left of the envelope beside the wrapped key, the IV and the tag. */
const room = sealedBytes - 384 - 12 - 16;

describe('an envelope', () => {
  it.each([
    ['nothing', ''],
    ['an answer', '{"context":"c","answers":{"heard":4}}'],
    ['letters of several bytes', 'hyvää yötä 😀'],
    ['all that fits', 'x'.repeat(room)],
  ])('with %s has 3 840 bytes and gives it back', (_, text) => {
    const sealed = seal(publicKey, text);
    expect(sealed).toHaveLength(3840);
    expect(unseal(privateKey, sealed)).toBe(text.padEnd(text.length + room - Buffer.byteLength(text)));
  });

  it('does not take one byte more than fits, counted in bytes', () => {
    expect(() => seal(publicKey, 'x'.repeat(room + 1))).toThrow(RangeError);
    expect(() => seal(publicKey, 'ä'.repeat(room / 2 + 1))).toThrow(RangeError);
  });

  it('never looks the same twice', () => {
    expect(seal(publicKey, 'x').equals(seal(publicKey, 'x'))).toBe(false);
  });

  it.each([
    ['the wrapped key', 0],
    ['the end of the wrapped key', 383],
    ['the IV', 384],
    ['the ciphertext', 396],
    ['the tag', 3839],
  ])('with a changed byte in %s can not be opened', (_, position) => {
    const sealed = seal(publicKey, 'x');
    sealed.writeUInt8(sealed.readUInt8(position) ^ 1, position);
    expect(() => unseal(privateKey, sealed)).toThrow();
  });

  it.each([0, 383, 3839, 3841])('of %d bytes can not be opened', (length) => {
    const sealed = Buffer.concat([seal(publicKey, 'x'), Buffer.alloc(1)]).subarray(0, length);
    expect(() => unseal(privateKey, sealed)).toThrow();
  });

  it("can not be opened with another quarter's key", () => {
    const other = pair(3072);
    expect(() => unseal(other.privateKey, seal(publicKey, 'x'))).toThrow();
  });

  it('has its size with a key of another length too', () => {
    const small = pair(2048);
    const sealed = seal(small.publicKey, 'x');
    expect(sealed).toHaveLength(sealedBytes);
    expect(unseal(small.privateKey, sealed).trimEnd()).toBe('x');
  });
});
