import { markTicket } from '../../shared/adapters/ballots.ts';
import { blindedMark, ticketExpiryMonth, ticketHash } from '../../shared/adapters/crypto/tickets.ts';
import { ticketMarkExpiresOn } from '../../shared/adapters/retention.ts';
import { isInGraceAt, isOpenAt } from '../../shared/domain/calendar/ballot-term.ts';
import { monthAt, type Quarter } from '../../shared/domain/calendar/month.ts';

/** What a respondent's page asks to have signed. */
export type Ballot = {
  readonly ticket: string;
  /** The quarter whose key is to sign. */
  readonly keyId: Quarter;
  /** The blinded message, in base64url. */
  readonly blinded: string;
};

/** @returns undefined for a number that must not be signed */
export type Sign = (blinded: Buffer) => Buffer | undefined;

export type Surroundings = {
  readonly ballots: string;
  readonly ticketsKey: string;
  /** Finds what signs with a quarter's key; undefined where there is no such key any more. */
  readonly signerOf: (quarter: Quarter) => Promise<Sign | undefined>;
  /** Epoch milliseconds. */
  readonly now: number;
};

export type Outcome =
  | { readonly kind: 'signed'; readonly signature: Buffer }
  /** The ticket is not one of ours. */
  | { readonly kind: 'forged' }
  /** No key of ours signs such a number. */
  | { readonly kind: 'not-a-ballot' }
  /** The ticket has been used by another ballot. */
  | { readonly kind: 'used' }
  | { readonly kind: 'expired' }
  /** The key signs no new ballots, now or ever. */
  | { readonly kind: 'other-key' };

/**
 * Signs one ballot for one ticket. The signature is made first and given out only once the ticket is marked, so a number
 * that can't be signed spends nothing. The same ballot may come again and is signed alike, also when the quarter has
 * turned or the ticket has expired in between: a reply that was lost costs nobody an answer.
 *
 * @throws Error where the quarter's key is not there yet
 */
export async function signBallot(
  { ticket, keyId, blinded }: Ballot,
  { ballots, ticketsKey, signerOf, now }: Surroundings,
): Promise<Outcome> {
  const expiryMonth = ticketExpiryMonth(ticketsKey, ticket);
  if (expiryMonth === undefined) return { kind: 'forged' };
  const hasExpired = expiryMonth < monthAt(now);
  const isOpen = isOpenAt(keyId, now);
  const sign = isInGraceAt(keyId, now) ? await signerOf(keyId) : undefined;
  if (sign === undefined) {
    if (isOpen) throw new Error('the quarter has no key');
    // With a newer page there would be nothing to gain: who has had this one open for a year is told so now.
    return { kind: hasExpired ? 'expired' : 'other-key' };
  }
  const signature = sign(Buffer.from(blinded, 'base64url'));
  if (signature === undefined) return { kind: 'not-a-ballot' };

  const mark = {
    id: ticketHash(ticket),
    keyId,
    ballot: blindedMark(keyId, blinded),
    expiresOn: ticketMarkExpiresOn(expiryMonth),
  };
  const isMarked = await markTicket(ballots, mark, isOpen && !hasExpired ? 'begin' : 'repeat');
  if (isMarked) return { kind: 'signed', signature };
  if (hasExpired) return { kind: 'expired' };
  return { kind: isOpen ? 'used' : 'other-key' };
}
