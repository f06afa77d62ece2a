import { createPublicKey } from 'node:crypto';
import * as z from 'zod';
import { environment } from '../../shared/contract/environment.ts';
import { isBallotSigned } from '../../shared/adapters/crypto/blind-signature.ts';
import { sealedBytes } from '../../shared/adapters/crypto/seal.ts';
import { readQuarterKey } from '../../shared/adapters/quarter-keys.ts';
import { quarterAt, quarterSchema, type Quarter } from '../../shared/domain/calendar/month.ts';
import { signedBytes } from '../../shared/domain/respondent/link.ts';
import { now } from '../../shared/lambda/clock.ts';
import { encoded } from '../../shared/lambda/encoded.ts';
import { required } from '../../shared/lambda/environment.ts';
import { httpFunction, json } from '../../shared/lambda/http-function.ts';
import { postedJson } from '../../shared/lambda/posted-json.ts';
import { Problem } from '../../shared/lambda/problem.ts';
import { takeResponse, type Verify } from './take-response.ts';

const pool = required(environment.poolTable);
const ballotKeys = required(environment.ballotKeysTable);

const responseSchema = z
  .object({
    keyId: quarterSchema,
    nonce: encoded(signedBytes),
    signature: encoded(),
    sealed: encoded(sealedBytes),
    /** Where the quarter has turned since the ballot was signed: that of the key it is sealed with. */
    sealedTo: quarterSchema.optional(),
  })
  .transform(({ sealedTo, ...response }) => ({ ...response, sealedTo: sealedTo ?? response.keyId }));

/** Takes one sealed answer for each ballot: it sees neither a ticket nor what was answered. */
export const handler = httpFunction(async (request) => {
  const response = postedJson(request, responseSchema);
  switch (await takeResponse(response, { pool, verifierOf, now: now() })) {
    case 'taken':
      return json(202, {});
    case 'unsigned':
      throw new Problem(400, 'The response is not as expected.', [
        { pointer: '/signature', detail: 'expected the signature of our key over the nonce' },
      ]);
    case 'sealed-late':
      throw new Problem(409, 'The quarter is not open that this is sealed for.', [], {
        keyId: quarterAt(now()),
      });
    case 'over':
      throw new Problem(410, 'The ballot is too old.');
  }
});

/** Public keys that this function's instance has read. A quarter's key never changes. */
const verifiers = new Map<Quarter, Verify>();

async function verifierOf(quarter: Quarter): Promise<Verify | undefined> {
  const verifier = verifiers.get(quarter) ?? (await readVerifier(quarter));
  if (verifier !== undefined) verifiers.set(quarter, verifier);
  return verifier;
}

async function readVerifier(quarter: Quarter): Promise<Verify | undefined> {
  const stored = await readQuarterKey(ballotKeys, quarter);
  if (stored === undefined) return undefined;
  const key = createPublicKey({ key: Buffer.from(stored.publicKey), format: 'der', type: 'spki' });
  return (message, signature) => isBallotSigned(key, message, signature);
}
