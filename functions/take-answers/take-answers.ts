import { markTicket } from '../../shared/adapters/ballots.ts';
import { readQuarterKey } from '../../shared/adapters/quarter-keys.ts';
import { poolAnswer } from '../../shared/adapters/pool.ts';
import { seal } from '../../shared/adapters/crypto/seal.ts';
import { ballotHash, formMark, ticketExpiryMonth, ticketHash } from '../../shared/adapters/crypto/tickets.ts';
import { monthAt, quarterOf, type Quarter } from '../../shared/domain/calendar/month.ts';
import { ticketMarkExpiresOn } from '../../shared/adapters/retention.ts';
import type { Submission } from './submission.ts';

export type Surroundings = {
  readonly ballots: string;
  readonly pool: string;
  readonly mixKeys: string;
  readonly ticketsKey: string;
  /** Epoch milliseconds. */
  readonly now: number;
};

export type Taken = 'taken' | 'used' | 'expired' | 'forged';

/**
 * Spends the ticket and puts the sealed answers into the pool. Everything that can fail without having spent the
 * ticket comes first; and the same form sent again takes the same two steps to the same end, so a lost reply costs
 * nothing.
 */
export async function takeAnswers(
  submission: Submission,
  { ballots, pool, mixKeys, ticketsKey, now }: Surroundings,
): Promise<Taken> {
  const { invitation, nonce, answers, comment } = submission;
  const expiryMonth = ticketExpiryMonth(ticketsKey, invitation.ticket);
  const month = monthAt(now);
  if (expiryMonth === undefined) return 'forged';
  const hasExpired = expiryMonth < month;
  const publicKey = await publicKeyOf(mixKeys, quarterOf(month));
  if (publicKey === undefined) throw new Error('the quarter has no key');
  const sealed = seal(
    publicKey,
    JSON.stringify({
      context: invitation.context,
      answers: { ...answers, ...(comment.kind === 'written' && { comment: comment.text }) },
    }),
  );

  const mark = {
    id: ticketHash(invitation.ticket),
    keyId: quarterOf(month),
    ballot: formMark(nonce),
    expiresOn: ticketMarkExpiresOn(expiryMonth),
  };
  // A form that has been taken may come again after its ticket has expired: its reply was lost.
  const isOurs = await markTicket(ballots, mark, hasExpired ? 'repeat' : 'begin');
  if (!isOurs) return hasExpired ? 'expired' : 'used';
  await poolAnswer(pool, ballotHash(nonce), { month, sealed });
  return 'taken';
}

/** Public keys that this function's instance has read. A quarter's key never changes. */
const publicKeys = new Map<Quarter, Uint8Array>();

async function publicKeyOf(mixKeys: string, quarter: Quarter): Promise<Uint8Array | undefined> {
  const key = publicKeys.get(quarter) ?? (await readQuarterKey(mixKeys, quarter))?.publicKey;
  if (key !== undefined) publicKeys.set(quarter, key);
  return key;
}
