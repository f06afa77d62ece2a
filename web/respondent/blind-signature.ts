import { bytesOfInteger, integerOf, joined, randomBytes, type Bytes } from './bytes.ts';

/*
 * RSABSSA-SHA384-PSS-Randomized of RFC 9474, the respondent's half. A public key is its modulus alone: the exponent
 * is 65537, and the modulus fills its bytes to the highest bit. Every number here is made when it is asked for, so
 * that a browser without BigInt can load this and go another way.
 */

const saltBytes = 48;

/** A message made unreadable for the signer, with what makes the signature readable again. */
export type Blinding = {
  /** For the signer: as long as the modulus. */
  readonly blinded: Bytes;
  /** The encoded message, which the signature must come back to. */
  readonly encoded: bigint;
  /** What takes the blinding off. */
  readonly inverse: bigint;
};

/**
 * Blinds a message for one signature (RFC 9474, section 4.2).
 *
 * @param modulus of the signer's public key
 * @param message prepared: the random prefix, then the message
 * @param salt random, and @param factor random below the modulus, both left out but for the RFC's vectors
 * @throws RangeError for a key or a factor that blinds nothing, which no chance brings about
 */
export async function blind(
  modulus: Bytes,
  message: Bytes,
  salt = randomBytes(saltBytes),
  factor?: bigint,
): Promise<Blinding> {
  const n = integerOf(modulus);
  const encoded = integerOf(await encode(message, salt, modulus.length));
  const drawn = factor ?? randomFactor(n, modulus.length);
  const inverse = inverseOf(drawn, n);
  if (!inverse || !inverseOf(encoded, n)) throw new RangeError('not coprime');
  const blinded = bytesOfInteger((encoded * publicPower(drawn, n)) % n, modulus.length);
  return { blinded, encoded, inverse };
}

/**
 * Takes the blinding off a signature (RFC 9474, section 4.4).
 *
 * @returns the signature of the message, as long as the modulus; undefined where it was not made with the key that
 *   the message was blinded for
 */
export function finalize(modulus: Bytes, blinding: Blinding, blindSignature: Bytes): Bytes | undefined {
  if (blindSignature.length !== modulus.length) return undefined;
  const n = integerOf(modulus);
  const signature = (integerOf(blindSignature) * blinding.inverse) % n;
  if (publicPower(signature, n) !== blinding.encoded) return undefined;
  return bytesOfInteger(signature, modulus.length);
}

/** EMSA-PSS (RFC 8017, section 9.1.1) for a modulus of whole bytes: one bit fewer than it. */
async function encode(message: Bytes, salt: Bytes, length: number): Promise<Bytes> {
  const seed = await sha384(joined(new Uint8Array(8), await sha384(message), salt));
  const block = new Uint8Array(length - seed.length - 1);
  block.set(joined(Uint8Array.of(1), salt), block.length - salt.length - 1);
  const mask = await maskOf(seed, block.length);
  const masked = block.map((byte, at) => (byte ^ (mask[at] ?? 0)) & (at ? 0xff : 0x7f));
  return joined(masked, seed, Uint8Array.of(0xbc));
}

/** MGF1 (RFC 8017, appendix B.2.1), for fewer than 256 hashes. */
async function maskOf(seed: Bytes, length: number): Promise<Bytes> {
  const hashes: Bytes[] = [];
  while (hashes.length * seed.length < length)
    hashes.push(await sha384(joined(seed, Uint8Array.of(0, 0, 0, hashes.length))));
  return joined(...hashes).slice(0, length);
}

const sha384 = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-384', bytes));

/** Drawn anew until it is below the modulus and can be undone: taking a remainder would favour small numbers. */
function randomFactor(n: bigint, length: number): bigint {
  for (;;) {
    const drawn = integerOf(randomBytes(length));
    if (drawn < n && inverseOf(drawn, n)) return drawn;
  }
}

/** To the power of 65537: squared sixteen times, and once more itself. */
function publicPower(base: bigint, n: bigint): bigint {
  let power = base;
  for (let squared = 0; squared < 16; squared++) power = (power * power) % n;
  return (power * base) % n;
}

/** The number that takes `value` to 1, after Euclid; undefined where it shares a factor with the modulus. */
function inverseOf(value: bigint, n: bigint): bigint | undefined {
  let [rest, next] = [n, value];
  let [times, nextTimes] = [BigInt(0), BigInt(1)];
  while (next > 0) {
    const whole = rest / next;
    [rest, next] = [next, rest - whole * next];
    [times, nextTimes] = [nextTimes, times - whole * nextTimes];
  }
  return rest === BigInt(1) ? (times + n) % n : undefined;
}
