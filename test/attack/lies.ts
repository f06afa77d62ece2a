import { createPublicKey, generateKeyPairSync, privateDecrypt, constants, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { keysIn } from '../../local/simulation/web-respondent.ts';
import type { Asked, Handling, Reply } from './world/front.ts';

/* What a server may answer that does not sign a ballot with the page's key. */

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** Modulus of the adversary's key, in base64url. */
const lyingKey = z.string().parse(createPublicKey(privateKey).export({ format: 'jwk' }).n);

const modulus = Buffer.from(lyingKey, 'base64url');
const integerOf = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex')}`);
const bytesOf = (value: bigint): Buffer =>
  Buffer.from(value.toString(16).padStart(2 * modulus.length, '0'), 'hex');

/** Signs whatever was blinded with the adversary's key. */
function signed(blinded: Buffer): Buffer {
  const message = bytesOf(integerOf(blinded) % integerOf(modulus));
  return privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, message);
}

const posted = z.object({ blinded: z.string() });

/** The reply of a server with a key of its own. @param body of the post to `/v1/ballots` */
const lyingSignature = (body: Buffer): string =>
  signed(Buffer.from(posted.parse(JSON.parse(body.toString())).blinded, 'base64url')).toString('base64url');

const length = modulus.length;
const other: readonly ((blinded: Buffer) => Buffer)[] = [
  signed,
  (blinded) => blinded,
  (blinded) => bytesOf(integerOf(blinded) + 1n),
  (blinded) => Buffer.from(blinded).reverse(),
  () => Buffer.alloc(length),
  () => bytesOf(1n),
  () => Buffer.alloc(length, 0xff),
  () => randomBytes(length),
  () => randomBytes(length - 1),
  () => randomBytes(length + 1),
  () => randomBytes(32),
  () => Buffer.alloc(0),
  (blinded) => Buffer.concat([signed(blinded), Buffer.alloc(1)]),
  (blinded) => Buffer.concat([Buffer.alloc(1), signed(blinded)]),
];

/** What is answered instead of a signature, in base64url or not even in that. */
export const lies: readonly ((blinded: string) => unknown)[] = [
  ...other.map((lie) => (blinded: string) => lie(Buffer.from(blinded, 'base64url')).toString('base64url')),
  () => undefined,
  () => null,
  () => 1,
  () => true,
  () => 'not in base64url, at all!',
  () => ({ signature: '' }),
];

const json = (status: number, value: unknown): Reply => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(JSON.stringify(value)),
});

/** Signs with the adversary's key, and keeps what is cast: nothing comes as far as the system. */
const signing = ({ url, body }: Asked): Reply =>
  url === '/v1/ballots' ? json(200, { signature: lyingSignature(body) }) : json(202, {});

/** Signs ballots with a key of its own, whatever the page holds. */
export const swapping: Handling = async (asked, pass) =>
  asked.method === 'POST' ? signing(asked) : pass(asked);

/** Puts the adversary's key into the page, on its way. */
export const altering: Handling = async (asked, pass) => {
  if (asked.method === 'POST') return signing(asked);
  const reply = await pass(asked);
  const [key] = keysIn(reply.body.toString());
  return { ...reply, body: Buffer.from(reply.body.toString().replace(key?.ballot ?? '', lyingKey)) };
};
