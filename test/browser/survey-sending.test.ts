/**
 * Shows what becomes of an answer that is sent from the page in a real browser, on the running system: it is counted
 * once, whatever is lost on the way, pressed twice or opened twice, across the turn of a quarter, and in browsers that
 * can't do what the page does. The test keeps count of the answers that were thanked for, and compares the pool after
 * each, and the release of the quarter at the end. Everything that goes wrong is put into the network in between.
 */
import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Page, Route } from 'playwright-core';
import * as z from 'zod';
import { signBlinded } from '../../shared/adapters/crypto/blind-signature.ts';
import { formLanguages } from '../../shared/domain/vocabulary.ts';
import { follow } from '../support/page-steps.ts';
import { askAs, releaseOf } from '../support/staff.ts';
import {
  fillIn,
  hurried,
  send,
  standsAt,
  startSurvey,
  type Survey,
  type Visit,
} from '../support/survey-visits.ts';

const ballots = '/v1/ballots';
const responses = '/v1/responses';

let survey: Survey;
/** Answers that this test was thanked for in the first quarter. */
let counted = 0;
/** Every third answers otherwise than the rest: of answers that are all alike, a release tells no distribution. */
const heardNow = (): number => (counted % 3 === 0 ? 3 : 4);
/** What lay in the pool when a test began. */
let before = 0;

beforeAll(async () => {
  survey = await startSurvey(11);
  await tellOfRegions();
});
afterAll(async () => {
  await survey.stop();
});
beforeEach(async () => {
  before = await survey.pooled();
});

/** Says of the region of everybody's unit what was heard there, and of another region something else. */
async function tellOfRegions(): Promise<void> {
  const put = async (path: string, body: object): Promise<number> =>
    (await askAs(survey.system, 'admin', path, { method: 'PUT', body: JSON.stringify(body) })).status;
  const { units } = z
    .object({ units: z.array(z.object({ region: z.string() })) })
    .parse((await askAs(survey.system, 'admin', '/v1/units')).body);
  const own = units[0]?.region ?? '';
  const name = { fi: 'Toinen', sv: 'Andra', en: 'Other' };
  const other = { name, region: 'elsewhere', organisation: 'elsewhere', public: false };
  expect(await put('/v1/units/elsewhere', other)).toBe(200);
  for (const [region, text] of [
    [own, ownRegion],
    ['elsewhere', otherRegion],
  ] as const) {
    const body = { pairs: [{ said: { fi: text }, did: { fi: text } }] };
    expect(await put(`/v1/actions/regions/${encodeURIComponent(region)}/2025-Q4`, body)).toBe(201);
  }
}
const [ownRegion, otherRegion] = ['Omalla alueella.', 'Muualla.'];

/** Opens a link and answers, without sending. */
async function answerIn(visit: Visit, { link } = survey.nextInvitation()): Promise<Page> {
  await visit.page.goto(link);
  await standsAt(visit.page, 'questions');
  await fillIn(visit.page, heardNow());
  return visit.page;
}

/** Closes the window of somebody whose answer must have come, once. */
async function expectThanks(visit: Visit): Promise<void> {
  await standsAt(visit.page, 'thanks');
  // The page that a script asked on is the same for everyone, and tells of all regions; the one without, of the own.
  expect(await visit.page.getByText(ownRegion).first().isVisible()).toBe(true);
  const isAsked = (await visit.page.locator('section#thanks').count()) > 0;
  expect((await visit.page.getByText(otherRegion).filter({ visible: true }).count()) > 0).toBe(isAsked);
  counted += 1;
  expect(await survey.pooled()).toBe(before + 1);
  await visit.close();
}

const postsIn = ({ requested }: Visit): string[] =>
  requested.filter(({ method }) => method === 'POST').map(({ path }) => path);

const stored = `Promise.resolve(indexedDB.databases()).then(async (databases) => [
  document.cookie, localStorage.length, sessionStorage.length, databases.length, (await caches.keys()).length])`;

