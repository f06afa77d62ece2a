import { randomBytes } from 'node:crypto';
import { giveCode } from '../support/question-forms.ts';
import { ticketHash } from '../../shared/adapters/crypto/tickets.ts';
import { quarterAt } from '../../shared/domain/calendar/month.ts';
import { environment } from '../../shared/contract/environment.ts';
import { attack, type Try } from './attack.ts';
import { theBrowser } from './visits/browser.ts';
import { answer, look, scan } from './visits/looks.ts';
import { whileWeak, type Weakness } from './weaker/altered.ts';
import { idsIn } from './world/counts.ts';
import { weakerFunctions } from './weaker/changes.ts';
import { behindFront, type Asked, type Front, type Handling, type Reply } from './world/front.ts';
import { takeSpares } from './world/spares.ts';
import type { Invited, Stage } from './world/stage.ts';
import type { World } from './world/world.ts';

/*
 * Mail is opened by many before its reader: scanners, previews, prefetching browsers, and by readers who look and go.
 * None of them may use an invitation up, or leave it where an address is written down. In between stands a gateway that
 * sees every request, as a proxy, a log or a content network would.
 */

type Attacked = {
  readonly stage: Stage;
  readonly weakness: Weakness;
  /** What the gateway does, beside looking on. */
  readonly handling: Handling;
  /** How invitations are linked to. */
  readonly linked: (link: string) => string;
  readonly people: readonly Invited[];
};

const never = { chance: 0, limit: 0 };

/** What of an invitation must stand in no address and no log. */
const secretsOf = ({ ticket, code }: Invited): string[] => [ticket, code, code.replaceAll('-', '')];

/** Requests that came to the gateway with an invitation where addresses are written down. */
function writtenDown({ asked }: Front, people: readonly Invited[]): Try[] {
  const secrets = people.flatMap(secretsOf);
  const isTold = (text: string): boolean => secrets.some((secret) => text.includes(secret));
  // What a scanner makes of a link by itself is its own doing.
  const own = asked.filter(({ url }) => !url.includes('%23'));
  const inAddress = own.filter(({ url }) => isTold(url)).length;
  const inReferer = own.filter(({ headers }) => isTold(headers['referer'] ?? '')).length;
  return [
    { name: 'requests with a ticket in the address', success: inAddress / own.length, ...never },
    { name: 'requests with a ticket in the Referer', success: inReferer / own.length, ...never },
  ];
}

async function tryOn({ stage, weakness, handling, linked, people }: Attacked) {
  const { system } = stage;
  const browser = await theBrowser();
  return whileWeak(system, weakness, () =>
    behindFront(system.endpoints.web, handling, async (front) => {
      for (const one of people) {
        const link = linked(front.through(one.link));
        await scan(link);
        await giveCode({ link: front.through(one.link) }, one.code);
        await look(browser, link, one);
      }
      const marks = await idsIn(system, environment.ballotsTable);
      const used = people.filter(({ ticket }) => marks.has(ticketHash(ticket))).length;
      let refused = 0;
      for (const one of people) if (!(await answer(browser, front.through(one.link)))) refused += 1;
      const lines = system.logs.all().map(({ text }) => text);
      const isTold = (one: Invited): boolean =>
        secretsOf(one).some((secret) => lines.some((text) => text.includes(secret)));
      return {
        tries: [
          { name: 'tickets that are used up by being looked at', success: used / people.length, ...never },
          { name: 'people who can not answer any more', success: refused / people.length, ...never },
          {
            name: 'tickets in a line that a function logs',
            success: people.filter(isTold).length / people.length,
            ...never,
          },
          ...writtenDown(front, people),
        ],
        remarks: [`${people.length} links were looked at with ${front.asked.length} requests`],
      };
    }),
  );
}

type Weakened = Partial<Pick<Attacked, 'weakness' | 'linked'>> & {
  readonly spends?: boolean;
  readonly people?: number;
};

const target =
  ({ spends = false, people = 1, ...weakened }: Weakened = {}) =>
  (world: World): Attacked => ({
    stage: world.stage,
    weakness: {},
    linked: (link) => link,
    handling: (asked, pass) => (spends ? spendAtSight(world.stage, asked, pass) : pass(asked)),
    people: takeSpares(world, people),
    ...weakened,
  });

/** Uses the ticket up as soon as the page is asked for, as a page does that begins an answer when it is opened. */
const spendAtSight = async (
  stage: Stage,
  asked: Asked,
  pass: (asked: Asked) => Promise<Reply>,
): Promise<Reply> => {
  const ticket = new URL(asked.url, stage.system.endpoints.web).searchParams.get('i')?.split('.')[0];
  if (asked.method === 'GET' && ticket !== undefined) {
    const blinded = Buffer.concat([Buffer.alloc(1), randomBytes(255)]).toString('base64url');
    const body = Buffer.from(JSON.stringify({ ticket, keyId: quarterAt(stage.now), blinded }));
    const headers = { 'content-type': 'application/json' };
    await pass({ method: 'POST', url: '/v1/ballots', headers, body });
  }
  return pass(asked);
};

const inQuery = (link: string): string => link.replace('#', '?i=');

export const scanners = attack<Attacked>({
  id: 'A-09',
  adversary: 'opens every link before its reader does, and reads addresses and logs along the way',
  tries: 'to use invitations up by looking at them, and to find tickets where they are written down',
  view: target({ people: 2 }),
  attempt: tryOn,
  weakened: [
    {
      name: 'the invitation stands in the query of the link (link changed)',
      view: target({ linked: inQuery }),
    },
    {
      name: 'a ticket is used up when the page is opened (weaker gateway)',
      view: target({ linked: inQuery, spends: true }),
    },
    {
      name: 'a function logs the code that was typed (weaker function)',
      view: target({ weakness: weakerFunctions.loggingCodes }),
    },
  ],
});
