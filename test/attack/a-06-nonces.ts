import { generateKeyPairSync } from 'node:crypto';
import * as z from 'zod';
import { openPage, typeCode } from '../../local/simulation/respondent.ts';
import { signBlinded } from '../../shared/adapters/crypto/blind-signature.ts';
import { makeBallot } from '../../web/respondent/ballot.ts';
import { attack, type Try } from './attack.ts';
import { limitOfShare } from './judging/limits.ts';
import { bitsTold, derivedAt, derivedFrom, isReproduced, shareAlike, type Sent } from './nonces/derived.ts';
import { ballotsWith, whileWeak, type Change, type MakeBallot, type Weakness } from './weaker/altered.ts';
import { weakerFunctions, weakerPages } from './weaker/changes.ts';
import { takeSpares } from './world/spares.ts';
import type { Invited, Stage } from './world/stage.ts';
import type { World } from './world/world.ts';

/*
 * Whoever can work out a ballot's nonce from the ticket finds the answer in the pool by it. So the adversary opens one
 * invitation again and again, with JavaScript and without, and looks for anything that comes back or can be derived.
 */

type Attacked = {
  readonly stage: Stage;
  readonly weakness: Weakness;
  /** The page's own code. */
  readonly makeBallot: MakeBallot;
  readonly invited: Invited;
  readonly visits: number;
};

/** The real system is visited often; a weaker one gives itself away by few. */
const visits = { real: 24, weaker: 6 };

/** The keys of a server that goes along with everything: what is attacked is what the page sends. */
const ballotKey = generateKeyPairSync('rsa', { modulusLength: 2048 });
const modulusOf = ({ publicKey }: typeof ballotKey): string =>
  z.string().parse(publicKey.export({ format: 'jwk' }).n);
const mixKey = generateKeyPairSync('rsa', { modulusLength: 3072 });

const first = z.object({ blinded: z.string() });
const second = z.object({ nonce: z.string(), signature: z.string(), sealed: z.string() });
const bytes = (text: string): Buffer => Buffer.from(text, 'base64url');

/** What the page's code sends in one visit: the blinded ballot, then its nonce, signature and envelope. */
async function byPage({ makeBallot: make, invited: { ticket, context } }: Attacked): Promise<Sent> {
  const values: Buffer[] = [];
  const from = Date.now();
  const keys = [{ id: '2026-Q1', ballot: modulusOf(ballotKey), mix: modulusOf(mixKey) }];
  const outcome = await make({ ticket, context }, keys, {
    post: (path, body) => {
      if (path === '/v1/responses') {
        values.push(...Object.values(second.parse(body)).map(bytes));
        return Promise.resolve({ status: 202, body: {} });
      }
      const blinded = bytes(first.parse(body).blinded);
      values.push(blinded);
      const signature = signBlinded(ballotKey.privateKey, blinded)?.toString('base64url');
      return Promise.resolve({ status: 200, body: { signature } });
    },
    pause: () => Promise.resolve(),
  })({ heard: 5 });
  if (outcome !== 'taken') throw new Error(`a visit ended with "${outcome}"`);
  return { values, from, to: Date.now() };
}

/** The nonce that is hidden in the form without JavaScript. */
async function byForm({ stage, invited: { link, code } }: Attacked): Promise<Sent> {
  const { forms } = await typeCode(await openPage(link), code);
  const fields = forms.flatMap((form) => form.fields);
  const nonce = fields.find(({ name }) => name === 'nonce')?.value;
  if (nonce === undefined) throw new Error('the form has no nonce');
  return { values: [bytes(nonce)], from: stage.now, to: stage.now };
}

function judge(way: string, sent: readonly Sent[], { invited }: Attacked): Try[] {
  const always = derivedFrom(invited);
  const reproduced = sent.filter((one) => isReproduced(one, [...always, ...derivedAt(invited, one)])).length;
  const { told, bits } = bitsTold(sent);
  return [
    { name: `${way}: bytes that two visits share`, success: shareAlike(sent), chance: 0, limit: 0 },
    { name: `${way}: bytes that can be derived`, success: reproduced / sent.length, chance: 0, limit: 0 },
    {
      name: `${way}: bits that repeat or turn`,
      success: told,
      chance: 0.5,
      limit: limitOfShare(0.5, bits, 4),
    },
  ];
}

async function tryOn(attacked: Attacked) {
  const { stage, weakness } = attacked;
  return whileWeak(stage.system, weakness, async () => {
    const page: Sent[] = [];
    const form: Sent[] = [];
    for (let visit = 0; visit < attacked.visits; visit += 1) {
      page.push(await byPage(attacked));
      form.push(await byForm(attacked));
    }
    return { tries: [...judge('the page', page, attacked), ...judge('the form', form, attacked)] };
  });
}

const spare = new WeakMap<World, Invited>();

/** One invitation serves for all: it is opened, and never used. */
const target =
  (weakness: Weakness, changes: readonly Change[], count = visits.weaker) =>
  async (world: World): Promise<Attacked> => {
    const invited = spare.get(world) ?? takeSpares(world, 1)[0];
    if (invited === undefined) throw new Error('nobody is left to be attacked');
    spare.set(world, invited);
    const make = changes.length === 0 ? makeBallot : await ballotsWith(changes);
    return { stage: world.stage, weakness, makeBallot: make, invited, visits: count };
  };

export const derivedNonce = attack<Attacked>({
  id: 'A-06',
  adversary: 'holds the mailbox, and what a visit with JavaScript and one without sends',
  tries: 'to work out the nonce of a ballot from its invitation, by hash, HMAC, counter or time',
  view: target({}, [], visits.real),
  attempt: tryOn,
  weakened: [
    { name: 'the nonce is a hash of the ticket (weaker page)', view: target({}, weakerPages.nonceOfTicket) },
    {
      name: 'the nonce is a hash of ticket and second (weaker page)',
      view: target({}, weakerPages.nonceOfTime),
    },
    {
      name: "the form's nonce is a hash of the ticket (weaker function)",
      view: target(weakerFunctions.nonceOfTicket, []),
    },
  ],
});
