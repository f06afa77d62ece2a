/**
 * Shows the whole pipeline from outside only: 300 signed events with 700 recipients over one quarter by the local
 * clock, mail out of the inbox, half of it answered without JavaScript, every eighth time in a real browser, figures from
 * the report API. What is published is compared with what the test itself knows of the answers given; then every table,
 * queue and log is searched for what must not be there.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { drawsFor } from '../../local/simulation/draws.ts';
import { openMailbox, type Mail } from '../../local/simulation/inbox.ts';
import { findInvitation } from '../../local/simulation/respondent.ts';
import { setClock, settle } from '../../local/simulation/control.ts';
import { postEvents } from '../../local/simulation/webhook.ts';
import { startSystem, type System } from '../../local/system.ts';
import { launchChromium } from '../support/chromium.ts';
import { dumpEverything, valuesOf, type Dump } from '../support/everything-stored.ts';
import { expectedCells, expectedPublished, type KnownAnswer } from '../support/expected-figures.ts';
import {
  answerByForms,
  answerOnPaper,
  openPaperPage,
  type Choose,
  type PaperPage,
} from '../support/paper-browser.ts';
import { knownQuarter, type Person } from '../support/quarter.ts';

const day = 24 * 3600_000;
const firstMonday = Date.UTC(2026, 0, 5);
const quarter = knownQuarter(20_260_105, firstMonday);
const draws = drawsFor('answers of the known quarter');
const pagesAtOnce = 4;
const threshold = 5;

let system: System;
let browser: Browser;
let pages: PaperPage[];
let dump: Dump;

/** What the test saw go by, and the system must not have kept. */
const seen = {
  mails: [] as { person: Person; at: number; mail: Mail }[],
  tickets: [] as string[],
  nonces: [] as string[],
};
const known: KnownAnswer[] = [];
const endings: string[] = [];
let visits = 0;

const personOf = (mail: Mail): Person => {
  const person = quarter.people.find(({ address }) => mail.to.includes(address));
  if (person === undefined) throw new Error('a mail went to somebody whom no event named');
  return person;
};

const api = async (
  path: string,
  token: keyof System['endpoints']['tokens'],
  init: RequestInit = {},
): Promise<unknown> => {
  const headers = {
    authorization: `Bearer ${system.endpoints.tokens[token]}`,
    'content-type': 'application/json',
  };
  const response = await fetch(`${system.endpoints.api}${path}`, { ...init, headers });
  expect(response.status, path).toBeLessThan(300);
  return response.json();
};

async function moveTo(instant: number): Promise<void> {
  await setClock(system.endpoints.control, new Date(instant).toISOString());
  const { failed, deadLetters } = await settle(system.endpoints.control);
  expect({ failed, deadLetters }).toEqual({ failed: [], deadLetters: [] });
}

async function answerMails(mails: readonly Mail[], at: number): Promise<void> {
  const waiting = mails.map((mail) => ({ person: personOf(mail), at, mail }));
  seen.mails.push(...waiting);
  await Promise.all(
    pages.map(async (page) => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
        await answerOne(page, next);
    }),
  );
}

async function answerOne(page: PaperPage, { person, mail }: { person: Person; mail: Mail }): Promise<void> {
  const invitation = findInvitation(mail.text);
  if (invitation === undefined) throw new Error('a mail without an invitation');
  seen.tickets.push(invitation.code, ...(invitation.link.split('#')[1] ?? '').split('.').slice(0, 1));
  if (draws.chance(0.5)) return;
  const answers: Record<string, number> = {};
  const choose: Choose = (key, values) => {
    if (draws.chance(0.1)) return undefined;
    return (answers[key] = draws.oneOf(values.slice(Math.floor(values.length / 3))));
  };
  visits += 1;
  const visit =
    visits % 8 === 0
      ? await answerOnPaper(page, invitation, choose)
      : await answerByForms(invitation, choose);
  endings.push(Object.keys(answers).length === 0 ? `nothing: ${visit.ended}` : visit.ended);
  seen.nonces.push(visit.nonce);
  if (visit.ended === 'thanks') known.push({ person, answers });
}

async function playQuarter(): Promise<void> {
  const { api: target, control, webhookSecret: secret, ses } = system.endpoints;
  const newMail = openMailbox(ses);
  for (const [week, events] of quarter.weeks.entries()) {
    const monday = firstMonday + week * 7 * day;
    await setClock(control, new Date(monday + 8 * 3600_000).toISOString());
    await postEvents({ api: target, secret, now: () => monday + 8 * 3600_000 }, events);
    for (const later of [0, 1, 2, 3]) {
      const at = monday + later * day + 11 * 3600_000;
      await moveTo(at);
      await answerMails(await newMail(), at);
    }
  }
}

