import { openForm, sendForm } from '../../support/question-forms.ts';
import { keysIn } from '../../../local/simulation/web-respondent.ts';
import { environment } from '../../../shared/contract/environment.ts';
import type { Answers } from '../../../web/respondent/answers.ts';
import type { MakeBallot, Weakness } from '../weaker/altered.ts';
import { itemsNow } from '../world/counts.ts';
import type { Item } from '../world/dumps.ts';
import { behindFront, type Asked, type Reply } from '../world/front.ts';
import type { Invited, Stage } from '../world/stage.ts';

/* People answer in every way there is, while somebody weighs whatever they send, and all that comes of it. */

export type Watched = {
  readonly stage: Stage;
  readonly weakness: Weakness;
  /** The page's own code. */
  readonly makeBallot: MakeBallot;
  /** Somebody who has answered: whatever they send again reaches every function, and changes nothing. */
  readonly before: Invited;
  /** Whose answer is the first that the form's function takes. */
  readonly first: Invited;
  readonly people: readonly Invited[];
};

const fullComment = '€'.repeat(800);
const little = { heard: 1 };
const much = { heard: 5, respect: 4, trust: 3, enough: 5, benefit: 5, wellbeing: 4, recommend: 10 };
/** Nothing but one answer, every answer at its lowest, and everything with as long a comment as there can be. */
export const byPage: readonly Answers[] = [
  little,
  Object.fromEntries(Object.keys(much).map((key) => [key, 1])),
  { ...much, comment: fullComment },
];
export const byForm: readonly Answers[] = [little, { ...much, comment: fullComment }];

/** What can be seen of one post, without reading a word of it. */
export type Seen = {
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

/** Sends answers by the page's code. Whatever becomes of them is for the adversary to see. */
async function sendByPage(
  web: string,
  { makeBallot: make }: Watched,
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
  // All in one language: the thanks are longer in one than in another, and an address that all can see names it.
  const link = through(one.link).replace(/\/[\w-]+\/s\//, '/fi/s/');
  const form = await openForm({ link, code: one.code });
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
export async function watch(watched: Watched) {
  const { stage, before, first, people } = watched;
  const seen: Seen[] = [];
  const stored = async (variable: string): Promise<Item[]> => itemsNow(stage.system, variable);
  const handling = watching(stage, seen);
  return behindFront(stage.system.endpoints.web, handling, async ({ url, through }) => {
    // Keys and forms are read once in a function's life, and what is told after thanks once in minutes: that says nothing of
    // whoever comes first.
    await sendByPage(url, watched, before, little);
    await sendByForm(through, before, little);
    await sendByForm(through, first, little);
    for (const one of people.slice(byPage.length)) await sendByForm(through, one, {});
    await warm(url, keysIn(await (await fetch(before.link)).text())[0]?.id);
    seen.length = 0;
    const [marks, pool] = [await stored(environment.ballotsTable), await stored(environment.poolTable)];
    for (const [place, answers] of byPage.entries()) {
      const one = people[place];
      if (one !== undefined) await sendByPage(url, watched, one, answers);
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
