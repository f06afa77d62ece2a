import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { isBallotSigned, signBlinded } from '../../shared/adapters/crypto/blind-signature.ts';
import { unseal } from '../../shared/adapters/crypto/seal.ts';
import type { QuarterKeys } from '../../web/respondent/ballot.ts';
import type { Line, Reply } from '../../web/respondent/insist.ts';

/** The key pairs of one quarter. */
export type Quarter = { readonly id: string; readonly ballot: KeyObject; readonly mix: KeyObject };

/**
 * New keys for quarters. Each quarter's ballot key has a larger modulus than the one before, so that whatever is blinded
 * for one is a number that a later one can sign.
 */
export function newQuarters(...ids: readonly string[]): Quarter[] {
  const pair = (modulusLength: number): KeyObject => generateKeyPairSync('rsa', { modulusLength }).privateKey;
  const modulus = (key: KeyObject): Buffer => Buffer.from(modulusOf(key), 'base64url');
  const ballots = ids.map(() => pair(2048)).sort((one, other) => modulus(one).compare(modulus(other)));
  return ballots.map((ballot, at) => ({ id: ids[at] ?? '', ballot, mix: pair(3072) }));
}

const modulusOf = (key: KeyObject): string => key.export({ format: 'jwk' }).n ?? '';

/** What a page is given of a quarter's keys. */
export const publicKeysOf = ({ id, ballot, mix }: Quarter): QuarterKeys => ({
  id,
  ballot: modulusOf(ballot),
  mix: modulusOf(mix),
});

export type Post = { readonly path: string; readonly body: Readonly<Record<string, string>> };

/** What happens to one post instead of an ordinary answer: its reply, or the reply to a post that was carried out. */
export type Mishap =
  | { readonly kind: 'lost-request' }
  | { readonly kind: 'lost-reply' }
  | { readonly kind: 'reply'; readonly reply: Reply };

/**
 * A server with real keys, in memory, that keeps to the protocol but for the mishaps that a test has in store for it. It
 * holds what the zones would hold: a mark for each ticket, and a sealed answer for each ballot.
 */
export class BallotServer {
  readonly posts: Post[] = [];
  readonly pausesMs: number[] = [];
  readonly marks = new Map<string, string>();
  readonly pool = new Map<string, { readonly sealed: string; readonly sealedTo: string }>();
  /** By path: what befalls the posts to come, one each. */
  readonly mishaps: Record<string, Mishap[]> = { '/v1/ballots': [], '/v1/responses': [] };
  /** Is called before every post, and may turn the quarter. */
  before: (post: Post) => void = () => undefined;
  /** The one quarter that signs new ballots and takes seals. */
  current: string;
  readonly #quarters: readonly Quarter[];

  constructor(quarters: readonly Quarter[]) {
    this.#quarters = quarters;
    this.current = quarters[0]?.id ?? '';
  }

  readonly line: Line = {
    post: (path, body) => {
      // As on the way: what is undefined is not there.
      const sent = JSON.parse(JSON.stringify(body)) as Post['body'];
      return Promise.resolve().then(() => this.#carry({ path, body: sent }));
    },
    pause: (milliseconds) => {
      this.pausesMs.push(milliseconds);
      return Promise.resolve();
    },
  };

  postsTo(path: string): Readonly<Record<string, string>>[] {
    return this.posts.filter((post) => post.path === path).map(({ body }) => body);
  }

  /** What the mix finds in an answer of the pool. */
  read(nonce: string): unknown {
    const pooled = this.pool.get(nonce);
    const key = this.#quarters.find(({ id }) => id === pooled?.sealedTo)?.mix;
    if (pooled === undefined || key === undefined) throw new Error('there is no such answer');
    return JSON.parse(unseal(key, Buffer.from(pooled.sealed, 'base64url')));
  }

  #carry(post: Post): Reply {
    this.before(post);
    this.posts.push(post);
    const mishap = this.mishaps[post.path]?.shift();
    if (mishap?.kind === 'reply') return mishap.reply;
    if (mishap?.kind === 'lost-request') throw new TypeError('the request was lost');
    const reply = post.path === '/v1/ballots' ? this.#sign(post.body) : this.#take(post.body);
    if (mishap?.kind === 'lost-reply') throw new TypeError('the reply was lost');
    return reply;
  }

  #sign({ ticket = '', keyId = '', blinded = '' }: Post['body']): Reply {
    const key = this.#quarters.find(({ id }) => id === keyId)?.ballot;
    if (key === undefined) return { status: 400, body: {} };
    const mark = this.marks.get(ticket);
    if (mark === undefined && keyId !== this.current) return this.#turned();
    if (mark !== undefined && mark !== `${keyId} ${blinded}`) return { status: 409, body: {} };
    const signature = signBlinded(key, Buffer.from(blinded, 'base64url'));
    if (signature === undefined) return { status: 400, body: {} };
    this.marks.set(ticket, `${keyId} ${blinded}`);
    return { status: 200, body: { signature: signature.toString('base64url') } };
  }

  #take({ keyId = '', nonce = '', signature = '', sealed = '', sealedTo = keyId }: Post['body']): Reply {
    const key = this.#quarters.find(({ id }) => id === keyId)?.ballot;
    const bytes = (text: string): Buffer => Buffer.from(text, 'base64url');
    if (key === undefined || !isBallotSigned(key, bytes(nonce), bytes(signature)))
      return { status: 400, body: {} };
    if (sealedTo !== this.current && !this.pool.has(nonce)) return this.#turned();
    if (!this.pool.has(nonce)) this.pool.set(nonce, { sealed, sealedTo });
    return { status: 202, body: {} };
  }

  #turned(): Reply {
    return { status: 409, body: { keyId: this.current } };
  }
}
