import type { Invitation, QuarterKeys } from '../../../web/respondent/ballot.ts';
import { blind, finalize } from '../../../web/respondent/blind-signature.ts';
import { bytesOf, randomBytes, textOf } from '../../../web/respondent/bytes.ts';
import { member } from '../../../web/respondent/insist.ts';
import { seal } from '../../../web/respondent/seal.ts';
import { keysIn } from '../../../local/simulation/web-respondent.ts';

/* Ballots made by hand, post by post: an adversary knows the page's code, and does not have to keep to it. */

/** A status of 0: no reply came. */
export type Posted = { readonly status: number; readonly body: unknown };

/** Posts once, whatever comes back. */
export async function post(web: string, path: string, body: unknown): Promise<Posted> {
  try {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${web}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: response.status, body: await response.json().catch(() => undefined) };
  } catch {
    return { status: 0, body: undefined };
  }
}

/** The keys in the page, the current quarter's first. */
export const keysOf = async (link: string): Promise<readonly QuarterKeys[]> =>
  keysIn(await (await fetch(link)).text());

/** The body of a post to `/v1/responses`. */
export type Cast = {
  readonly keyId: string;
  readonly nonce: string;
  readonly signature: string;
  readonly sealed: string;
  readonly sealedTo?: string;
};

export type Ballot = {
  /** The body of the post to `/v1/ballots`. */
  readonly asked: { readonly ticket: string; readonly keyId: string; readonly blinded: string };
  readonly nonce: string;
  /** What a reply is worth: the signature, without its blinding; undefined where there is none. */
  readonly signatureIn: (reply: Posted) => string | undefined;
};

/** A ballot of its own, with fresh chance. */
export async function blindByHand(ticket: string, { id, ballot }: QuarterKeys): Promise<Ballot> {
  const nonce = randomBytes(64);
  const blinding = await blind(bytesOf(ballot), nonce);
  return {
    asked: { ticket, keyId: id, blinded: textOf(blinding.blinded) },
    nonce: textOf(nonce),
    signatureIn: ({ body }) => {
      const signature = finalize(bytesOf(ballot), blinding, bytesOf(String(member(body, 'signature'))));
      return signature && textOf(signature);
    },
  };
}

/** Envelope for a signed ballot. @param answers what is sealed with the context, right or wrong */
export async function castByHand(
  { asked, nonce }: Ballot,
  signature: string,
  { context }: Pick<Invitation, 'context'>,
  key: QuarterKeys,
  answers: unknown,
): Promise<Cast> {
  const sealed = textOf(await seal(key.mix, JSON.stringify({ context, answers })));
  const sealedTo = key.id === asked.keyId ? undefined : key.id;
  return { keyId: asked.keyId, nonce, signature, sealed, ...(sealedTo !== undefined && { sealedTo }) };
}
