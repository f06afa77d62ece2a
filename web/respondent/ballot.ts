import type { Answers } from './answers.ts';
import { blind, finalize, type Blinding } from './blind-signature.ts';
import { bytesOf, randomBytes, textOf } from './bytes.ts';
import { insist, member, type Line, type Reply } from './insist.ts';
import { seal } from './seal.ts';

/** The public keys of one quarter: both moduli in base64url; the exponents are 65537. */
export type QuarterKeys = {
  /** The quarter, such as `2026-Q1`. */
  readonly id: string;
  readonly ballot: string;
  readonly mix: string;
};

export type Invitation = { readonly ticket: string; readonly context: string };

/**
 * How sending ended. `unavailable`: sending again takes it up where it stopped. `used`: by another ballot. `refused`:
 * the invitation is not whole, or not ours. `tampered`: the signature was made with a key that is not the page's.
 * `outdated`: the page is older than its keys.
 */
export type Outcome = 'taken' | 'unavailable' | 'used' | 'expired' | 'refused' | 'tampered' | 'outdated';

/** What a browser is to blind and seal with; another takes its place only where a simulation is to be quick. */
const genuine = { blind, finalize, seal };
export type Cryptography = typeof genuine;

/** The random prefix of RFC 9474's randomized variant, then the ballot's nonce. */
const preparedBytes = 64;

/**
 * One ballot of one opened page. Its nonce comes from chance alone and is made once, so that whatever is lost on the
 * way can be sent again: the ballot and the response are then ones that the server knows. The ticket goes into the
 * first post only, and the nonce, as it is, into the second only.
 *
 * @param keys that the page came with, the current quarter's first. A key that it did not come with might have been
 *   made for one person, so no other is ever used; and when one is named, only a later one is
 * @returns sends answers; may be called again, with others too, until they are taken. Rejects with nothing posted
 *   where the answers do not fit the envelope, or the browser's cryptography fails
 */
export function makeBallot(
  { ticket, context }: Invitation,
  keys: readonly QuarterKeys[],
  line: Line,
  cryptography: Cryptography = genuine,
): (answers: Answers) => Promise<Outcome> {
  const nonce = randomBytes(preparedBytes);
  let current = 0;
  let blinding: Blinding | undefined;
  let signed: { readonly keyId: string; readonly signature: string } | undefined;
  let isTampered = false;

  /** @returns undefined where a later key is to be tried, which is the current one then */
  function refusal({ status, body }: Reply): Outcome | undefined {
    const named = status === 409 && member(body, 'keyId');
    if (!named) return outcomes[status] ?? 'unavailable';
    const later = keys.findIndex(({ id }, place) => place > current && id === named);
    // With the ticket spent, a newer page could do no more than this one.
    if (later < 0) return signed ? 'expired' : 'outdated';
    if (!signed && !hasBegun(keys[later]?.id ?? '')) return 'outdated';
    current = later;
    blinding = undefined;
    return undefined;
  }

  async function attempt({ id, ballot, mix }: QuarterKeys, answers: Answers): Promise<Outcome | undefined> {
    // Sealed before the ticket is spent, so that what can't be sealed costs nobody their answer.
    const sealed = textOf(await cryptography.seal(mix, JSON.stringify({ context, answers })));
    if (!signed) {
      const modulus = bytesOf(ballot);
      blinding ??= await cryptography.blind(modulus, nonce);
      const asked = { ticket, keyId: id, blinded: textOf(blinding.blinded) };
      const reply = await insist(line, '/v1/ballots', asked, 200);
      if (reply.status !== 200) return refusal(reply);
      const signature = cryptography.finalize(
        modulus,
        blinding,
        bytesOf(String(member(reply.body, 'signature'))),
      );
      isTampered = !signature;
      if (!signature) return 'tampered';
      signed = { keyId: id, signature: textOf(signature) };
    }
    const { keyId, signature } = signed;
    const sealedTo = id === keyId ? undefined : id;
    const response = { keyId, nonce: textOf(nonce), signature, sealed, sealedTo };
    const reply = await insist(line, '/v1/responses', response, 202);
    return reply.status === 202 ? 'taken' : refusal(reply);
  }

  return async (answers) => {
    for (;;) {
      if (isTampered) return 'tampered';
      const key = keys[current];
      const outcome = key ? await attempt(key, answers) : 'outdated';
      if (outcome) return outcome;
    }
  };
}

const clockErrorMilliseconds = 2 * 24 * 3600_000;

/**
 * Nobody needs a key before its quarter: who is made to use it then is the only one, and would be known by it. The clock of
 * a phone may be wrong by a day, so it refuses a key at most, and never chooses one.
 */
function hasBegun(quarter: string): boolean {
  const [year, number] = quarter.split('-Q').map(Number);
  return Date.now() + clockErrorMilliseconds >= Date.UTC(year ?? NaN, 3 * (number ?? NaN) - 3);
}

const outcomes: Readonly<Record<number, Outcome>> = { 400: 'refused', 409: 'used', 410: 'expired' };
