/**
 * What respondents do with a page: open it twenty times, mistype, paste, send twice, send nothing, send too much, come
 * too late, and come in the last minute of a quarter. Some answer by the form without JavaScript; for others the page's
 * own code makes a ballot and seals. The test keeps count of what was answered and when, and compares the releases of
 * four quarters with it. Meanwhile an administrator makes a form of their own, lets it be tried, publishes and withdraws it.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { environment } from '../../shared/contract/environment.ts';
import { draftSchema } from '../../shared/domain/questions/draft.ts';
import { editionsOf } from '../../shared/domain/releases/editions.ts';
import { openMailbox, type Mail } from '../../local/simulation/inbox.ts';
import { parsePage } from '../../local/simulation/page.ts';
import type { Invitation } from '../../local/simulation/respondent.ts';
import { keysIn, respondInBrowser } from '../../local/simulation/web-respondent.ts';
import { startSystem, type System } from '../../local/system.ts';
import { deliverBatch, meetingHeld } from '../support/deliveries.ts';
import {
  giveCode,
  invitationIn,
  openForm,
  postForm,
  sendForm,
  type OpenForm,
} from '../support/question-forms.ts';
import { holdBeforeResponse, postingTo } from '../support/posts.ts';
import { askAs, releaseOf } from '../support/staff.ts';
import { itemsIn } from '../support/stored-items.ts';

let system: System;
let newMail: () => Promise<Mail[]>;
/** Invitations of March, which can be answered until the end of May; each is used by one test. */
let invitations: Invitation[];
let tooLate: OpenForm;

/** How often `heard` was answered, as far as this test knows. */
const answered = { '2026-Q1': 0, '2026-Q2': 0, '2026-Q3': 0 };

async function moveTo(now: string): Promise<void> {
  system.clock.pin(Date.parse(now));
  const { failed, deadLetters } = await system.settle();
  expect({ failed, deadLetters }).toEqual({ failed: [], deadLetters: [] });
}

/** Holds a meeting with each of so many parents, and reads their mail on the next day. */
async function invite(count: number, heldAt: string, nextDay: string): Promise<Invitation[]> {
  system.clock.pin(Date.parse(heldAt));
  const meetings = Array.from({ length: count }, () => meetingHeld(system));
  expect((await deliverBatch(system, meetings)).status).toBe(202);
  await moveTo(nextDay);
  return (await newMail()).map((mail) => invitationIn(mail));
}

const nextInvitation = (): Invitation => {
  const invitation = invitations.pop();
  if (invitation === undefined) throw new Error('more people were needed than were invited');
  return invitation;
};

/** Answers as everybody should be able to. */
async function answerIn(quarter: keyof typeof answered, form: OpenForm): Promise<void> {
  expect(await sendForm(form, { heard: '5', aim: '3' })).toMatchObject({
    status: 200,
    page: 'thanks',
  });
  answered[quarter] += 1;
}

/** The same for a browser with JavaScript. */
const chooseFive = () => ({ heard: '5', aim: '3' });

const stored = async (variable: string): Promise<number> => (await itemsIn(system, variable)).length;

beforeAll(async () => {
  system = await startSystem({ now: '2026-03-02T10:00:00+02:00' });
  newMail = openMailbox(system.endpoints.ses);
  invitations = await invite(23, '2026-03-02T10:00:00+02:00', '2026-03-03T12:00:00+02:00');
  expect(invitations).toHaveLength(23);
  tooLate = await openForm(nextInvitation());
});
afterAll(async () => {
  await system.stop();
});

