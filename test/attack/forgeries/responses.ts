import { constants, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { QuarterKeys } from '../../../web/respondent/ballot.ts';
import type { Cast } from '../world/by-hand.ts';
import { changing, malformed, noneOrNoTexts, noTexts, otherSpellings, type Forgery } from './forgery.ts';

const path = '/v1/responses';
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** A whole signature, by a key that is not ours. */
const signedByAnother = (nonce: string): string => {
  const key = { key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
  return sign('sha384', Buffer.from(nonce, 'base64url'), key).toString('base64url');
};

/** Signatures that are none of this nonce. What RSA allows to compute from real ones is among them. */
function forgedSignatures(cast: Cast, other: Cast, { ballot: modulus }: QuarterKeys): Record<string, string> {
  const bytes = Buffer.from(modulus, 'base64url');
  const { length } = bytes;
  const integer = (encoded: Buffer): bigint => BigInt(`0x${encoded.toString('hex')}`);
  const [n, one, two] = [bytes, ...[cast, other].map((each) => Buffer.from(each.signature, 'base64url'))].map(
    integer,
  );
  if (n === undefined || one === undefined || two === undefined) throw new Error('there are no numbers');
  const number = (value: bigint): string =>
    Buffer.from(value.toString(16).padStart(2 * length, '0'), 'hex').toString('base64url');
  const zeros = Buffer.alloc(1);
  const own = Buffer.from(cast.signature, 'base64url');
  return {
    random: randomBytes(length).toString('base64url'),
    'that of another ballot': other.signature,
    'made with another key': signedByAnother(cast.nonce),
    '0': number(0n),
    '1': number(1n),
    'n - 1': number(n - 1n),
    n: number(n),
    'the largest of its length': Buffer.alloc(length, 0xff).toString('base64url'),
    'its negative': number(n - one),
    'a product of two': number((one * two) % n),
    'a square': number((one * one) % n),
    'a byte longer in front': Buffer.concat([zeros, own]).toString('base64url'),
    'a byte longer at the end': Buffer.concat([own, zeros]).toString('base64url'),
    'a byte short': own.subarray(1).toString('base64url'),
    'n more, a byte longer': Buffer.from(
      (one + n).toString(16).padStart(2 * length + 2, '0'),
      'hex',
    ).toString('base64url'),
  };
}

function forgedNonces({ nonce }: Cast, other: Cast): Record<string, string> {
  const bytes = Buffer.from(nonce, 'base64url');
  const swapped = Buffer.concat([bytes.subarray(32), bytes.subarray(0, 32)]);
  const mixed = Buffer.concat([Buffer.from(other.nonce, 'base64url').subarray(0, 32), bytes.subarray(32)]);
  return {
    random: randomBytes(bytes.length).toString('base64url'),
    'that of another ballot': other.nonce,
    'with the prefix of another': mixed.toString('base64url'),
    'with its halves swapped': swapped.toString('base64url'),
    'without its prefix': bytes.subarray(32).toString('base64url'),
    'a byte short': bytes.subarray(1).toString('base64url'),
    'a byte longer': Buffer.concat([bytes, Buffer.alloc(1)]).toString('base64url'),
  };
}

/**
 * Responses that must not be taken, made from two that would be.
 *
 * @param quarters whose keys have signed nothing that counts now
 */
export function forgedResponses(
  cast: Cast,
  other: Cast,
  key: QuarterKeys,
  quarters: readonly string[],
): Forgery[] {
  const sealed = Buffer.from(cast.sealed, 'base64url');
  const sizes = [0, 1, sealed.length - 1, sealed.length + 1, 6000].map((size) => {
    const bytes = Buffer.alloc(size, 7);
    return [`${size} bytes`, bytes.toString('base64url')] as const;
  });
  const others = Object.fromEntries(quarters.map((quarter) => [quarter, quarter]));
  return [
    ...changing(path, cast, 'signature', {
      ...forgedSignatures(cast, other, key),
      ...otherSpellings(cast.signature),
      ...noneOrNoTexts,
    }),
    ...changing(path, cast, 'nonce', {
      ...forgedNonces(cast, other),
      ...otherSpellings(cast.nonce),
      ...noneOrNoTexts,
    }),
    ...changing(path, cast, 'sealed', {
      ...Object.fromEntries(sizes),
      ...otherSpellings(cast.sealed),
      ...noneOrNoTexts,
    }),
    ...changing(path, cast, 'keyId', { ...others, ...noneOrNoTexts }),
    ...changing(path, cast, 'sealedTo', { ...others, ...noTexts }),
    ...malformed(path, cast),
  ];
}
