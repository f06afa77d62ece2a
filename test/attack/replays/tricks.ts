import { setTimeout as pause } from 'node:timers/promises';
import { openForm, sendForm } from '../../support/question-forms.ts';
import { respondInBrowser } from '../../../local/simulation/web-respondent.ts';
import type { QuarterKeys } from '../../../web/respondent/ballot.ts';
import type { Try } from '../attack.ts';
import type { Ground } from '../siege.ts';
import { blindByHand, castByHand, post, type Cast } from '../world/by-hand.ts';
import { behindFront, type Handling } from '../world/front.ts';
import type { Invited } from '../world/stage.ts';

/* Ways to have one invitation counted twice, or to lose an answer. Each is tried with an invitation of its own. */

const never = { chance: 0, limit: 0 };

/** Answers that a trick has brought into the pool beyond the one, as a share of its posts; and whether that one is there. */
export async function tried(name: string, { pooled }: Ground, trick: () => Promise<number>): Promise<Try[]> {
  const before = await pooled();
  const posts = await trick();
  const fresh = [...(await pooled())].filter((id) => !before.has(id)).length;
  return [
    { name: `counted more than once: ${name}`, success: Math.max(0, fresh - 1) / posts, ...never },
    { name: `lost: ${name}`, success: fresh === 0 ? 1 : 0, ...never },
  ];
}

const times = <Result>(count: number, make: (index: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));

/** One ballot and one response, each posted by many at once, and once more when all have come. */
export async function oneBallotByMany(
  { stage, own, rivals }: Ground,
  one: Invited,
  key: QuarterKeys,
): Promise<Cast[]> {
  const { web } = stage.system.endpoints;
  const ballot = await blindByHand(one.ticket, key);
  const replies = await times(rivals, () => post(web, '/v1/ballots', ballot.asked));
  const signature = replies.map(ballot.signatureIn).find((found) => found !== undefined);
  if (signature === undefined) return [];
  const cast = await castByHand(ballot, signature, one, key, { recommend: own });
  await times(rivals, () => post(web, '/v1/responses', cast));
  const anew = await castByHand(ballot, signature, one, key, { recommend: own });
  await post(web, '/v1/responses', anew);
  return [cast, anew];
}

/** Many ballots for one ticket at once, each cast if it was signed. */
export async function manyBallots(
  { stage, own, rivals }: Ground,
  one: Invited,
  key: QuarterKeys,
): Promise<Cast[]> {
  const { web } = stage.system.endpoints;
  const ballots = await times(rivals, () => blindByHand(one.ticket, key));
  const casts = await times(rivals, async (index): Promise<Cast[]> => {
    const ballot = ballots[index];
    const signature = ballot?.signatureIn(await post(web, '/v1/ballots', ballot.asked));
    return ballot === undefined || signature === undefined
      ? []
      : [await castByHand(ballot, signature, one, key, { recommend: own })];
  });
  for (const cast of casts.flat()) await post(web, '/v1/responses', cast);
  return casts.flat();
}

/** The form for the code and the page's two posts, at once and several times, with one ticket. */
export async function bothWays(ground: Ground, one: Invited, key: QuarterKeys): Promise<number> {
  const { own, rivals } = ground;
  const several = Math.ceil(rivals / 10);
  const forms = await times(several, () => openForm(one));
  await Promise.all([
    manyBallots({ ...ground, rivals: several }, one, key),
    times(several, async (index) => {
      const form = forms[index];
      if (form === undefined) return;
      await sendForm(form, { recommend: String(own) });
      await sendForm(form, { recommend: String(own), heard: '1' });
    }),
  ]);
  return 3 * several;
}

/** Loses the first two replies to every post, once the system has done its work. */
function losing(): Handling {
  const asked = new Map<string, number>();
  return async (request, pass) => {
    const reply = await pass(request);
    if (request.method !== 'POST') return reply;
    const what = request.url.startsWith('/v1/')
      ? request.url
      : `${request.url} ${request.body.includes('nonce=')}`;
    asked.set(what, (asked.get(what) ?? 0) + 1);
    return (asked.get(what) ?? 0) <= 2 ? 'lost' : reply;
  };
}

/** Answers on a line that loses replies, by the page's own code. */
export const onABadLine = ({ stage, own }: Ground, { link }: Invited): Promise<number> =>
  behindFront(stage.system.endpoints.web, losing(), async ({ through }) => {
    await respondInBrowser(through(link), () => ({ recommend: String(own) }), {
      line: { pause: () => Promise.resolve() },
    });
    return 3;
  });

/** The same by the form, which is sent again until a page comes. */
export const onPaper = ({ stage, own }: Ground, { link, code }: Invited): Promise<number> =>
  behindFront(stage.system.endpoints.web, losing(), async ({ through }) => {
    const form = await insist(() => openForm({ link: through(link), code }));
    await insist(() => sendForm(form, { recommend: String(own) }));
    return 3;
  });

async function insist<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let left = 4; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (left === 0) throw error;
      await pause(1);
    }
  }
}