describe('the page behind a link', () => {
  const page = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${system.endpoints.web}${path}`, init);

  it.each(['fi', 'sv', 'en'])('is the same for everyone in %s, and can be cached', async (language) => {
    const first = await page(`/${language}/s/meeting.1`);
    expect(first.status).toBe(200);
    expect(first.headers.get('cache-control')).toMatch(/^public, max-age=\d+$/);
    expect(first.headers.get('set-cookie')).toBeNull();
    const html = await first.text();
    const { kind, ...shown } = parsePage(html, first.url);
    expect([kind, shown.language]).toEqual(['code', language]);
    // The form for the code, and for a browser with JavaScript the questions, with the keys to seal answers with.
    const typesIn = (markup: string): string[][] =>
      parsePage(markup, first.url).forms.map(({ fields }) => [...new Set(fields.map(({ type }) => type))]);
    const kept = [...html.matchAll(/<script type="text\/html">(.*?)<\/script>/gs)].map(
      ([, markup]) => markup,
    );
    expect([typesIn(html), typesIn(kept.join(''))]).toEqual([[['text']], [['radio', 'textarea']]]);
    expect(keysIn(html).map(({ id }) => id)).toEqual(['2026-Q1', '2026-Q2']);
    const again = await page(`/${language}/s/meeting.1?utm_source=mail`, {
      headers: { 'accept-encoding': 'identity', cookie: 'seen=1', 'user-agent': 'LinkScanner/1.0' },
    });
    expect(await again.text()).toBe(html);
  });

  it('uses nothing up, however often it is opened or scanned', async () => {
    const { link } = nextInvitation();
    const writes = system.wire.ledger.writes();
    const path = new URL(link).pathname;
    await Promise.all(Array.from({ length: 20 }, () => page(path).then((response) => response.text())));
    expect((await page(path, { method: 'HEAD' })).status).toBe(404);
    expect((await page(path, { method: 'OPTIONS' })).status).toBe(404);
    expect(system.wire.ledger.writes()).toBe(writes);
    expect(await stored(environment.ballotsTable)).toBe(0);
  });

  it.each([
    '/de/s/meeting.1',
    '/fi/s/..%2f..%2fetc',
    '/fi/s/meeting',
    '/fi/s/meeting.2',
    '/fi/s/nobody.1',
    '/fi/s/%00.1',
  ])('is not there at %s', async (path) => {
    expect((await page(path)).status).toBe(404);
  });
});

describe('a code', () => {
  it('is taken as people type and paste it', async () => {
    const invitation = nextInvitation();
    const { code, link } = invitation;
    const spellings = [
      code,
      code.toLowerCase(),
      code.replaceAll('-', ''),
      ` ${code.replaceAll('-', ' ')} `,
      code.replaceAll('-', '–').replaceAll('0', 'o').replaceAll('1', 'l'),
      link,
      ` ${link}\n`,
      link.replace(/^.*#/, ''),
    ];
    for (const spelling of spellings)
      expect([spelling, (await giveCode(invitation, spelling)).page]).toEqual([spelling, 'questions']);
    expect(await stored(environment.ballotsTable)).toBe(0);
    await answerIn('2026-Q1', await openForm(invitation));
  });

  it('that is mistyped leads back to the page, which says so', async () => {
    const invitation = nextInvitation();
    const { code } = invitation;
    const otherEnd = code.endsWith('A') ? 'B' : 'A';
    const wrong = [
      '',
      'x',
      code.slice(0, -1),
      `${code}A`,
      `${code.slice(0, -1)}U`,
      'ß'.repeat(40),
      '0'.repeat(40),
    ];
    // Its last letter belongs to the context, its first to the ticket.
    wrong.push(`${code.slice(0, -1)}${otherEnd}`, `${code.startsWith('A') ? 'B' : 'A'}${code.slice(1)}`);
    for (const spelling of wrong) {
      const shown = await giveCode(invitation, spelling);
      expect([spelling, shown.status, shown.page]).toEqual([spelling, 422, 'code']);
      expect(shown.html).toContain('role="alert"');
      expect(shown.html).not.toContain(code);
    }
    await answerIn('2026-Q1', await openForm(invitation));
  });
});

describe('a form', () => {
  it('counts once, though two were opened and both were sent', async () => {
    const invitation = nextInvitation();
    const [first, second] = [await openForm(invitation), await openForm(invitation)];
    expect(first.hidden['nonce']).not.toBe(second.hidden['nonce']);
    const before = await stored(environment.poolTable);
    await answerIn('2026-Q1', first);
    expect(await sendForm(second, { heard: '1' })).toMatchObject({ status: 409, page: 'used' });
    expect(await stored(environment.poolTable)).toBe(before + 1);
  });

  it('sent twenty times at once is one answer', async () => {
    const form = await openForm(nextInvitation());
    const before = await stored(environment.poolTable);
    const shown = await Promise.all(
      Array.from({ length: 20 }, () => sendForm(form, { heard: '5', aim: '3' })),
    );
    expect(new Set(shown.map(({ page }) => page))).toEqual(new Set(['thanks']));
    answered['2026-Q1'] += 1;
    expect(await stored(environment.poolTable)).toBe(before + 1);
  });

  it('of which ten kinds are sent at once is one answer too', async () => {
    const invitation = nextInvitation();
    const forms = await Promise.all(Array.from({ length: 10 }, () => openForm(invitation)));
    const shown = await Promise.all(forms.map((form) => sendForm(form, { heard: '5', aim: '3' })));
    expect(shown.map(({ page }) => page).toSorted()).toEqual(['thanks', ...Array<string>(9).fill('used')]);
    answered['2026-Q1'] += 1;
  });

  it('without an answer comes back, and spends nothing', async () => {
    const form = await openForm(nextInvitation());
    const ballots = await stored(environment.ballotsTable);
    const offScale = ['0', '6', '-1', '5.0', '1e0', '٣', 'five', '5 '].map((heard) => ({ heard }));
    for (const nothing of [{}, { heard: '', aim: '' }, { unknown: '5' }, ...offScale]) {
      const shown = await sendForm(form, nothing);
      expect(shown).toMatchObject({ status: 422, page: 'questions' });
      expect(shown.html).toContain('role="alert"');
    }
    expect(await stored(environment.ballotsTable)).toBe(ballots);
    await answerIn('2026-Q1', form);
  });

  it('keeps what is on the scale, and drops what is not', async () => {
    for (const heard of ['6', '-1']) {
      const form = await openForm(nextInvitation());
      expect(await sendForm(form, { heard, aim: '3' })).toMatchObject({ status: 200, page: 'thanks' });
    }
  });

  it('that was tampered with is refused', async () => {
    const { action, hidden } = tooLate;
    const other = (value = ''): string => `${value.startsWith('A') ? 'B' : 'A'}${value.slice(1)}`;
    const ballots = await stored(environment.ballotsTable);
    for (const changes of [
      { ticket: other(hidden['ticket']) },
      { ticket: '' },
      { nonce: 'short' },
      { context: '<script>' },
    ]) {
      const refused = await postForm(action, { ...hidden, ...changes, heard: '5' });
      expect([changes, refused.status, refused.page]).toEqual([changes, 400, 'incomplete']);
    }
    expect(await postForm(action, { heard: '5' })).toMatchObject({ status: 400, page: 'incomplete' });
    expect(await stored(environment.ballotsTable)).toBe(ballots);
  });

  it('with a comment of a hundred thousand characters comes back with everything in it, to be shortened', async () => {
    const form = await openForm(nextInvitation());
    const ballots = await stored(environment.ballotsTable);
    const comment = '😀'.repeat(100_000);
    const shown = await sendForm(form, { heard: '5', comment });
    expect(shown).toMatchObject({ status: 422, page: 'questions' });
    expect(shown.html).toContain(`\n${comment}</textarea>`);
    expect(shown.html).toMatch(/name="heard" value="5" checked/);
    expect(await stored(environment.ballotsTable)).toBe(ballots);
    await answerIn('2026-Q1', form);
  });

  it('that is larger than any of ours is refused on a page, which says how to go on', async () => {
    const huge = 'x'.repeat(2 * 1024 * 1024);
    expect(await sendForm(tooLate, { heard: huge })).toMatchObject({ status: 413, page: 'too-large' });
    const codeForm = tooLate.action.replace(/\/answers$/, '');
    expect(await postForm(codeForm, { code: huge })).toMatchObject({ status: 413, page: 'too-large' });
  });

  it('is not shown where somebody opens the address that it is sent to', async () => {
    const opened = await fetch(tooLate.action);
    expect([opened.status, opened.headers.get('allow')]).toEqual([405, 'POST']);
    expect(await opened.text()).toContain('data-page="misplaced"');
  });
});

describe('a browser with JavaScript', () => {
  it('has its answers taken by two posts, which tell nothing of each other', async () => {
    const { link } = nextInvitation();
    const [ballots, pool] = [await stored(environment.ballotsTable), await stored(environment.poolTable)];
    const posts: [string, object][] = [];
    const post = postingTo(link);
    const line = {
      post: (path: string, body: object) => {
        posts.push([path, body]);
        return post(path, body);
      },
    };
    expect(await respondInBrowser(link, chooseFive, { line })).toBe('taken');
    answered['2026-Q1'] += 1;
    expect(posts.map(([path]) => path)).toEqual(['/v1/ballots', '/v1/responses']);
    expect([await stored(environment.ballotsTable), await stored(environment.poolTable)]).toEqual([
      ballots + 1,
      pool + 1,
    ]);
    const [[, ballot], [, response]] = posts as [[string, object], [string, object]];
    const shared = Object.values(ballot).filter((value) => Object.values(response).includes(value));
    expect(shared).toEqual(['2026-Q1']);
  });

  it('whose posts arrive a hundred times at once is one answer', async () => {
    const { link } = nextInvitation();
    const [ballots, pool] = [await stored(environment.ballotsTable), await stored(environment.poolTable)];
    const post = postingTo(link);
    const line = {
      post: async (path: string, body: object) => {
        const replies = await Promise.all(Array.from({ length: 100 }, () => post(path, body)));
        const [first] = replies;
        if (first === undefined) throw new Error('nothing was posted');
        expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
        return first;
      },
    };
    expect(await respondInBrowser(link, chooseFive, { line })).toBe('taken');
    answered['2026-Q1'] += 1;
    expect([await stored(environment.ballotsTable), await stored(environment.poolTable)]).toEqual([
      ballots + 1,
      pool + 1,
    ]);
  });

  it('can’t use a ticket that a form has used, nor a form one that a ballot has', async () => {
    const [byForm, byBallot] = [nextInvitation(), nextInvitation()];
    const early = await openForm(byBallot);
    const before = await stored(environment.poolTable);
    await answerIn('2026-Q1', await openForm(byForm));
    expect(await respondInBrowser(byForm.link, chooseFive)).toBe('used');
    expect(await respondInBrowser(byBallot.link, chooseFive)).toBe('taken');
    answered['2026-Q1'] += 1;
    expect(await respondInBrowser(byBallot.link, chooseFive)).toBe('used');
    expect(await sendForm(early, { heard: '1' })).toMatchObject({ status: 409, page: 'used' });
    expect(await stored(environment.poolTable)).toBe(before + 2);
  });

  it('and one without, open beside each other and sent at the same moment, are one answer', async () => {
    const invitation = nextInvitation();
    const form = await openForm(invitation);
    const before = await stored(environment.poolTable);
    const [byForm, byBallot] = await Promise.all([
      sendForm(form, chooseFive()),
      respondInBrowser(invitation.link, chooseFive),
    ]);
    expect([
      ['thanks', 'used'],
      ['used', 'taken'],
    ]).toContainEqual([byForm.page, byBallot]);
    answered['2026-Q1'] += 1;
    expect(await stored(environment.poolTable)).toBe(before + 1);
  });
});

describe('the last minute of a quarter', () => {
  const pooledInMarch = async (): Promise<number> =>
    (await itemsIn(system, environment.poolTable)).filter(({ month }) => month === '2026-03').length;

  it('belongs to it, and the next to the next', async () => {
    const [last, first] = [await openForm(nextInvitation()), await openForm(nextInvitation())];
    system.clock.pin(Date.parse('2026-03-31T23:59:30+03:00'));
    while (answered['2026-Q1'] < 9) await answerIn('2026-Q1', await openForm(nextInvitation()));
    await answerIn('2026-Q1', last);
    const [underWay, late] = [
      await holdBeforeResponse(nextInvitation().link, chooseFive),
      await holdBeforeResponse(nextInvitation().link, chooseFive),
    ];
    system.clock.pin(Date.parse('2026-04-01T00:00:30+03:00'));
    await answerIn('2026-Q2', first);

    // What was sealed before midnight belongs to the old quarter for ten minutes, and is sealed anew after them.
    const before = await pooledInMarch();
    system.clock.pin(Date.parse('2026-04-01T00:09:59+03:00'));
    expect(await underWay.sendResponse()).toBe('taken');
    answered['2026-Q1'] += 1;
    expect(await pooledInMarch()).toBe(before + 1);
    system.clock.pin(Date.parse('2026-04-01T00:10:00+03:00'));
    expect(await late.sendResponse()).toBe('taken');
    answered['2026-Q2'] += 1;
    expect(await pooledInMarch()).toBe(before + 1);
    await moveTo('2026-04-01T03:30:00+03:00');
    const { cells } = await releaseOf(system, 'T1', '2026-Q1');
    const heard = cells.find(({ item }) => item === 'heard');
    expect(heard).toMatchObject({
      responses: answered['2026-Q1'],
      // All were heard as well as one can be: no more is told than that nearly everybody may have been.
      ...{ distribution: null, groups: null, mean: null, meanBand: { from: 4, to: 5 } },
    });
    // Two more answered only what they aim at: what they said of being heard was on no scale.
    expect(cells.find(({ item }) => item === 'aim')?.responses).toBe(answered['2026-Q1'] + 2);
  });
});

describe('a quarter with fewer than ten answers', () => {
  it('is closed with an empty release, and its answers are counted in the next', async () => {
    await answerIn('2026-Q2', await openForm(nextInvitation()));
    const invitation = nextInvitation();
    await moveTo('2026-07-01T03:30:00+03:00');
    expect(answered['2026-Q2']).toBe(3);
    for (const { table, period } of editionsOf('2026-Q2'))
      expect((await releaseOf(system, table, period)).cells).toEqual([]);

    expect(await giveCode(invitation, invitation.code)).toMatchObject({ status: 410, page: 'expired' });
    expect(await sendForm(tooLate, { heard: '5' })).toMatchObject({ status: 410, page: 'expired' });

    for (const july of await invite(8, '2026-07-06T10:00:00+03:00', '2026-07-07T12:00:00+03:00'))
      await answerIn('2026-Q3', await openForm(july));
    await moveTo('2026-10-01T03:30:00+03:00');
    const { cells } = await releaseOf(system, 'T2', '2026-Q3');
    expect(cells.find(({ item }) => item === 'heard')?.responses).toBe(8 + 3);
    expect((await releaseOf(system, 'T2', '2026-Q2')).cells).toEqual([]);
  });
});

/** Does something to the form after meetings, as an administrator. */
const change = (path: string, init: RequestInit) =>
  askAs(system, 'admin', `/v1/surveys/meeting${path}`, init);

describe('a form of the organisation’s own', () => {
  const ownQuestion = 'own-self';
  const text = { fi: 'Sain tulla omana itsenäni.', sv: 'Jag fick vara mig själv.', en: 'I could be myself.' };
  let invited: Invitation[];

  it('is drafted, tried by a panel of whom nothing is kept, and published', async () => {
    const { body } = await askAs(system, 'admin', '/v1/surveys/meeting');
    const { draft } = z.object({ draft: draftSchema.loose() }).parse(body);
    const own = {
      key: ownQuestion,
      scale: 'agreement',
      text: { ...text, 'fi-x-selko': 'Sain olla oma itseni.' },
    };
    const drafted = { ...draft, questions: [...draft.questions, own] };
    const saved = await change('', { method: 'PUT', body: JSON.stringify(drafted) });
    expect([saved.status, saved.body]).toMatchObject([201, { version: 1, faults: [] }]);

    const tables = [environment.ballotsTable, environment.poolTable, environment.reportsTable];
    const before = await Promise.all(tables.map(stored));
    const trial = await change('/trial', { method: 'POST', headers: { 'if-match': '"1"' } });
    const { links } = z.object({ links: z.record(z.string(), z.string()) }).parse(trial.body);
    const link = links['sv'] ?? '';
    expect(await (await fetch(link)).text()).toContain(text.sv);
    expect(await postForm(link, { heard: '1', [ownQuestion]: '1' })).toMatchObject({ status: 200 });
    expect(await Promise.all(tables.map(stored))).toEqual(before);

    const published = await change('/publish', { method: 'POST', headers: { 'if-match': '"1"' } });
    expect([published.status, published.body]).toMatchObject([200, { id: 'meeting', current: 2 }]);
  });

  it('has its own question in what is asked from then on, in the release, and in the digest', async () => {
    invited = await invite(10, '2026-10-05T10:00:00+03:00', '2026-10-06T12:00:00+03:00');
    const [inBrowser, ...others] = invited;
    for (const { link } of invited) expect(new URL(link).pathname).toMatch(/\/s\/meeting\.2$/);
    expect(await respondInBrowser(inBrowser?.link ?? '', () => ({ [ownQuestion]: '2' }))).toBe('taken');
    for (const invitation of others)
      expect(await sendForm(await openForm(invitation), { [ownQuestion]: '4' })).toMatchObject({
        page: 'thanks',
      });
    await moveTo('2027-01-01T03:30:00+02:00');

    const { labels, cells } = await releaseOf(system, 'T1', '2026-Q4');
    const [cell] = cells;
    // Nine of ten agreed as much: what the tenth said is not told.
    expect(cells).toMatchObject([{ item: ownQuestion, responses: 10, mean: null }]);
    expect(cell?.meanBand).not.toBeNull();
    expect(labels['item']).toEqual({ [ownQuestion]: text });
    const digest = await askAs(system, 'analyst', `/v1/digests/units/${cell?.['unit'] ?? ''}/2026-Q4`, {
      headers: { accept: 'application/json' },
    });
    expect(digest.body).toMatchObject({
      questions: [{ item: ownQuestion, wording: text, group: 'statements', readings: [{ responses: 10 }] }],
    });
  });

  it('is withdrawn: its link says so, and people are asked with the version before', async () => {
    const [invitation] = invited;
    if (invitation === undefined) throw new Error('nobody was asked with it');
    expect((await fetch(invitation.link)).status).toBe(200);
    const withdrawn = await change('/withdraw', { method: 'POST', body: '{"version": 2}' });
    expect([withdrawn.status, withdrawn.body]).toMatchObject([200, { current: 1 }]);
    system.clock.pin(system.clock.now() + 60_000);
    const page = await fetch(invitation.link);
    expect([page.status, parsePage(await page.text(), page.url).kind]).toEqual([410, 'withdrawn']);
    const [next] = await invite(1, '2027-01-04T10:00:00+02:00', '2027-01-05T12:00:00+02:00');
    expect(new URL(next?.link ?? '').pathname).toMatch(/\/s\/meeting\.1$/);
  });
});

describe('releases', () => {
  it('are listed once for each table and period', async () => {
    const { body } = await askAs(system, 'analyst', '/v1/reports');
    const { releases } = body as {
      releases: { table: string; period: string; revision: number; releasedOn: string; href: string }[];
    };
    const quarters = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'] as const;
    const editions = quarters.flatMap((quarter) => [
      ...editionsOf(quarter),
      { table: 'C1', period: quarter },
    ]);
    expect(editions).toHaveLength(4 * 13);
    expect(releases.map(({ href }) => href).toSorted()).toEqual(
      editions.map(({ table, period }) => `/v1/reports/${table}/${period}`).toSorted(),
    );
    expect(releases.find(({ href }) => href === '/v1/reports/T1/2026-Q1')).toEqual({
      ...{ table: 'T1', period: '2026-Q1', revision: 1, releasedOn: '2026-04-01' },
      href: '/v1/reports/T1/2026-Q1',
    });
  });

  it.each([
    ['T1', '2026-Q1', ['region', 'unit', 'item']],
    ['T2', '2026-Q1', ['region', 'role', 'item']],
    ['T3', '2026-Q1', ['region', 'stage', 'voluntary', 'item']],
    ['T4', '2026-03', ['organisation', 'item']],
    ['T5', '2026-Q1', ['service', 'item']],
    ['T6', '2026-Q1', ['provision', 'item']],
    ['T7', '2026-Q1', ['region', 'ageBand', 'item']],
    ['T8', '2026-Q1', ['region', 'language', 'item']],
  ])('%s says of itself what it is', async (table, period, dimensions) => {
    const release = await releaseOf(system, table, period);
    expect(release).toMatchObject({ table, period, revision: 1, releasedOn: '2026-04-01', correction: null });
    expect(release.dimensions).toEqual(dimensions);
    expect(release.cells).not.toEqual([]);
    for (const cell of release.cells)
      expect(Object.keys(cell)).toEqual(expect.arrayContaining([...release.dimensions, 'responses', 'mean']));
  });

  it('that do not exist look alike, whatever was wrong', async () => {
    const paths = [
      'T9/2026-Q1',
      'T1/2031-Q1',
      'T1/2027-Q1',
      'T1/2026-03',
      'T1/now',
      't1/2026-Q1',
      'T1%2F/2026-Q1',
    ];
    const answers = await Promise.all(paths.map((path) => askAs(system, 'analyst', `/v1/reports/${path}`)));
    expect(answers[0]).toMatchObject({ status: 404, contentType: 'application/problem+json' });
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });
});