beforeAll(async () => {
  [system, browser] = await Promise.all([
    startSystem({ now: new Date(firstMonday).toISOString() }),
    launchChromium(),
  ]);
  pages = await Promise.all(Array.from({ length: pagesAtOnce }, () => openPaperPage(browser)));
  for (const { id, region } of quarter.units) {
    const name = { fi: `Keksitty ${id}`, sv: `Påhittad ${id}`, en: `Invented ${id}` };
    const body = JSON.stringify({ name, region, organisation: 'invented', public: false });
    await api(`/v1/units/${id}`, 'admin', { method: 'PUT', body });
  }
  await playQuarter();
  await moveTo(Date.UTC(2026, 3, 1, 1));
  dump = await dumpEverything(system.endpoints);
}, 600_000);

afterAll(async () => {
  await browser.close();
  await system.stop();
});

type Cell = {
  item: string;
  responses: number;
  distribution: number[] | null;
  mean: number | null;
  meanBand: { from: number; to: number } | null;
} & Record<string, unknown>;

describe('what is published', () => {
  it('rests on answers that all ended on the thank-you page', () => {
    expect(known.length).toBeGreaterThan(200);
    expect(new Set(endings.filter((ending) => !ending.startsWith('nothing')))).toEqual(new Set(['thanks']));
  });

  it.each([
    ['T1', (cell: Cell) => String(cell['unit']), (person: Person) => person.unit],
    [
      'T2',
      (cell: Cell) => `${String(cell['region'])}/${String(cell['role'])}`,
      (person: Person) => `${person.region}/${person.recipient.role}`,
    ],
  ] as const)(
    '%s equals what was answered, and shows nothing that too few have answered, or too few people can have',
    async (table, ofCell, ofPerson) => {
      const { cells } = (await api(`/v1/reports/${table}/2026-Q1`, 'analyst')) as { cells: Cell[] };
      const all = expectedCells(known, ofPerson);
      const mailed = seen.mails.map(({ person }) => person);
      const expected = expectedPublished(all, mailed, ofPerson);
      const named = cells.filter((cell) => !Object.values(cell).includes('(other)'));
      const published = named.map((cell) => ({ cell, place: `${ofCell(cell)}\n${cell.item}` }));
      const truths = new Map(expected.map((truth) => [`${truth.stratum}\n${truth.item}`, truth]));
      for (const { cell, place } of published) {
        const { responses, distribution, mean } = truths.get(place) ?? {
          responses: 0,
          distribution: [],
          mean: 0,
        };
        expect({ place, responses: cell.responses }).toEqual({ place, responses });
        expect(cell.distribution ?? distribution).toEqual(distribution);
        expect(cell.mean ?? mean).toBe(mean);
        const isOpen = responses >= 20 && Math.max(...distribution) < responses - 2;
        expect(cell.distribution === null || isOpen).toBe(true);
        expect(cell.meanBand?.from ?? mean).toBeLessThanOrEqual(mean);
        expect(cell.meanBand?.to ?? mean).toBeGreaterThanOrEqual(mean);
        expect([cell.mean, cell.meanBand].filter((figure) => figure !== null)).toHaveLength(1);
      }
      // What protects others is held back too, and it is not much.
      const answersIn = (all: readonly { responses: number }[]): number =>
        all.reduce((sum, { responses }) => sum + responses, 0);
      expect(answersIn(named)).toBeGreaterThan(0.6 * answersIn(expected));
      // The quarter has small groups too, and groups of few people with many mails, or this would show nothing.
      const large = all.filter(({ responses }) => responses >= threshold);
      expect(all.length).toBeGreaterThan(large.length);
      expect(large.length).toBeGreaterThan(expected.length);
      expect(expected.length).toBeGreaterThan(20);
    },
  );

  it('is listed with its address, and does not change when the system runs on', async () => {
    const { releases } = (await api('/v1/reports', 'analyst')) as { releases: { href: string }[] };
    const byQuarter = ['C1', 'D1', 'R1', 'T1', 'T2', 'T3', 'T5', 'T6', 'T7', 'T8'];
    expect(releases.map(({ href }) => href).toSorted()).toEqual(
      [
        ...['01', '02', '03'].map((month) => `/v1/reports/T4/2026-${month}`),
        ...byQuarter.map((table) => `/v1/reports/${table}/2026-Q1`),
      ].toSorted(),
    );
    const before = await api('/v1/reports/T1/2026-Q1', 'analyst');
    await moveTo(Date.UTC(2026, 3, 2, 1));
    expect(await api('/v1/reports/T1/2026-Q1', 'analyst')).toEqual(before);
  });
});

