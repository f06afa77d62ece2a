/**
 * The respondent without JavaScript, against a small web server with pages like the survey's: what is in the forms
 * goes along, what was not chosen does not, and the invitation in the link's fragment never leaves the phone.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parsePage } from '../../../local/simulation/page.ts';
import {
  findInvitation,
  openPage,
  questionsOf,
  respond,
  sendAnswers,
  typeCode,
} from '../../../local/simulation/respondent.ts';

const code = '0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ-0123-4567';
const pages: Record<string, string> = {
  'GET /fi/s/meeting.1': `<html lang="fi"><main data-page="code">
    <form method="post" action="/fi/s/meeting.1"><input name="code"></form></main></html>`,
  'POST /fi/s/meeting.1': `<main data-page="questions"><form method="post" action="meeting.1/answers">
    <input type="hidden" name="ticket" value="t&amp;t"><input type=radio name=heard value=1><input type=radio name=heard value=2>
    <input type=radio name=recommend value=0><textarea name="comment"></textarea><button>Lähetä</button></form></main>`,
  'POST /fi/s/meeting.1/answers': '<main data-page="thanks"></main>',
};

let server: Server;
let web: string;
let requests: { request: string; body: string }[];

beforeEach(async () => {
  requests = [];
  server = createServer((request, response) => {
    void text(request).then((body) => {
      const name = `${request.method ?? ''} ${request.url ?? ''}`;
      requests.push({ request: name, body });
      response
        .writeHead(name in pages ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' })
        .end(pages[name]);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  web = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.close();
});

const link = (): string => `${web}/fi/s/meeting.1#AAAAAAAAAAAAAAAAAAAAAA.BBBBBBBBBBBB`;

it('finds the invitation in a mail, each part on a line of its own', () => {
  const mail = `Hei!\r\n\r\n${link()}\r\n\r\nTai kirjoita koodi:\r\n\r\n  ${code}\r\n`;
  expect(findInvitation(mail)).toEqual({ link: link(), code });
  const preferences = `${web}/fi/preferences?r=${'Ab-_'.repeat(16)}`;
  expect(findInvitation(`${preferences}\n${mail}${preferences}\n`)).toEqual({ link: link(), code });
  expect(findInvitation(`${preferences}\n${code}`)).toBeUndefined();
  expect(findInvitation(`Vastaa: ${link()} kiitos\n${code}`)).toBeUndefined();
  expect(findInvitation(`${link()}\n0123-4567`)).toBeUndefined();
});

it('opens, types, answers and sends', async () => {
  const page = await respond({ link: link(), code }, (questions) => {
    expect(questions).toEqual([
      { key: 'heard', values: ['1', '2'] },
      { key: 'recommend', values: ['0'] },
    ]);
    return { heard: '2' };
  });
  expect(page.kind).toBe('thanks');
  expect(requests).toEqual([
    { request: 'GET /fi/s/meeting.1', body: '' },
    { request: 'POST /fi/s/meeting.1', body: `code=${code}` },
    { request: 'POST /fi/s/meeting.1/answers', body: 'ticket=t%26t&heard=2' },
  ]);
});

it('can stop on the way, and send the same form again', async () => {
  const questions = await typeCode(await openPage(link()), code);
  expect(questions.kind).toBe('questions');
  expect(requests).toHaveLength(2);
  for (const heard of ['1', '1'])
    expect((await sendAnswers(questions, () => ({ heard }))).kind).toBe('thanks');
  expect(requests[3]).toEqual(requests[2]);
});

it('says which page came instead of the questions', async () => {
  pages['POST /sv/s/meeting.1'] = '<main data-page="expired"></main>';
  pages['GET /sv/s/meeting.1'] = (pages['GET /fi/s/meeting.1'] ?? '').replace('/fi/', '/sv/');
  const page = await respond({ link: link().replace('/fi/', '/sv/'), code }, () => ({}));
  expect(page.kind).toBe('expired');
});

it('does not send what the form does not offer', async () => {
  await expect(respond({ link: link(), code }, () => ({ heard: '6' }))).rejects.toThrow('heard');
});

it('reads a page as a browser does, errors and all', () => {
  const page = parsePage(
    '<HTML LANG=sv><MAIN DATA-PAGE=questions><FORM METHOD=POST ACTION="?a&amp;b"><INPUT TYPE=RADIO NAME=q><input name=off disabled>',
    'http://127.0.0.1/sv/s/x.1',
  );
  expect(page.kind).toBe('questions');
  expect(page.language).toBe('sv');
  expect(page.forms[0]?.action).toBe('http://127.0.0.1/sv/s/x.1?a&b');
  expect(page.forms.flatMap(questionsOf)).toEqual([{ key: 'q', values: ['on'] }]);
});
