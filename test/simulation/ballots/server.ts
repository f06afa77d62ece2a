import { signBallot, type Sign } from '../../../functions/sign-ballots/sign-ballot.ts';
import { takeAnswers } from '../../../functions/take-answers/take-answers.ts';
import type { Submission } from '../../../functions/take-answers/submission.ts';
import { takeResponse, type Verify } from '../../../functions/take-responses/take-response.ts';
import type { Reply } from '../../../web/respondent/insist.ts';
import type { Errand } from './cast.ts';
import { isOverAt, quarterAt, quarterName, quarterNamed } from './naive-terms.ts';
import type { Suite } from './suites.ts';
import type { Witness } from './witness.ts';

export const ticketsKey = 'the tickets key of the simulation';

/** What a post says, by its path. */
export type Post =
  | { readonly path: '/v1/ballots'; readonly body: Parameters<typeof signBallot>[0] }
  | { readonly path: '/v1/responses'; readonly body: Parameters<typeof takeResponse>[0] }
  | { readonly path: 'form'; readonly body: Submission };

/** The functions behind the three posts, with the statuses that their handlers give. */
export class Server {
  readonly #suite: Suite;
  readonly #witness: Witness;

  constructor(suite: Suite, witness: Witness) {
    this.#suite = suite;
    this.#witness = witness;
  }

  answer(post: Post, errand: Errand, now: number): Promise<Reply> {
    switch (post.path) {
      case '/v1/ballots':
        return this.#sign(post.body, errand, now);
      case '/v1/responses':
        return this.#take(post.body, now);
      case 'form':
        return this.#takeForm(post.body, now);
    }
  }

  async #sign(ballot: Parameters<typeof signBallot>[0], errand: Errand, now: number): Promise<Reply> {
    const signerOf = (id: string): Promise<Sign | undefined> => {
      const quarter = quarterNamed(id);
      const isThere = quarter <= quarterAt(now) + 1 && !isOverAt(quarter, now);
      return Promise.resolve(isThere ? this.#suite.signer(quarter) : undefined);
    };
    const outcome = await signBallot(ballot, { ballots: 'ballots', ticketsKey, signerOf, now });
    if (outcome.kind === 'other-key') return current(now);
    if (outcome.kind !== 'signed') return { status: statuses[outcome.kind], body: {} };
    this.#witness.sawSigned(errand, ballot.blinded);
    return { status: 200, body: { signature: outcome.signature.toString('base64url') } };
  }

  async #take(response: Parameters<typeof takeResponse>[0], now: number): Promise<Reply> {
    const verifierOf = (id: string): Promise<Verify | undefined> => {
      const quarter = quarterNamed(id);
      return Promise.resolve(quarter <= quarterAt(now) + 1 ? this.#suite.verifier(quarter) : undefined);
    };
    const outcome = await takeResponse(response, { pool: 'pool', verifierOf, now });
    return outcome === 'sealed-late' ? current(now) : { status: statuses[outcome], body: {} };
  }

  async #takeForm(submission: Submission, now: number): Promise<Reply> {
    const tables = { ballots: 'ballots', pool: 'pool', mixKeys: 'mix-keys' };
    const outcome = await takeAnswers(submission, { ...tables, ticketsKey, now });
    return { status: outcome === 'taken' ? 200 : statuses[outcome], body: {} };
  }
}

const statuses = {
  taken: 202,
  forged: 400,
  'not-a-ballot': 400,
  unsigned: 400,
  used: 409,
  expired: 410,
  over: 410,
} as const;

const current = (now: number): Reply => ({ status: 409, body: { keyId: quarterName(quarterAt(now)) } });
