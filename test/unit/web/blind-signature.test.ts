/**
 * Blind signatures in the browser: the four vectors of RFC 9474 bit for bit; whatever is blinded here and signed by the
 * server's code verifies, and a signature by another key, or none at all, is never taken off its blinding. Chance is
 * replaced where its use is the question.
 */
import { generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isBallotSigned, signBlinded } from '../../../shared/adapters/crypto/blind-signature.ts';
import { blind, finalize } from '../../../web/respondent/blind-signature.ts';
import { bytesOf, type Bytes } from '../../../web/respondent/bytes.ts';
import { bytesOfNumber, vectors } from '../../support/rfc9474.ts';

const own = (bytes: Uint8Array): Bytes => new Uint8Array(bytes);
const hex = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('hex');

const modulusOf = (key: KeyObject): Bytes => bytesOf(key.export({ format: 'jwk' }).n ?? '');
const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const { privateKey, publicKey } = pair();
const modulus = modulusOf(publicKey);
const message = own(randomBytes(64));

const signed = (key: KeyObject, blinded: Bytes): Bytes => {
  const signature = signBlinded(key, blinded);
  if (signature === undefined) throw new Error('the server does not sign what was blinded');
  return own(signature);
};

describe.each(vectors)('$name', (vector) => {
  const blinded = async () =>
    blind(own(vector.modulus), own(vector.prepared), own(vector.salt), vector.factor);

  it('prepares the message as the page does: the prefix, then the message', () => {
    expect(hex(vector.prepared)).toBe(hex(Buffer.concat([vector.prefix, vector.message])));
  });

  it("blinds to the vector's blinded message", async () => {
    expect(hex((await blinded()).blinded)).toBe(hex(vector.blinded));
  });

  it("finalizes the vector's blind signature to its signature", async () => {
    const signature = finalize(own(vector.modulus), await blinded(), own(vector.blindSignature));
    expect(hex(signature)).toBe(hex(vector.signature));
  });

  it('goes all the way with the server in between', async () => {
    const blinding = await blinded();
    const signature = finalize(own(vector.modulus), blinding, signed(vector.privateKey, blinding.blinded));
    expect(hex(signature)).toBe(hex(vector.signature));
    expect(
      isBallotSigned(vector.publicKey, vector.prepared, signature ?? Buffer.alloc(0), vector.salt.length),
    ).toBe(true);
  });

  it.each([
    ['the first prime factor', 0],
    ['the second prime factor', 1],
  ])('does not blind with %s, which could not be taken off', async (_, which) => {
    const factor = BigInt(`0x${hex(vector.primes[which === 0 ? 0 : 1])}`);
    await expect(blind(own(vector.modulus), own(vector.prepared), own(vector.salt), factor)).rejects.toThrow(
      RangeError,
    );
  });
});

describe('blinding', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('gives what the server signs and verifies, whatever the message, and never the same twice', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 0, maxLength: 100 }), async (bytes) => {
        const blinding = await blind(modulus, own(bytes));
        seen.add(hex(blinding.blinded));
        expect(blinding.blinded).toHaveLength(256);
        const signature = finalize(modulus, blinding, signed(privateKey, blinding.blinded));
        expect(signature).toHaveLength(256);
        expect(isBallotSigned(publicKey, bytes, signature ?? Buffer.alloc(0))).toBe(true);
      }),
      { numRuns: 60, examples: [[new Uint8Array(0)], [new Uint8Array(0)]] },
    );
    expect(seen.size).toBeGreaterThanOrEqual(60);
  });

  it('draws its factor anew while it is 0, not below the modulus, or shares a prime with it', async () => {
    const [vector] = vectors;
    if (vector === undefined) throw new Error('there are no vectors');
    const length = vector.modulus.length;
    const good = bytesOfNumber(vector.factor, length);
    const draws = [
      Buffer.alloc(length),
      vector.modulus,
      Buffer.alloc(length, 0xff),
      vector.primes[0],
      vector.primes[1],
      good,
      bytesOfNumber(2n, length),
    ];
    const drawn = vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
      if (!(array instanceof Uint8Array)) throw new TypeError('bytes are drawn');
      array.set(draws.shift() ?? []);
      return array;
    });
    const { blinded } = await blind(own(vector.modulus), own(vector.prepared), own(vector.salt));
    expect(hex(blinded)).toBe(hex(vector.blinded));
    expect(drawn).toHaveBeenCalledTimes(6);
  });

  it('draws a salt of 48 bytes and a factor as long as the modulus', async () => {
    const drawn = vi.spyOn(crypto, 'getRandomValues');
    await blind(modulus, message);
    const lengths = drawn.mock.calls.map(([array]) => array.byteLength);
    expect(lengths[0]).toBe(48);
    expect(new Set(lengths.slice(1))).toEqual(new Set([256]));
  });
});

describe('finalizing', async () => {
  const n = BigInt(`0x${hex(modulus)}`);
  const blinding = await blind(modulus, message);
  const blindSignature = signed(privateKey, blinding.blinded);
  const another = pair();

  it('gives the same signature for the same blind signature', () => {
    expect(hex(finalize(modulus, blinding, blindSignature))).toBe(
      hex(finalize(modulus, blinding, blindSignature)),
    );
    expect(finalize(modulus, blinding, blindSignature)).toHaveLength(256);
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['0', bytesOfNumber(0n, 256)],
    ['1', bytesOfNumber(1n, 256)],
    ['n - 1', bytesOfNumber(n - 1n, 256)],
    ['n', bytesOfNumber(n, 256)],
    ['n + 1', bytesOfNumber(n + 1n, 256)],
    ['the largest number of that length', Buffer.alloc(256, 0xff)],
    ['what was blinded', blinding.blinded],
    ['one byte too few', blindSignature.subarray(0, -1)],
    ['one byte too many', Buffer.concat([blindSignature, Buffer.alloc(1)])],
    ['a zero in front', Buffer.concat([Buffer.alloc(1), blindSignature])],
    ['the negative', bytesOfNumber(n - BigInt(`0x${hex(blindSignature)}`), 256)],
    ['random bytes', randomBytes(256)],
    ['the signature with its last bit changed', bytesOfNumber(BigInt(`0x${hex(blindSignature)}`) ^ 1n, 256)],
    ['what an honest signer gives for another message', signed(privateKey, own(bytesOfNumber(7n, 256)))],
  ])('gives nothing for %s', (_, forged) => {
    expect(finalize(modulus, blinding, own(forged))).toBeUndefined();
  });

  it('gives nothing where the server has signed with a key that is not the one blinded for', async () => {
    for (let times = 0; times < 20; times++) {
      const fresh = await blind(modulus, message);
      // A blinded message can be no less than the other modulus: then the other key signs nothing at all.
      const signature = signBlinded(another.privateKey, fresh.blinded);
      if (signature !== undefined) expect(finalize(modulus, fresh, own(signature))).toBeUndefined();
    }
  });

  it('gives nothing where somebody blinded for one key takes the blinding off for another', async () => {
    const otherModulus = modulusOf(another.publicKey);
    const other = await blind(otherModulus, message);
    const otherSignature = signed(another.privateKey, other.blinded);
    expect(finalize(otherModulus, other, otherSignature)).toHaveLength(256);
    expect(finalize(modulus, other, otherSignature)).toBeUndefined();
  });
});
