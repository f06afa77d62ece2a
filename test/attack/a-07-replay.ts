import type { Outcome } from './attack.ts';
import { bothWays, manyBallots, oneBallotByMany, onABadLine, onPaper, tried } from './replays/tricks.ts';
import { besieging, type Ground, type Moment } from './siege.ts';
import { weakerFunctions } from './weaker/changes.ts';
import { blindByHand, castByHand, keysOf, post, type Cast } from './world/by-hand.ts';

/*
 * One person, one answer: whoever posts again, at once, otherwise, or after midnight counts once; and whoever lost a
 * reply on the way counts all the same. Every trick is tried with an invitation of its own.
 */

const never = { chance: 0, limit: 0 };

async function* replay(ground: Ground): AsyncGenerator<Moment, Outcome> {
  const { stage, invited, own, rivals, pooled, counted } = ground;
  const { web } = stage.system.endpoints;
  const [replayed, doubled, mixed, unlucky, paper, late] = invited;
  if (!replayed || !doubled || !mixed || !unlucky || !paper || !late)
    throw new Error('somebody was not asked');
  const [key] = await keysOf(replayed.link);
  if (key === undefined) throw new Error('the page has no key');

  const casts: Cast[] = [];
  const tries = [
    ...(await tried('one ballot, posted by many at once', ground, async () => {
      casts.push(...(await oneBallotByMany(ground, replayed, key)));
      return 2 * rivals;
    })),
    ...(await tried('many ballots for one ticket at once', ground, async () => {
      const several = Math.ceil(rivals / 3);
      casts.push(...(await manyBallots({ ...ground, rivals: several }, doubled, key)));
      return several;
    })),
    ...(await tried('the page and the form for one ticket at once', ground, () =>
      bothWays(ground, mixed, key),
    )),
    ...(await tried('every reply to the page is lost twice', ground, () => onABadLine(ground, unlucky))),
    ...(await tried('every reply to the form is lost twice', ground, () => onPaper(ground, paper))),
  ];

  yield 'the last evening';
  const ballot = await blindByHand(late.ticket, key);
  await post(web, '/v1/ballots', ballot.asked);

  yield 'after midnight';
  const [next] = await keysOf(late.link);
  if (next === undefined || next.id === key.id) throw new Error('the quarter has not turned');
  tries.push(
    ...(await tried('signed before midnight and cast after it, in both quarters', ground, async () => {
      const signature = ballot.signatureIn(await post(web, '/v1/ballots', ballot.asked));
      if (signature === undefined) return 1;
      for (const to of [next, key, next])
        await post(web, '/v1/responses', await castByHand(ballot, signature, late, to, { recommend: own }));
      return 3;
    })),
  );
  const before = await pooled();
  for (const cast of casts.slice(0, 20)) {
    await post(web, '/v1/responses', cast);
    await post(web, '/v1/responses', { ...cast, sealedTo: next.id });
  }
  const again = [...(await pooled())].filter((id) => !before.has(id)).length;
  tries.push({
    name: 'counted more than once: posted again after midnight',
    success: again > 0 ? 1 : 0,
    ...never,
  });

  yield 'the close';
  // All but the one that was cast in the next quarter.
  const expected = invited.length - 1;
  const tallied = await counted();
  tries.push(
    {
      name: 'tallied more than once',
      success: Math.max(0, tallied - expected) / Math.max(tallied, expected),
      ...never,
    },
    { name: 'not tallied', success: Math.max(0, expected - tallied) / expected, ...never },
  );
  return { tries };
}

export const replayed = besieging({
  id: 'A-07',
  adversary: 'has an invitation, knows the code, and can lose any reply',
  tries:
    'to have one invitation counted twice, by repeats, rivals, both ways and midnight; or to lose an answer',
  people: 6,
  act: replay,
  weakened: [
    {
      name: 'a ticket is marked without a condition (weaker functions)',
      weakness: weakerFunctions.markedAlways,
    },
    {
      name: 'what was posted once is not known again (weaker functions)',
      weakness: weakerFunctions.markedOnce,
    },
    {
      name: 'answers are pooled under names of their own (weaker function)',
      weakness: weakerFunctions.pooledAlways,
    },
  ],
});
