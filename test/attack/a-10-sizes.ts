import { makeBallot } from '../../web/respondent/ballot.ts';
import { attack, type Try } from './attack.ts';
import { byForm, byPage, watch, type Seen, type Watched } from './visits/watched.ts';
import { ballotsWith, whileWeak, type Change, type Weakness } from './weaker/altered.ts';
import { weakerFunctions, weakerPages } from './weaker/changes.ts';
import type { Item } from './world/dumps.ts';
import { takeSpares } from './world/spares.ts';
import type { Invited } from './world/stage.ts';
import type { World } from './world/world.ts';

/*
 * An envelope that is larger for a longer answer, or a reply that differs, tells something through any seal. The
 * adversary watches the line and the meters: sizes, statuses, replies, calls to services and what they weigh, and the
 * stored items. Nobody's clock is asked: what is done is the same, or it is not.
 */

/** Of so many that should look alike: the share that can be told by how it looks. One may always be guessed. */
function toldApart(name: string, looks: readonly string[]): Try {
  if (looks.length < 2) throw new Error(`there is nothing to compare: ${name}`);
  const chance = 1 / looks.length;
  return { name, success: new Set(looks).size / looks.length, chance, limit: chance };
}

/** Names, kinds and sizes of what is stored, and nothing of its content. */
const shapeOf = (item: Item): string =>
  Object.entries(item)
    .map(
      ([name, value]) =>
        `${name}:${value instanceof Uint8Array ? value.length : JSON.stringify(value).length}`,
    )
    .toSorted()
    .join(' ');

async function tryOn(watched: Watched) {
  const { stage, weakness } = watched;
  const { seen, marks, answers } = await whileWeak(stage.system, weakness, () => watch(watched));
  const posts = (url: string): Seen[] => seen.filter((one) => one.url === url);
  const [ballots, responses, forms] = [posts('/v1/ballots'), posts('/v1/responses'), posts('the form')];
  return {
    tries: [
      toldApart(
        'answers by the size of the ballot',
        ballots.map(({ asked }) => asked),
      ),
      toldApart(
        'answers by the size of the envelope',
        responses.map(({ asked }) => asked),
      ),
      toldApart(
        'first and repeated ballots by the reply',
        ballots.map(({ replied }) => replied),
      ),
      toldApart(
        'first and repeated envelopes by the reply',
        responses.map(({ replied }) => replied),
      ),
      toldApart(
        'first and repeated forms by the reply',
        forms.map(({ replied }) => replied),
      ),
      toldApart(
        'ballots by the calls that are made',
        ballots.map(({ called }) => called),
      ),
      toldApart(
        'envelopes by the calls that are made',
        responses.map(({ called }) => called),
      ),
      toldApart(
        'forms by the calls that are made',
        forms.map(({ called }) => called),
      ),
      toldApart('both ways by the mark that is stored', marks.map(shapeOf)),
      toldApart('both ways by the answer that is stored', answers.map(shapeOf)),
    ],
    remarks: [
      'A form without JavaScript is as long as what is written in it, and whoever listens on its line could weigh it.',
    ],
  };
}

const target =
  (weakness: Weakness, changes: readonly Change[]) =>
  async (world: World): Promise<Watched> => {
    const before = world.answered.at(-1)?.invited;
    if (before === undefined) throw new Error('nobody has answered');
    const make = changes.length === 0 ? makeBallot : await ballotsWith(changes);
    // Not every form asks everything, and a form that is sent empty is another thing than an answer.
    const adults = ['parent', 'guardian', 'close-person'];
    const askedThese = [...adults, 'young-person'];
    const isOneOf = (roles: readonly string[]) => (one: Invited) => roles.includes(one.person.recipient.role);
    // Whom a form thanks, in words that fit, is told by its address.
    const byForms = takeSpares(world, byForm.length, isOneOf(adults));
    const [first, ...byPages] = takeSpares(world, 1 + byPage.length, isOneOf(askedThese));
    const people = [...byPages, ...byForms];
    if (first === undefined) throw new Error('nobody is left to answer');
    return { stage: world.stage, weakness, makeBallot: make, before, first, people };
  };

export const sizes = attack<Watched>({
  id: 'A-10',
  adversary: 'weighs everything that is sent, answered, called and stored, and reads no word of it',
  tries: 'to tell answers, or ways of answering, or a repeat, by a size, a status, a reply or a call',
  view: target({}, []),
  attempt: tryOn,
  weakened: [
    {
      name: 'answers are sealed as long as they are (weaker page and function)',
      view: target(weakerFunctions.anySize, weakerPages.unpadded),
    },
    {
      name: 'the reply tells a repeat (weaker function)',
      view: target(weakerFunctions.tellingRepeats, []),
    },
  ],
});
