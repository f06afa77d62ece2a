import type { Browser } from 'playwright-core';
import { keysIn } from '../../local/simulation/web-respondent.ts';
import { makeBallot } from '../../web/respondent/ballot.ts';
import { attack, type Try } from './attack.ts';
import { altering, lies, swapping } from './lies.ts';
import { theBrowser } from './visits/browser.ts';
import { choose, send } from './visits/looks.ts';
import {
  ballotsWith,
  servingScriptWith,
  whileWeak,
  type MakeBallot,
  type Weakness,
} from './weaker/altered.ts';
import { weakerFunctions, weakerPages } from './weaker/changes.ts';
import { behindFront, type Handling } from './world/front.ts';
import { takeSpares } from './world/spares.ts';
import type { Invited, Stage } from './world/stage.ts';
import type { World } from './world/world.ts';

/*
 * A ballot that was signed with a key made for one person is known again when it is cast, blinded or not. So the page
 * must hold the same keys for everyone, and must notice when somebody signs with another.
 */

type Attacked = {
  readonly stage: Stage;
  readonly weakness: Weakness;
  /** The page's own code. */
  readonly makeBallot: MakeBallot;
  /** An invitation, which is never used: nothing of what is posted here comes further than to the adversary. */
  readonly invited: Invited;
};

const never = { chance: 0, limit: 0 };
const readers = 48;

/** Reads the page as many people do, who differ in everything that a request can tell. */
async function everyReader({ stage, invited }: Attacked): Promise<Try> {
  const [address = '', fragment = ''] = invited.link.split('#');
  const agents = ['Mozilla/5.0 (iPhone)', 'Mozilla/5.0 (X11; Linux)', 'LinkScanner/1.0', 'Nokia3310/1.0'];
  const read = async (reader: number): Promise<string> => {
    const response = await fetch(`${address}?reader=${reader % 7}#${fragment}`, {
      headers: {
        cookie: `reader=${reader}`,
        'user-agent': agents[reader % agents.length] ?? '',
        'accept-language': reader % 2 === 0 ? 'fi' : 'sv',
        'x-forwarded-for': `192.0.2.${reader}`,
        'accept-encoding': reader % 3 === 0 ? 'identity' : 'gzip',
      },
    });
    return `${response.headers.get('content-security-policy') ?? ''}\n${await response.text()}`;
  };
  const all = Array.from({ length: readers }, (_, reader) => reader);
  const early = await Promise.all(all.slice(readers / 2).map(read));
  stage.passTo(stage.now + 3 * 3600_000);
  const pages = [...early, ...(await Promise.all(all.slice(0, readers / 2).map(read)))];
  const odd = pages.filter((page) => page !== pages[0]).length;
  return { name: 'readers who get a page of their own', success: odd / readers, ...never };
}

/** Lets the page's own code meet servers that sign with anything but the page's key. */
async function lyingSigners({ invited: { link, ticket, context }, makeBallot }: Attacked): Promise<Try> {
  const keys = keysIn(await (await fetch(link)).text());
  let posted = 0;
  for (const lie of lies) {
    const sendAnswers = makeBallot({ ticket, context }, keys, {
      post: (path, body) => {
        if (path === '/v1/ballots' && 'blinded' in body)
          return Promise.resolve({ status: 200, body: { signature: lie(String(body.blinded)) } });
        posted += 1;
        return Promise.resolve({ status: 202, body: {} });
      },
      pause: () => Promise.resolve(),
    });
    // With some keys there is nothing to blind: the page gives up then, too.
    await sendAnswers({ heard: 5 }).catch(() => undefined);
  }
  return { name: 'ballots cast though another key had signed them', success: posted / lies.length, ...never };
}

/** Answers in a real browser. */
async function inBrowser(
  name: string,
  browser: Browser,
  handling: Handling,
  attacked: Attacked,
): Promise<Try> {
  const { stage, invited } = attacked;
  return behindFront(stage.system.endpoints.web, handling, async ({ asked, through }) => {
    const page = await browser.newPage();
    await page.goto(through(invited.link));
    if ((await page.getAttribute('main', 'data-page')) === 'questions') {
      await choose(page);
      await send(page);
    }
    await page.close();
    const isCast = asked.some(({ url }) => url === '/v1/responses');
    return { name, success: isCast ? 1 : 0, ...never };
  });
}

async function tryOn(attacked: Attacked) {
  const browser = await theBrowser();
  return whileWeak(attacked.stage.system, attacked.weakness, async () => ({
    tries: [
      await everyReader(attacked),
      await lyingSigners(attacked),
      await inBrowser('in Chromium: another key signs', browser, swapping, attacked),
      await inBrowser('in Chromium: the page is given another key on its way', browser, altering, attacked),
    ],
  }));
}

type Weakened = Partial<Pick<Attacked, 'weakness' | 'makeBallot'>>;

const spare = new WeakMap<World, Invited>();

/** One invitation serves for all, since none of its ballots arrives. */
const target =
  (weakened: () => Promise<Weakened> | Weakened = () => ({})) =>
  async (world: World): Promise<Attacked> => {
    const invited = spare.get(world) ?? takeSpares(world, 1)[0];
    if (invited === undefined) throw new Error('nobody is left to be attacked');
    spare.set(world, invited);
    return { stage: world.stage, weakness: {}, makeBallot, invited, ...(await weakened()) };
  };

export const keyForOne = attack<Attacked>({
  id: 'A-05',
  adversary: 'signs ballots, and can change what goes between a respondent and the system',
  tries: 'to have a ballot signed with a key made for one person, in the page or between the two posts',
  view: target(),
  attempt: tryOn,
  weakened: [
    {
      name: 'the page gives every reader a key of their own (weaker function)',
      view: target(() => ({ weakness: weakerFunctions.keyOfTheReader })),
    },
    {
      name: 'the page does not verify what was signed (weaker page)',
      view: target(async () => ({
        weakness: { 'show-survey': await servingScriptWith(weakerPages.unverified) },
        makeBallot: await ballotsWith(weakerPages.unverified),
      })),
    },
    {
      name: 'the page is not pinned by its policy (weaker function)',
      view: target(() => ({ weakness: weakerFunctions.noPolicy })),
    },
  ],
});
