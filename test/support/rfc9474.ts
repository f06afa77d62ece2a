import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** One of the four test vectors of RFC 9474, appendix A. */
export type Vector = {
  readonly name: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly modulus: Buffer;
  /** Prime factors of the modulus, as long as the modulus. */
  readonly primes: readonly [Buffer, Buffer];
  readonly message: Buffer;
  /** Empty in the deterministic variants. */
  readonly prefix: Buffer;
  /** What is encoded and signed. */
  readonly prepared: Buffer;
  readonly salt: Buffer;
  /** What the message is multiplied by, before it is raised to the public exponent. */
  readonly factor: bigint;
  readonly blinded: Buffer;
  readonly blindSignature: Buffer;
  readonly signature: Buffer;
};

type Written = Readonly<
  Record<
    | 'name'
    | 'p'
    | 'q'
    | 'n'
    | 'e'
    | 'd'
    | 'msg'
    | 'msg_prefix'
    | 'input_msg'
    | 'salt'
    | 'inv'
    | 'blinded_msg'
    | 'blind_sig'
    | 'sig',
    string
  >
>;

/** The inverse of `value`, by Euclid: written once more, so that no test trusts the code that it tests. */
export function inverse(value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [modulus, value % modulus, 0n, 1n];
  while (b !== 0n) [a, b, x, y] = [b, a % b, y, x - (a / b) * y];
  if (a !== 1n) throw new RangeError('there is no inverse');
  return ((x % modulus) + modulus) % modulus;
}

export function bytesOfNumber(value: bigint, length?: number): Buffer {
  const digits = value.toString(16);
  return Buffer.from(
    digits.padStart(length === undefined ? digits.length + (digits.length % 2) : 2 * length, '0'),
    'hex',
  );
}

function read(written: Written): Vector {
  const numbers = { n: 0n, e: 0n, d: 0n, p: 0n, q: 0n };
  for (const name of ['n', 'e', 'd', 'p', 'q'] as const) numbers[name] = BigInt(written[name]);
  const { n, e, d, p, q } = numbers;
  const text = (value: bigint): string => bytesOfNumber(value).toString('base64url');
  const bytes = (hex: string): Buffer => Buffer.from(hex.replace(/^0x/, ''), 'hex');
  const privateKey = createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'RSA',
      ...{ n: text(n), e: text(e), d: text(d), p: text(p), q: text(q) },
      ...{ dp: text(d % (p - 1n)), dq: text(d % (q - 1n)), qi: text(inverse(q, p)) },
    },
  });
  const modulus = bytesOfNumber(n);
  return {
    name: written.name,
    privateKey,
    publicKey: createPublicKey(privateKey),
    modulus,
    primes: [bytesOfNumber(p, modulus.length), bytesOfNumber(q, modulus.length)],
    message: bytes(written.msg),
    prefix: bytes(written.msg_prefix),
    prepared: bytes(written.input_msg),
    salt: bytes(written.salt),
    factor: inverse(BigInt(written.inv), n),
    blinded: bytes(written.blinded_msg),
    blindSignature: bytes(written.blind_sig),
    signature: bytes(written.sig),
  };
}

const file = JSON.parse(readFileSync(new URL('rfc9474-vectors.json', import.meta.url), 'utf8')) as {
  readonly vectors: readonly Written[];
};

export const vectors: readonly Vector[] = file.vectors.map(read);
