import { randomBytes } from 'node:crypto';
import { openForm, sendForm } from '../support/question-forms.ts';
import { storeAll } from '../support/stored-items.ts';
import { respondInBrowser } from '../../local/simulation/web-respondent.ts';
import { contextName } from '../../shared/adapters/crypto/contexts.ts';
import { environment } from '../../shared/contract/environment.ts';
import { contextSchema } from '../../shared/domain/context.ts';
import { firstMonthOf, monthsAfter, nextQuarter, quarterOf } from '../../shared/domain/calendar/month.ts';
import type { QuarterKeys } from '../../web/respondent/ballot.ts';
import type { Outcome, Try } from './attack.ts';
import { forgedBallots } from './forgeries/ballots.ts';
import { postAll, type Forgery } from './forgeries/forgery.ts';
import { forgedForms } from './forgeries/forms.ts';
import { forgedResponses } from './forgeries/responses.ts';
import { besieging, type Ground, type Moment } from './siege.ts';
import { unsignedContexts, weakerFunctions } from './weaker/changes.ts';
import { blindByHand, castByHand, keysOf, post } from './world/by-hand.ts';
import { idsIn, itemsNow } from './world/counts.ts';
import { takeSpares } from './world/spares.ts';
import type { Invited } from './world/stage.ts';
import type { World } from './world/world.ts';

/*
 * Whoever has no invitation, or has one and wants more of it, makes up tickets, numbers, signatures, nonces, envelopes
 * and contexts. Nothing of it may be taken, nothing counted, and nothing may fall over.
 */

const never = { chance: 0, limit: 0 };

type Found = { readonly tries: Try[]; readonly remarks: string[] };

/** Posts forgeries, and looks whether anything has come of them. */
async function tried(what: string, { stage, every }: Ground, all: readonly Forgery[]): Promise<Found> {
  const forgeries = all.filter((_, place) => place % every === 0);
  const stored = async (): Promise<number> => {
    const [marks, answers] = await Promise.all([
      idsIn(stage.system, environment.ballotsTable),
      idsIn(stage.system, environment.poolTable),
    ]);
    return marks.size + answers.size;
  };
  const before = await stored();
  const { taken, fallen } = await postAll(stage.system.endpoints.web, forgeries);
  const change = (await stored()) - before;
  const share = (count: number): number => Math.abs(count) / forgeries.length;
  return {
    remarks: [...taken.map((name) => `taken: ${name}`), ...fallen.map((name) => `fell over: ${name}`)],
    tries: [
      { name: `forged ${what} that are taken`, success: share(taken.length), ...never },
      { name: `forged ${what} that leave something behind`, success: share(change), ...never },
      { name: `forged ${what} that something falls over`, success: share(fallen.length), ...never },
    ],
  };
}

/** A ballot that is signed for an invitation, as it should be. @returns undefined where it was refused */
async function signedFor({ stage, own }: Ground, one: Invited, key: QuarterKeys) {
  const ballot = await blindByHand(one.ticket, key);
  const reply = await post(stage.system.endpoints.web, '/v1/ballots', ballot.asked);
  const signature = ballot.signatureIn(reply);
  return signature === undefined
    ? undefined
    : { ballot, signature, cast: await castByHand(ballot, signature, one, key, { recommend: own }) };
}

/** A name that somebody could have made up for the circumstances of an invitation, written into Settings by hand. */
async function plantContext({ stage }: Ground, { context: name }: Invited): Promise<string> {
  const settings = await itemsNow(stage.system, environment.settingsTable);
  const { context } = settings.find(({ pk, sk }) => pk === 'CONTEXTS' && sk === name) ?? {};
  const madeUp = contextName('a key of nobody', contextSchema.parse(context));
  await storeAll(stage.system, environment.settingsTable, [{ pk: 'CONTEXTS', sk: madeUp, context }]);
  return madeUp;
}

async function* forge(ground: Ground, world: World): AsyncGenerator<Moment, Outcome> {
  const { stage, quarter, invited, own, counted } = ground;
  const { web } = stage.system.endpoints;
  const [forger, ...honest] = invited;
  const [first, second, third] = takeSpares(world, 3);
  if (!forger || !first || !second || !third) throw new Error('somebody was not asked');
  const [key] = await keysOf(forger.link);
  if (key === undefined) throw new Error('the page has no key');
  for (const { link } of honest) await respondInBrowser(link, () => ({ recommend: String(own) }));

  const others = [
    quarterOf(monthsAfter(firstMonthOf(quarter), -1)),
    nextQuarter(quarter),
    '9999-Q4',
    '2026-Q5',
  ];
  const found = [
    await tried('ballots', ground, forgedBallots(await blindByHand(third.ticket, key), key, others)),
  ];
  const signed = [await signedFor(ground, first, key), await signedFor(ground, second, key)];
  const [one, two] = signed;
  if (one !== undefined && two !== undefined)
    found.push(await tried('responses', ground, forgedResponses(one.cast, two.cast, key, others)));
  const form = await openForm(forger);
  found.push(await tried('forms', ground, forgedForms(form, web)));

  // Ballots are real from here on, and what is in the envelopes is not. All are taken: nobody can look into them yet.
  const envelopes = [
    { context: await plantContext(ground, forger), answers: { recommend: own } },
    { context: forger.context, answers: { recommend: String(own), heard: 6 } },
  ];
  for (const [place, { context, answers }] of envelopes.entries()) {
    const { ballot, signature } = signed[place] ?? {};
    if (ballot !== undefined && signature !== undefined)
      await post(web, '/v1/responses', await castByHand(ballot, signature, { context }, key, answers));
  }
  const junk = await signedFor(ground, third, key);
  const sealed = randomBytes(3840).toString('base64url');
  if (junk !== undefined) await post(web, '/v1/responses', { ...junk.cast, sealed });
  const flipped = { ...form.hidden, context: randomBytes(9).toString('base64url') };
  await sendForm({ ...form, hidden: flipped }, { recommend: String(own) });

  yield 'the close';
  const tallied = await counted();
  const most = envelopes.length + 2;
  const counts = [
    {
      name: 'forged envelopes that are tallied',
      success: Math.max(0, tallied - honest.length) / most,
      ...never,
    },
    {
      name: 'honest answers that are not',
      success: Math.max(0, honest.length - tallied) / honest.length,
      ...never,
    },
    { name: 'real ballots that are refused by now', success: refusedShare([one, two, junk]), ...never },
  ];
  const tries = [...found.flatMap((each) => each.tries), ...counts];
  return { tries, remarks: [...found.flatMap((each) => each.remarks), ...remarks] };
}

const refusedShare = (signed: readonly unknown[]): number =>
  signed.filter((one) => one === undefined).length / signed.length;

const remarks = [
  'Who is invited twice, from two units, could put one answer into the context of the other: both are their own, and one each is counted.',
];

export const forgeries = besieging({
  id: 'A-08',
  adversary: 'posts whatever they like, with and without invitations, and can write contexts into Settings',
  tries: 'to have anything made up taken or counted, for any unit, or to make something fall over',
  people: 3,
  act: forge,
  weakened: [
    { name: 'a context needs no MAC (weaker mix)', close: unsignedContexts },
    {
      name: 'tickets, numbers and signatures are taken at their word (weaker functions)',
      weakness: weakerFunctions.tooTrusting,
    },
  ],
});
