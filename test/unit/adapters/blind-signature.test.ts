/**
 * Blind signatures on the server: the four vectors of RFC 9474 bit for bit, no signature for a number that must not be
 * signed, and no trust in a signature that is not one. Whatever is posted, neither function throws; a machine that
 * reckons wrongly, which the tests play by changing what OpenSSL gives back, does.
 */
import type * as NodeCrypto from 'node:crypto';
import { constants, createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isBallotSigned, signBlinded } from '../../../shared/adapters/crypto/blind-signature.ts';
import { bytesOfNumber, vectors } from '../../support/rfc9474.ts';

/** What becomes of a signature on its way out of OpenSSL. */
const machine = vi.hoisted(() => ({
  spoil: (signature: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> => signature,
}));
vi.mock('node:crypto', async (original) => {
  const real = await original<typeof NodeCrypto>();
  const privateDecrypt: typeof real.privateDecrypt = (key, bytes) =>
    machine.spoil(real.privateDecrypt(key, bytes));
  return { ...real, privateDecrypt };
});

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const { privateKey, publicKey } = pair();
const length = 256;
const n = BigInt(
  `0x${Buffer.from(publicKey.export({ format: 'jwk' }).n ?? '', 'base64url').toString('hex')}`,
);
const e = 65_537n;

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (const bit of exponent.toString(2)) result = (result * result * (bit === '1' ? base : 1n)) % n;
  return result;
}

const numberOf = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex')}`);

it('has all four vectors', () => {
  expect(vectors.map(({ name }) => name)).toEqual([
    'RSABSSA-SHA384-PSS-Randomized',
    'RSABSSA-SHA384-PSSZERO-Randomized',
    'RSABSSA-SHA384-PSS-Deterministic',
    'RSABSSA-SHA384-PSSZERO-Deterministic',
  ]);
});

describe.each(vectors)('$name', (vector) => {
  it("signs the vector's blinded message as the RFC does", () => {
    const signature = signBlinded(vector.privateKey, vector.blinded);
    expect(signature?.toString('hex')).toBe(vector.blindSignature.toString('hex'));
  });

  it("takes the vector's signature, with the vector's length of salt only", () => {
    const { prepared, signature, salt } = vector;
    expect(isBallotSigned(vector.publicKey, prepared, signature, salt.length)).toBe(true);
    expect(isBallotSigned(vector.publicKey, prepared, signature, salt.length === 0 ? 48 : 0)).toBe(false);
    expect(isBallotSigned(vector.publicKey, prepared, signature)).toBe(salt.length === 48);
  });
});

describe('signBlinded', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['0', bytesOfNumber(0n, length)],
    ['1', bytesOfNumber(1n, length)],
    ['n - 1', bytesOfNumber(n - 1n, length)],
    ['n', bytesOfNumber(n, length)],
    ['n + 1', bytesOfNumber(n + 1n, length)],
    ['n + 2', bytesOfNumber(n + 2n, length)],
    ['the largest number of that length', Buffer.alloc(length, 0xff)],
    ['one byte too few', bytesOfNumber(2n, length - 1)],
    ['one byte too many, in front', bytesOfNumber(2n, length + 1)],
    ['one byte too many, at the end', Buffer.concat([bytesOfNumber(2n, length), Buffer.alloc(1)])],
    ['one byte', Buffer.from([2])],
    ['a number of another key, of 4 096 bits', Buffer.alloc(512, 1)],
  ])('does not sign %s', (_, blinded) => {
    expect(signBlinded(privateKey, blinded)).toBeUndefined();
  });

  it('signs the smallest and the largest number that it may', () => {
    for (const value of [2n, n - 2n]) {
      const signature = signBlinded(privateKey, bytesOfNumber(value, length));
      expect(signature).toHaveLength(length);
      expect(power(numberOf(signature ?? Buffer.of(0)), e)).toBe(value);
    }
  });

  it('signs any number below the modulus, and comes back to it by the public exponent', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 2n, max: n - 2n }), (value) => {
        const signature = signBlinded(privateKey, bytesOfNumber(value, length));
        expect(signature).toHaveLength(length);
        expect(power(numberOf(signature ?? Buffer.of(0)), e)).toBe(value);
      }),
      { numRuns: 50 },
    );
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (blinded) => {
        const isSigned = signBlinded(privateKey, blinded) !== undefined;
        expect(isSigned).toBe(blinded.length === length && numberOf(Buffer.from(blinded)) < n - 1n);
      }),
      { examples: [[new Uint8Array(length).fill(0x40)]] },
    );
  });

  describe('on a machine that reckons wrongly', () => {
    afterEach(() => {
      machine.spoil = (signature) => signature;
    });

    it.each([0, 8 * length - 1])('throws rather than give out a signature with bit %i wrong', (bit) => {
      machine.spoil = (signature) => flipped(signature, bit);
      expect(() => signBlinded(privateKey, bytesOfNumber(12_345n, length))).toThrow();
    });
  });

  it('does not mind what the bytes are a view of', () => {
    const blinded = bytesOfNumber(12_345n, length);
    const view = new Uint8Array(Buffer.concat([randomBytes(7), blinded, randomBytes(7)])).subarray(7, -7);
    expect(signBlinded(privateKey, view)).toEqual(signBlinded(privateKey, blinded));
  });
});

