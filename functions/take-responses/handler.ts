import { createPublicKey } from 'node:crypto';
import { sealedResponseSchema, type takenSchema } from '../../shared/api/ballots.ts';
import type { Told } from '../../shared/api/told.ts';
import { environment } from '../../shared/contract/environment.ts';
import { isBallotSigned } from '../../shared/adapters/crypto/blind-signature.ts';
import { readQuarterKey } from '../../shared/adapters/quarter-keys.ts';
import { quarterAt, type Quarter } from '../../shared/domain/calendar/month.ts';
import { now } from '../../shared/lambda/clock.ts';
import { required } from '../../shared/lambda/environment.ts';
import { httpFunction, json } from '../../shared/lambda/http-function.ts';
import { postedJson } from '../../shared/lambda/posted-json.ts';
import { Problem } from '../../shared/lambda/problem.ts';
import { takeResponse, type Verify } from './take-response.ts';

const pool = required(environment.poolTable);
const ballotKeys = required(environment.ballotKeysTable);

/** Takes one sealed answer for each ballot: it sees neither a ticket nor what was answered. */
export const handler = httpFunction(async (request) => {
  const { sealedTo, ...response } = postedJson(request, sealedResponseSchema);
  switch (
    await takeResponse(
      { ...response, sealedTo: sealedTo ?? response.keyId },
      { pool, verifierOf, now: now() },
    )
  ) {
    case 'taken':
      return json(202, {} satisfies Told<typeof takenSchema>);
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