describe('an answer', () => {
  it.each(formLanguages)(
    'takes three requests in %s, leaves nothing in the browser, and is in the pool',
    async (language) => {
      const visit = await survey.visit();
      const invitation = survey.nextInvitation(language);
      const { pathname, hash } = new URL(invitation.link);
      const [ticket = '', context = ''] = hash.slice(1).split('.');
      const page = await answerIn(visit, invitation);
      // Until it is used, whoever reloads has their invitation yet; from then on it is in no picture of the screen.
      expect(new URL(page.url()).hash).toBe(hash);
      await send(page);
      await standsAt(page, 'thanks');
      expect(page.url()).not.toContain('#');
      expect(visit.requested.map(({ method, path }) => [method, path])).toEqual([
        ['GET', pathname],
        ['POST', ballots],
        ['POST', responses],
      ]);
      const [, ballot, response] = visit.requested;
      expect(ballot?.body).toContain(ticket);
      expect(response?.body).not.toContain(ticket);
      for (const { body } of visit.requested) expect(body).not.toContain(context);
      expect(await page.evaluate(stored)).toEqual(['', 0, 0, 0, 0]);
      expect(await page.context().cookies()).toEqual([]);
      expect(visit.complaints).toEqual([]);
      expect(await page.evaluate('document.activeElement.id')).toBe('thanks');
      await expectThanks(visit);
    },
  );

  it('is one, though Send was pressed twice', async () => {
    const visit = await survey.visit();
    const page = await answerIn(visit);
    await page.dblclick('form:visible button');
    await standsAt(page, 'thanks');
    expect(postsIn(visit)).toEqual([ballots, responses]);
    await expectThanks(visit);
  });

  it('is not sent again by going on, coming back and reloading', async () => {
    const visit = await survey.visit();
    const page = await answerIn(visit);
    await send(page);
    await standsAt(page, 'thanks');
    await page.goto(new URL('/fi/privacy', page.url()).href);
    await page.goBack();
    await page.goForward();
    await page.goBack();
    await page.reload();
    await standsAt(page, 'code');
    expect(postsIn(visit)).toEqual([ballots, responses]);
    counted += 1;
    expect(await survey.pooled()).toBe(before + 1);
    await visit.close();
  });

  it.each([
    ['a day ahead', 86_400_000],
    ['a year behind', -365 * 86_400_000],
  ])('comes from a phone whose clock is %s', async (_, wrongMs) => {
    const first = `const now=Date.now;window.Date=class extends Date{constructor(...given){super(...(given.length?given:[now()+${wrongMs}]))}static now(){return now()+${wrongMs}}}`;
    const visit = await survey.visit({ first });
    await send(await answerIn(visit));
    await expectThanks(visit);
  });
});

describe('an invitation that is opened twice', () => {
  it('is used by the one that is sent first', async () => {
    const invitation = survey.nextInvitation();
    const [one, other] = [await survey.visit(), await survey.visit()];
    const pages = [await answerIn(one, invitation), await answerIn(other, invitation)];
    for (const page of pages) await send(page);
    await expectThanks(one);
    await standsAt(other.page, 'used');
    expect(other.page.url()).not.toContain('#');
    expect(postsIn(other)).toEqual([ballots]);
    expect(await survey.pooled()).toBe(before + 1);
    await other.close();
  });

  it('is used by one of two that are sent at once', async () => {
    const invitation = survey.nextInvitation();
    const visits = [await survey.visit(), await survey.visit()];
    const pages = await Promise.all(visits.map((visit) => answerIn(visit, invitation)));
    await Promise.all(pages.map(send));
    const ended = pages.map(async (page) => {
      await page.locator('main:is([data-page=thanks],[data-page=used])').waitFor();
      return page.locator('main').getAttribute('data-page');
    });
    expect((await Promise.all(ended)).toSorted()).toEqual(['thanks', 'used']);
    counted += 1;
    expect(await survey.pooled()).toBe(before + 1);
    for (const visit of visits) await visit.close();
  });
});