describe('isBallotSigned', () => {
  const message = randomBytes(64);
  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
  const signature = sign('sha384', message, { key: privateKey, ...pss });

  it('takes a signature of the key over the message', () => {
    expect(isBallotSigned(publicKey, message, signature)).toBe(true);
  });

  const s = numberOf(signature);
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['0', bytesOfNumber(0n, length)],
    ['1', bytesOfNumber(1n, length)],
    ['n - 1', bytesOfNumber(n - 1n, length)],
    ['n', bytesOfNumber(n, length)],
    ['n + 1', bytesOfNumber(n + 1n, length)],
    ['the largest number of that length', Buffer.alloc(length, 0xff)],
    ['the signature but for its last byte', signature.subarray(0, -1)],
    ['the signature and one byte more', Buffer.concat([signature, Buffer.alloc(1)])],
    ['the signature behind a zero', Buffer.concat([Buffer.alloc(1), signature])],
    ['the negative of the signature', bytesOfNumber(n - s, length)],
    ['the signature twice', Buffer.concat([signature, signature])],
    ['random bytes', randomBytes(length)],
    ["another key's signature", sign('sha384', message, { key: pair().privateKey, ...pss })],
    ['a signature with a salt of 32', sign('sha384', message, { key: privateKey, ...pss, saltLength: 32 })],
    ['a signature with SHA-256', sign('sha256', message, { key: privateKey, ...pss })],
    ['a signature after PKCS #1 v1.5', sign('sha384', message, privateKey)],
  ])('does not take %s', (_, forged) => {
    expect(isBallotSigned(publicKey, message, forged)).toBe(false);
  });

  it('does not take a signature of which any one bit was changed', () => {
    for (let bit = 0; bit < 8 * length; bit += 37)
      expect(isBallotSigned(publicKey, message, flipped(signature, bit))).toBe(false);
  });

  it('does not take it for a message of which any one bit was changed, nor for a shorter or longer one', () => {
    for (let bit = 0; bit < 8 * message.length; bit++)
      expect(isBallotSigned(publicKey, flipped(message, bit), signature)).toBe(false);
    const others = [Buffer.alloc(0), message.subarray(1), Buffer.concat([message, Buffer.alloc(1)])];
    for (const other of others) expect(isBallotSigned(publicKey, other, signature)).toBe(false);
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 80 }),
        fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ minLength: length, maxLength: length })),
        (other, forged) => {
          expect(isBallotSigned(publicKey, other, forged)).toBe(false);
        },
      ),
    );
  });

  it('can be asked with the public half of a private key, too', () => {
    expect(isBallotSigned(createPublicKey(privateKey), message, signature)).toBe(true);
  });
});

function flipped(bytes: Uint8Array, bit: number): Buffer<ArrayBuffer> {
  const changed = Buffer.from(bytes);
  changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
  return changed;
}
