import { ballotSchema, type signedBallotSchema } from '../../shared/api/ballots.ts';
import type { Told } from '../../shared/api/told.ts';
import { environment } from '../../shared/contract/environment.ts';
import { signBlinded } from '../../shared/adapters/crypto/blind-signature.ts';
import { readQuarterKey, unwrapQuarterKey } from '../../shared/adapters/quarter-keys.ts';
import { readSecret } from '../../shared/adapters/secrets.ts';
import { quarterAt, type Quarter } from '../../shared/domain/calendar/month.ts';
import { now } from '../../shared/lambda/clock.ts';
import { required } from '../../shared/lambda/environment.ts';
import { httpFunction, json } from '../../shared/lambda/http-function.ts';
import { postedJson } from '../../shared/lambda/posted-json.ts';
import { Problem } from '../../shared/lambda/problem.ts';
import { signBallot, type Sign } from './sign-ballot.ts';

const ballots = required(environment.ballotsTable);
const ballotKeys = required(environment.ballotKeysTable);
const wrappingKey = required(environment.ballotWrappingKeyArn);
const ticketsSecretArn = required(environment.ticketsSecretArn);

/** Signs one blinded ballot for each ticket: it sees who may answer, and nothing of what is answered or where it goes. */
export const handler = httpFunction(async (request) => {
  const ballot = postedJson(request, ballotSchema);
  const ticketsKey = await readSecret(ticketsSecretArn);
  const outcome = await signBallot(ballot, { ballots, ticketsKey, signerOf, now: now() });
  switch (outcome.kind) {
    case 'signed':
      return json(200, { signature: outcome.signature.toString('base64url') } satisfies Told<
        typeof signedBallotSchema
      >);
    case 'forged':
      throw new Problem(400, 'The ballot is not as expected.', [
        { pointer: '/ticket', detail: 'expected a ticket from a mail of ours' },
      ]);
    case 'not-a-ballot':
      throw new Problem(400, 'The ballot is not as expected.', [
        { pointer: '/blinded', detail: "expected a number below the key's modulus, and exactly as long" },
      ]);
    case 'used':
      throw new Problem(409, 'This ticket has been used by another ballot.');
    case 'expired':
      throw new Problem(410, 'This ticket has expired.');
    case 'other-key':
      throw new Problem(409, 'This key signs no new ballots.', [], { keyId: quarterAt(now()) });
  }
});

/** What has been unwrapped in this function's life: one call to KMS for each quarter. */
const signers = new Map<Quarter, Sign>();

async function signerOf(quarter: Quarter): Promise<Sign | undefined> {
  const signer = signers.get(quarter) ?? (await unwrapSigner(quarter));
  if (signer !== undefined) signers.set(quarter, signer);
  return signer;
}

async function unwrapSigner(quarter: Quarter): Promise<Sign | undefined> {
  const key = await readQuarterKey(ballotKeys, quarter);
  if (key?.wrappedPrivateKey === undefined) return undefined;
  const privateKey = await unwrapQuarterKey(wrappingKey, key);
  return (blinded) => signBlinded(privateKey, blinded);
}
