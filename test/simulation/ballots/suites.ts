import { createPublicKey, generateKeyPairSync, hash, type KeyObject } from 'node:crypto';
import type { Sign } from '../../../functions/sign-ballots/sign-ballot.ts';
import type { Verify } from '../../../functions/take-responses/take-response.ts';
import { isBallotSigned, signBlinded } from '../../../shared/adapters/crypto/blind-signature.ts';
import { unseal } from '../../../shared/adapters/crypto/seal.ts';
import type { Cryptography, QuarterKeys } from '../../../web/respondent/ballot.ts';
import { blind, finalize } from '../../../web/respondent/blind-signature.ts';
import { joined, randomBytes, textOf, type Bytes } from '../../../web/respondent/bytes.ts';
import { seal } from '../../../web/respondent/seal.ts';
import { spkiOf } from '../../support/fake-kms.ts';

/** The keys of all quarters, by number, and what pages and server do with them. */
export type Suite = {
  readonly kind: 'genuine' | 'faked';
  readonly page: Cryptography;
  readonly publicKeys: (quarter: number, id: string) => QuarterKeys;
  readonly signer: (quarter: number) => Sign;
  readonly verifier: (quarter: number) => Verify;
  /** The mix's key as its table holds it, but for the name. */
  readonly storedMixKey: (quarter: number) => { publicKey: Uint8Array; wrappedPrivateKey?: Uint8Array };
  /** Opens what was sealed for a quarter. @throws where it was sealed for another */
  readonly open: (quarter: number, sealed: Uint8Array) => string;
};

const modulusOf = (key: KeyObject): string => createPublicKey(key).export({ format: 'jwk' }).n ?? '';

/** Neighbouring quarters have keys of their own; to make one for every quarter would take longer than everything else. */
function alternating(modulusLength: number): (quarter: number) => KeyObject {
  const pair = (): KeyObject => generateKeyPairSync('rsa', { modulusLength }).privateKey;
  const [even, odd] = [pair(), pair()];
  return (quarter) => (quarter % 2 === 0 ? even : odd);
}

/**
 * Keys as long as the cloud's, and what browsers and functions do with them.
 *
 * @param wrap as KMS hands a private key out
 */
export function genuineSuite(wrap: (quarter: number, key: KeyObject) => Uint8Array): Suite {
  const [ballotKey, mixKey] = [alternating(2048), alternating(3072)];
  return {
    kind: 'genuine',
    page: { blind, finalize, seal },
    publicKeys: (quarter, id) => ({
      id,
      ballot: modulusOf(ballotKey(quarter)),
      mix: modulusOf(mixKey(quarter)),
    }),
    signer: (quarter) => (blinded) => signBlinded(ballotKey(quarter), blinded),
    verifier: (quarter) => (message, signature) =>
      isBallotSigned(createPublicKey(ballotKey(quarter)), message, signature),
    storedMixKey: (quarter) => ({
      publicKey: spkiOf(mixKey(quarter)),
      wrappedPrivateKey: wrap(quarter, mixKey(quarter)),
    }),
    open: (quarter, sealed) => unseal(mixKey(quarter), sealed),
  };
}

const saltBytes = 16;
const marker = 'sealed for ';

/**
 * Nothing is hidden here, and everything else is as it should be: a blinding differs each time and is made for one quarter, a
 * signature is the same for the same blinding and fits one message and one quarter only, and a seal says for which quarter
 * it was made.
 */
export function fakedSuite(): Suite {
  const mixKey = alternating(1024);
  const keyOf = (quarter: number): Bytes => new TextEncoder().encode(`ballots of the quarter ${quarter}`);
  const macOf = (key: Uint8Array, ...parts: Uint8Array[]): Bytes =>
    new Uint8Array(hash('sha256', Buffer.concat([key, ...parts]), 'buffer'));
  const blindedWith = (salt: Uint8Array, key: Uint8Array, message: Uint8Array): Bytes =>
    joined(new Uint8Array(salt), macOf(key, salt, message));
  const isMac = (key: Uint8Array, blinded: Uint8Array, mac: Uint8Array): boolean =>
    Buffer.compare(macOf(key, blinded), mac) === 0;
  const nameOf = (quarter: number): string =>
    textOf(new TextEncoder().encode(`mix of the quarter ${quarter}`));
  return {
    kind: 'faked',
    page: {
      blind: (modulus, message) => {
        const blinded = blindedWith(randomBytes(saltBytes), modulus, message);
        return Promise.resolve({ blinded, encoded: 0n, inverse: 0n });
      },
      finalize: (modulus, { blinded }, mac) =>
        isMac(modulus, blinded, mac) ? joined(blinded.slice(0, saltBytes), mac) : undefined,
      seal: (modulus, text) => Promise.resolve(new TextEncoder().encode(`${marker}${modulus} ${text}`)),
    },
    publicKeys: (quarter, id) => ({ id, ballot: textOf(keyOf(quarter)), mix: nameOf(quarter) }),
    signer: (quarter) => (blinded) => Buffer.from(macOf(keyOf(quarter), blinded)),
    verifier: (quarter) => (message, signature) =>
      isMac(
        keyOf(quarter),
        blindedWith(signature.subarray(0, saltBytes), keyOf(quarter), message),
        signature.subarray(saltBytes),
      ),
    storedMixKey: (quarter) => ({ publicKey: spkiOf(mixKey(quarter)) }),
    open: (quarter, sealed) => {
      const text = Buffer.from(sealed).toString();
      const start = `${marker}${nameOf(quarter)} `;
      if (text.startsWith(start)) return text.slice(start.length);
      if (text.startsWith(marker)) throw new Error('an answer is sealed for another quarter');
      // The form is sealed by the server, whose seal is genuine.
      return unseal(mixKey(quarter), sealed);
    },
  };
}
