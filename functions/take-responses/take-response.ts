import { ballotHash } from '../../shared/adapters/crypto/tickets.ts';
import { isPooled, poolAnswer } from '../../shared/adapters/pool.ts';
import { isInGraceAt, isOpenAt, monthSealedFor } from '../../shared/domain/calendar/ballot-term.ts';
import type { Quarter } from '../../shared/domain/calendar/month.ts';

/** A ballot and a sealed answer. All binary values are in base64url, in their one spelling. */
export type Response = {
  /** The quarter whose key has signed the ballot. */
  readonly keyId: Quarter;
  /** The signed message: the 32-byte prefix, then the 32-byte ballot nonce. */
  readonly nonce: string;
  readonly signature: string;
  readonly sealed: string;
  /** The quarter of the mix's key that it is sealed with. */
  readonly sealedTo: Quarter;
};

/** Whether a ballot's signature is ours. */
export type Verify = (message: Buffer, signature: Buffer) => boolean;

export type Surroundings = {
  readonly pool: string;
  /** Finds what verifies ballots of a quarter; undefined where there never was a key. */
  readonly verifierOf: (quarter: Quarter) => Promise<Verify | undefined>;
  /** Epoch milliseconds. */
  readonly now: number;
};

/** `sealed-late`: the quarter has closed that it is sealed for. `over`: the ballot is too old to count. */
export type Outcome = 'taken' | 'unsigned' | 'sealed-late' | 'over';

/** Puts a sealed answer into the pool for a ballot, once. The ballot tells that it may be there, and nothing of whose it is. */
export async function takeResponse(
  { keyId, nonce, signature, sealed, sealedTo }: Response,
  { pool, verifierOf, now }: Surroundings,
): Promise<Outcome> {
  const verify = await verifierOf(keyId);
  if (!verify?.(bytesOf(nonce), bytesOf(signature))) return 'unsigned';
  if (!isInGraceAt(keyId, now)) return 'over';
  const ballot = ballotHash(nonce);
  // A reply may have been lost before midnight: what is in the pool already is taken, whatever it is sealed with now.
  if (!isOpenAt(sealedTo, now)) return (await isPooled(pool, ballot)) ? 'taken' : 'sealed-late';
  await poolAnswer(pool, ballot, { month: monthSealedFor(sealedTo, now), sealed: bytesOf(sealed) });
  return 'taken';
}

const bytesOf = (value: string): Buffer => Buffer.from(value, 'base64url');