/** Lets a post reach the server, and loses the reply. */
async function loseReply(route: Route): Promise<void> {
  await route.fetch();
  await route.abort();
}

describe.each([ballots, responses])('a post to %s', (path) => {
  it('whose reply was lost is had again by the page itself', async () => {
    const visit = await survey.visit({ first: hurried });
    const page = await answerIn(visit);
    await page.route(`**${path}`, loseReply, { times: 1 });
    await send(page);
    await standsAt(page, 'thanks');
    expect(postsIn(visit).filter((each) => each === path)).toHaveLength(2);
    await expectThanks(visit);
  });

  it.each([
    ['all of whose replies were lost', loseReply],
    ['that never arrived', (route: Route) => route.abort()],
  ])('%s leaves the answers in the page, to be sent again', async (_, lose) => {
    const visit = await survey.visit({ first: hurried });
    const page = await answerIn(visit);
    await page.route(`**${path}`, lose);
    await send(page);
    await page.locator('#unavailable').waitFor();
    expect(postsIn(visit).filter((each) => each === path)).toHaveLength(4);
    expect(await page.locator('form:visible input:checked').count()).toBe(2);
    expect(await page.inputValue('form:visible textarea')).toBe('Meitä kuunneltiin.');
    await page.unroute(`**${path}`);
    await send(page);
    await expectThanks(visit);
  });
});

