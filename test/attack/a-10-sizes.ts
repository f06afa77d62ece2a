import { openForm, sendForm } from '../support/question-forms.ts';
import { keysIn } from '../../local/simulation/web-respondent.ts';
import { environment } from '../../shared/contract/environment.ts';
import type { Answers } from '../../web/respondent/answers.ts';
import { makeBallot } from '../../web/respondent/ballot.ts';
import { attack, type Try } from './attack.ts';
import { ballotsWith, whileWeak, type Change, type MakeBallot, type Weakness } from './weaker/altered.ts';
import { weakerFunctions, weakerPages } from './weaker/changes.ts';
import { itemsNow } from './world/counts.ts';
import type { Item } from './world/dumps.ts';
import { behindFront, type Asked, type Reply } from './world/front.ts';
import { takeSpares } from './world/spares.ts';
import type { Invited, Stage } from './world/stage.ts';
import type { World } from './world/world.ts';

/*
 * An envelope that is larger for a longer answer, or a reply that differs, tells something through any seal. The
 * adversary watches the line and the meters: sizes, statuses, replies, calls to services and what they weigh, and the
 * stored items. Nobody's clock is asked: what is done is the same, or it is not.
 */

type Attacked = {
  readonly stage: Stage;
  readonly weakness: Weakness;
  /** The page's own code. */
  readonly makeBallot: MakeBallot;
  /** Somebody who has answered: whatever they send again reaches every function, and changes nothing. */
  readonly before: Invited;
  readonly people: readonly Invited[];
};

const fullComment = '€'.repeat(800);
const little = { heard: 1 };
const much = { heard: 5, respect: 4, trust: 3, enough: 5, benefit: 5, wellbeing: 4, recommend: 10 };
/** Nothing but one answer, every answer at its lowest, and everything with as long a comment as there can be. */
const byPage: readonly Answers[] = [
  little,
  Object.fromEntries(Object.keys(much).map((key) => [key, 1])),
  { ...much, comment: fullComment },
];
const byForm: readonly Answers[] = [little, { ...much, comment: fullComment }];

/** What can be seen of one post, without reading a word of it. */
type Seen = {
  readonly url: string;
  readonly asked: string;
  readonly replied: string;
  readonly called: string;
};

const weightOf = (headers: Readonly<Record<string, string>>): string =>
  Object.entries(headers)
    .filter(([name]) => !['host', 'date', 'apigw-requestid', 'user-agent'].includes(name))
    .map(([name, value]) => `${name}:${value.length}`)
    .toSorted()
    .join(' ');

/** Watches what goes through, and sends everything a second time, as a browser does whose reply was lost. */
function watching(stage: Stage, seen: Seen[]) {
  const { ledger } = stage.system.wire;
  return async (asked: Asked, pass: (asked: Asked) => Promise<Reply>): Promise<Reply> => {
    const once = async (): Promise<Reply> => {
      ledger.reset();
      const reply = await pass(asked);
      const calls = ledger
        .calls()
        .map(({ caller, action, resources, requestBytes }) =>
          [caller, action, ...resources, requestBytes].join(' '),
        );
      seen.push({
        url: asked.url.replace(/^\/.*\/answers$/, 'the form'),
        asked: `${asked.body.length} ${weightOf(asked.headers)}`,
        replied: `${reply.status} ${reply.body.length} ${weightOf(reply.headers)}`,
        called: calls.join(', '),
      });
      return reply;
    };
    if (asked.method !== 'POST' || /\/s\/[^/]*$/.test(asked.url)) return pass(asked);
    await once();
    return once();
  };
}

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

/** Sends answers by the page's code. Whatever becomes of them is for the adversary to see. */
async function sendByPage(
  web: string,
  { makeBallot: make }: Attacked,
  one: Invited,
  answers: Answers,
): Promise<void> {
  const keys = keysIn(await (await fetch(one.link)).text());
  await make({ ticket: one.ticket, context: one.context }, keys, {
    post: async (path, body) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${web}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
      return { status: response.status, body: await response.json() };
    },
    pause: () => Promise.resolve(),
  })(answers);
}

async function sendByForm(through: (link: string) => string, one: Invited, answers: Answers): Promise<void> {
  const form = await openForm({ link: through(one.link), code: one.code });
  await sendForm(
    form,
    Object.fromEntries(Object.entries(answers).map(([key, value]) => [key, String(value)])),
  );
}

/** Posts what is well made, and signed by nobody: the function reads its keys, and takes nothing. */
async function warm(web: string, keyId: string | undefined): Promise<void> {
  const zeros = (bytes: number): string => Buffer.alloc(bytes).toString('base64url');
  const body = JSON.stringify({ keyId, nonce: zeros(64), signature: zeros(256), sealed: zeros(3840) });
  const headers = { 'content-type': 'application/json' };
  await (await fetch(`${web}/v1/responses`, { method: 'POST', headers, body })).arrayBuffer();
}

/** Everybody answers in their own way. @returns what was seen, and what is stored since */
async function watch(attacked: Attacked) {
  const { stage, before, people } = attacked;
  const seen: Seen[] = [];
  const stored = async (variable: string): Promise<Item[]> => itemsNow(stage.system, variable);
  const handling = watching(stage, seen);
  return behindFront(stage.system.endpoints.web, handling, async ({ url, through }) => {
    // Keys are read once in a function's life: that says nothing of whoever comes first.
    await sendByPage(url, attacked, before, little);
    await sendByForm(through, before, little);
    await warm(url, keysIn(await (await fetch(before.link)).text())[0]?.id);
    seen.length = 0;
    const [marks, pool] = [await stored(environment.ballotsTable), await stored(environment.poolTable)];
    for (const [place, answers] of byPage.entries()) {
      const one = people[place];
      if (one !== undefined) await sendByPage(url, attacked, one, answers);
    }
    for (const [place, answers] of byForm.entries()) {
      const one = people[byPage.length + place];
      if (one !== undefined) await sendByForm(through, one, answers);
    }
    const fresh = async (variable: string, old: readonly Item[]): Promise<Item[]> => {
      const known = new Set(old.map(({ id }) => id));
      return (await stored(variable)).filter(({ id }) => !known.has(id));
    };
    return {
      seen,
      marks: await fresh(environment.ballotsTable, marks),
      answers: await fresh(environment.poolTable, pool),
    };
  });
}

async function tryOn(attacked: Attacked) {
  const { stage, weakness } = attacked;
  const { seen, marks, answers } = await whileWeak(stage.system, weakness, () => watch(attacked));
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
  async (world: World): Promise<Attacked> => {
    const before = world.answered.at(-1)?.invited;
    if (before === undefined) throw new Error('nobody has answered');
    const make = changes.length === 0 ? makeBallot : await ballotsWith(changes);
    const people = takeSpares(world, byPage.length + byForm.length);
    return { stage: world.stage, weakness, makeBallot: make, before, people };
  };

export const sizes = attack<Attacked>({
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