describe('discretion', () => {
  it('leaves exactly one decision record for every recipient of every event', async () => {
    const named = quarter.weeks.flat().flatMap(({ data }) => data.recipients ?? []);
    expect(named).toHaveLength(700);
    for (const { contactRef } of quarter.people) {
      const path = `/v1/decisions?contactRef=${encodeURIComponent(contactRef)}`;
      const { decisions } = (await api(path, 'admin')) as {
        decisions: { outcome: string; requestState: string }[];
      };
      expect(decisions).toHaveLength(named.filter((recipient) => recipient.contactRef === contactRef).length);
      const asked = decisions.filter(({ outcome }) => outcome === 'asked');
      expect(asked.map(({ requestState }) => requestState)).toEqual(asked.map(() => 'sent'));
      expect(asked).toHaveLength(seen.mails.filter(({ person }) => person.contactRef === contactRef).length);
    }
  });

  it('sends nobody two mails within the cool-down', () => {
    for (const mails of Map.groupBy(seen.mails, ({ person }) => person.contactRef).values()) {
      const times = mails.map(({ at }) => at).toSorted((a, b) => a - b);
      const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
      expect(Math.min(...gaps, Infinity)).toBeGreaterThanOrEqual(30 * day);
    }
    expect(seen.mails.length).toBeLessThan(700);
  });
});

describe('a dump of every table, queue and log', () => {
  const stored = (): string[] => [...dump.tables.values()].flat().flatMap(valuesOf);
  const itemsOf = (variable: string) => dump.tables.get(system.tables[variable] ?? '') ?? [];
  const logs = (): string =>
    system.logs
      .all()
      .map((line) => JSON.stringify(line))
      .join('\n');
  const everywhere = (): string => [...stored(), ...[...dump.queues.values()].flat(), logs()].join('\n');

  it('was taken after a real run: tables are full and logs were written', () => {
    expect(itemsOf('INVITATIONS_TABLE').length).toBeGreaterThan(1000);
    expect(itemsOf('POOL_TABLE')).toHaveLength(known.length);
    expect(itemsOf('BALLOTS_TABLE')).toHaveLength(known.length);
    expect(logs().length).toBeGreaterThan(1000);
  });

  it('holds no ticket, no code and no nonce', () => {
    const haystack = everywhere();
    const tickets = seen.tickets.filter((ticket) => haystack.includes(ticket));
    const nonces = seen.nonces.filter((nonce) => nonce !== '' && haystack.includes(nonce));
    expect({ tickets, nonces }).toEqual({ tickets: [], nonces: [] });
    expect(seen.tickets.length).toBeGreaterThan(800);
  });

  it('holds no mail address at all once everything has been sent, and no reference of the client information system', () => {
    const haystack = everywhere();
    for (const { address, contactRef } of quarter.people) {
      expect(haystack).not.toContain(address);
      expect(haystack).not.toContain(contactRef);
    }
    expect(haystack).not.toMatch(/(case|household)-\d+-of-the-known-quarter/);
  });

  it('holds no answer in the open before it is tallied, and no time finer than a month beside a ballot or an answer', () => {
    for (const item of itemsOf('POOL_TABLE'))
      expect(Object.keys(item).toSorted()).toEqual(['expiresOn', 'id', 'month', 'sealed']);
    for (const item of itemsOf('BALLOTS_TABLE'))
      expect(Object.keys(item).toSorted()).toEqual(['ballot', 'expiresOn', 'id', 'keyId']);
    for (const item of [...itemsOf('POOL_TABLE'), ...itemsOf('BALLOTS_TABLE')]) {
      expect(new Date(Number(item['expiresOn']) * 1000).toISOString()).toMatch(/-01T00:00:00\.000Z$/);
    }
  });

  it('has nothing in common between a contact, a used ticket and an answer', () => {
    const zones = ['INVITATIONS_TABLE', 'BALLOTS_TABLE', 'POOL_TABLE'].map(
      (variable) => new Set(itemsOf(variable).flatMap(valuesOf)),
    );
    for (const [index, zone] of zones.entries()) {
      for (const other of zones.slice(index + 1))
        expect([...zone].filter((value) => other.has(value))).toEqual([]);
    }
  });

  it('holds no private key of a period that has been mixed', () => {
    const mixed = itemsOf('MIX_KEYS_TABLE').find(({ id }) => id === '2026-Q1');
    expect(mixed).toBeDefined();
    expect(mixed).not.toHaveProperty('wrappedPrivateKey');
  });
});