describe('a ballot', () => {
  it('that was signed with another key is not handed in, now or later', async () => {
    const visit = await survey.visit();
    const page = await answerIn(visit);
    await page.route(`**${ballots}`, async (route) => {
      const { blinded } = route.request().postDataJSON() as { blinded: string };
      await route.fulfill({ json: { signature: signedByAnother(Buffer.from(blinded, 'base64url')) } });
    });
    for (let pressed = 0; pressed < 2; pressed++) {
      await send(page);
      await page.locator('#tampered').waitFor();
    }
    await page.unroute(`**${ballots}`);
    await send(page);
    await page.locator('#tampered').waitFor();
    expect(postsIn(visit)).toEqual([ballots]);
    await visit.close();
  });

  it('of a ticket that is not ours is refused, and the page asks for the code', async () => {
    const visit = await survey.visit();
    const { link, code } = survey.nextInvitation();
    const page = await answerIn(visit, { link: link.replace(/#./, link.includes('#A') ? '#B' : '#A'), code });
    await send(page);
    await page.locator('#refused').waitFor();
    expect(page.url()).not.toContain('#');
    await page.fill('input[name=code]', code);
    await follow(page);
    await standsAt(page, 'questions');
    await fillIn(page, heardNow());
    await follow(page);
    await expectThanks(visit);
  });
});

/** A right signature of a key that is not the page's; a number above its modulus can't be signed, so some are tried. */
function signedByAnother(blinded: Buffer): string {
  for (;;) {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const signature = signBlinded(privateKey, blinded);
    if (signature !== undefined) return signature.toString('base64url');
  }
}

describe('a browser', () => {
  it.each([
    ['BigInt', 'delete window.BigInt'],
    ['crypto.subtle', 'Object.defineProperty(Crypto.prototype,"subtle",{value:undefined})'],
    ['fetch', 'delete window.fetch'],
    ['AbortController', 'delete window.AbortController'],
  ])('without %s sends the form, with the code filled in', async (_, first) => {
    const visit = await survey.visit({ first });
    await visit.page.goto(survey.nextInvitation().link);
    await sendForm(visit);
  });

  it('without JavaScript sends the form, once the code is typed', async () => {
    const visit = await survey.visit({ javaScriptEnabled: false });
    const { link, code } = survey.nextInvitation();
    await visit.page.goto(link);
    await visit.page.fill('input[name=code]', code);
    await sendForm(visit);
  });

  async function sendForm(visit: Visit): Promise<void> {
    const { page } = visit;
    await standsAt(page, 'code');
    await follow(page);
    await standsAt(page, 'questions');
    await fillIn(page, heardNow());
    await follow(page);
    await standsAt(page, 'thanks');
    expect(visit.complaints).toEqual([]);
    await expectThanks(visit);
  }
});

describe('the turn of a quarter', () => {
  const pin = (moment: string): void => {
    survey.system.clock.pin(Date.parse(moment));
  };
  const [lastMinutes, nextDay] = ['2026-03-31T23:55:00+03:00', '2026-04-01T00:30:00+03:00'];
  /** Opened in the old quarter. */
  let old: Page;
  let late: Visit;
  /** As above, of an answer that the next quarter counts. */
  async function expectThanksNext(visit: Visit): Promise<void> {
    await standsAt(visit.page, 'thanks');
    expect(await survey.pooled()).toBe(before + 1);
    await visit.close();
  }

  beforeAll(async () => {
    pin(lastMinutes);
    late = await survey.visit();
    old = await answerIn(late);
  });

  it('between opening and sending is met with the next key of the page', async () => {
    pin(lastMinutes);
    const visit = await survey.visit();
    const page = await answerIn(visit);
    pin(nextDay);
    await send(page);
    await standsAt(page, 'thanks');
    expect(postsIn(visit)).toEqual([ballots, ballots, responses]);
    await expectThanksNext(visit);
  });

  it('between the two posts is met by sealing anew', async () => {
    pin(lastMinutes);
    const visit = await survey.visit();
    const page = await answerIn(visit);
    await page.route(`**${responses}`, (route) => {
      pin(nextDay);
      return route.continue();
    });
    await send(page);
    await standsAt(page, 'thanks');
    expect(postsIn(visit)).toEqual([ballots, responses, responses]);
    expect(visit.requested.at(-1)?.body).toContain('"sealedTo":"2026-Q2"');
    await expectThanksNext(visit);
  });

  it('after a ballot whose reply was lost does not cost the answer', async () => {
    pin(lastMinutes);
    const visit = await survey.visit({ first: hurried });
    const page = await answerIn(visit);
    await page.route(`**${ballots}`, loseReply);
    await send(page);
    await page.locator('#unavailable').waitFor();
    await page.unroute(`**${ballots}`);
    pin(nextDay);
    await send(page);
    await expectThanksNext(visit);
  });

  it('closes the old one, and its release counts whoever was thanked before', async () => {
    pin('2026-04-01T03:30:00+03:00');
    const { failed, deadLetters } = await survey.system.settle();
    expect({ failed, deadLetters }).toEqual({ failed: [], deadLetters: [] });
    const { cells } = await releaseOf(survey.system, 'T1', '2026-Q1');
    const heard = cells.find(({ item }) => item === 'heard');
    const threes = Math.ceil(counted / 3);
    expect(heard).toMatchObject({ responses: counted, distribution: [0, 0, threes, counted - threes, 0] });
    // All have recommended it as warmly as one can: no more is told than that nearly everybody may have.
    expect(cells.find(({ item }) => item === 'recommend')).toMatchObject({
      ...{ responses: counted, distribution: null, groups: null, mean: null, index: null },
      meanBand: { from: 8, to: 10 },
    });
  });

  it('ends an invitation in the end', async () => {
    pin('2026-06-02T12:00:00+03:00');
    const visit = await survey.visit();
    const page = await answerIn(visit);
    await send(page);
    await standsAt(page, 'expired');
    expect(postsIn(visit)).toEqual([ballots]);
    await visit.close();
  });

  it('that came twice ends the invitation of an old page, in one go', async () => {
    pin('2026-07-01T12:00:00+03:00');
    await send(old);
    await standsAt(old, 'expired');
    expect(old.url()).not.toContain('#');
    expect(postsIn(late)).toEqual([ballots]);
    await late.close();
  });
});
