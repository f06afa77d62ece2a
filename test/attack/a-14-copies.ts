import { respondInBrowser } from '../../local/simulation/web-respondent.ts';
import { environment } from '../../shared/contract/environment.ts';
import type { Outcome } from './attack.ts';
import { besieging, type Ground, type Moment } from './siege.ts';
import { copiesCounted } from './weaker/changes.ts';
import { blindByHand, castByHand, keysOf, post } from './world/by-hand.ts';
import { itemsNow } from './world/counts.ts';

/*
 * Whoever can read the pool sees which envelope came when somebody answered. They cannot open it; but with invitations of
 * their own they could cast the very same bytes again and again, and see at the close which answer has grown.
 */

const honest = 5;

async function* copy({ stage, invited, own, counted, pooled }: Ground): AsyncGenerator<Moment, Outcome> {
  const { web } = stage.system.endpoints;
  const [victim, ...others] = invited;
  const [key] = victim === undefined ? [] : await keysOf(victim.link);
  if (victim === undefined || key === undefined) throw new Error('nobody was asked');
  const before = await pooled();
  await respondInBrowser(victim.link, () => ({ recommend: String(own) }));
  const items = await itemsNow(stage.system, environment.poolTable);
  const envelope = items.find(({ id }) => !before.has(String(id)))?.['sealed'];
  if (!(envelope instanceof Uint8Array)) throw new Error('an answer left no envelope');
  for (const { link } of others.slice(0, honest - 1))
    await respondInBrowser(link, () => ({ recommend: String(own) }));

  const sealed = Buffer.from(envelope).toString('base64url');
  const accomplices = others.slice(honest - 1);
  let cast = 0;
  for (const accomplice of accomplices) {
    const ballot = await blindByHand(accomplice.ticket, key);
    const signature = ballot.signatureIn(await post(web, '/v1/ballots', ballot.asked));
    if (signature === undefined) continue;
    const anew = await castByHand(ballot, signature, accomplice, key, { recommend: own });
    const { status } = await post(web, '/v1/responses', { ...anew, sealed });
    if (status === 202) cast += 1;
  }

  yield 'the close';
  const tallied = await counted();
  const share = (answers: number, of: number): number => Math.max(0, answers) / of;
  return {
    tries: [
      { name: 'copies that are counted', success: share(tallied - honest, cast), chance: 0, limit: 0 },
      { name: 'answers that a unit loses', success: share(honest - tallied, honest), chance: 0, limit: 0 },
    ],
    remarks: [`${cast} copies of one envelope were cast, and the pool took them: nobody can look into one`],
  };
}

export const copies = besieging({
  id: 'A-14',
  adversary: 'can read the pool at every second, and has invitations of their own',
  tries: "to cast somebody's envelope again, unopened, and to see in the counts what was in it",
  people: honest + 4,
  act: copy,
  weakened: [{ name: 'an envelope counts as often as it is cast (weaker mix)', close: copiesCounted }],
});
