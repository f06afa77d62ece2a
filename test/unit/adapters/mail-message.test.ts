/**
 * A mail as it travels, read back by a parser that is not the one who wrote it: names, subject, addresses and both parts
 * come out as they went in, whatever letters they have; the message is ASCII within the lengths of RFC 5322; and no name
 * that a configuration could hold adds a header, a recipient or a second sender.
 */
import * as fc from 'fast-check';
import { simpleParser, type ParsedMail } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { mimeMessage } from '../../../shared/adapters/mail-message.ts';
import { readMailSender, senderIn } from '../../../shared/domain/respondent/mail-sender.ts';
import { formAudiences, type FormAudience } from '../../../shared/domain/form-audience.ts';
import { composeRequestMail, type RequestMail } from '../../../shared/domain/respondent/mail.ts';
import { formLanguages, type FormLanguage } from '../../../shared/domain/vocabulary.ts';

const address = 'palaute@kuultu.example';
const replyTo = 'kysymykset@kuultu.example';
const to = 'p1@example.org';
const preferences = `https://palaute.kuultu.example/fi/preferences?r=${'Ab-_'.repeat(16)}`;
const invitation = { ticket: 'AAECAwQFBgcICQoLDA0ODw', context: 'EBESExQVFhcY' };

const mailFrom = (
  name: string,
  language: FormLanguage = 'fi',
  audience: FormAudience = 'child',
): RequestMail =>
  composeRequestMail(
    {
      origin: 'https://palaute.kuultu.example',
      ...{ language, audience, fellBack: true, survey: 'meeting.1', lastMonth: '2026-05', preferences },
      sender: { name, address, replyTo },
    },
    invitation,
  );

const readBack = (message: Buffer): Promise<ParsedMail> =>
  simpleParser(message, { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true });

async function sent(name: string, mail = mailFrom(name)): Promise<{ raw: string; read: ParsedMail }> {
  const message = await mimeMessage({ sender: { name, address, replyTo }, to }, mail);
  return { raw: message.toString('latin1'), read: await readBack(message) };
}

const headerNames = ({ headerLines }: ParsedMail): string[] => headerLines.map(({ key }) => key).sort();

/** Every header that a mail of ours has, and each of them once. */
const ours = [
  'auto-submitted',
  'content-type',
  'date',
  'from',
  'list-unsubscribe',
  'list-unsubscribe-post',
  'message-id',
  'mime-version',
  'reply-to',
  'subject',
  'to',
];

/** Expects that a mail has come out as it went in. */
function expectWhole(
  { raw, read }: { raw: string; read: ParsedMail },
  name: string,
  mail: RequestMail,
): void {
  expect(read.from.value).toEqual([{ name, address }]);
  expect(read.replyTo.value).toEqual([{ name, address: replyTo }]);
  expect(read.to.value).toEqual([{ name: '', address: to }]);
  expect([read.subject, read.text, read.html.trimEnd()]).toEqual([mail.subject, mail.text, mail.html]);
  expect(read.attachments).toEqual([]);
  expect(headerNames(read)).toEqual(ours);
  expect(raw).toMatch(/^(?:[\t\x20-\x7e]*\r\n)*$/);
  const [head = '', ...body] = raw.split('\r\n\r\n');
  for (const line of head.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
  for (const line of body.join('\r\n').split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
}

describe.each(formLanguages.flatMap((language) => formAudiences.map((audience) => ({ language, audience }))))(
  'the mail in $language to the audience $audience',
  ({ language, audience }) => {
    it('comes out as it went in', async () => {
      const name = 'Päijät-Hämeen hyvinvointialue';
      const mail = mailFrom(name, language, audience);
      expectWhole(await sent(name, mail), name, mail);
    });
  },
);

describe('the name of the sender', () => {
  it.each([
    'Example',
    'Österbottens välfärdsområde',
    'Itä-Uudenmaan hyvinvointialue – Östra Nylands välfärdsområde',
    'Anarâškielâ já sääʹmǩiõll',
    'Kuultu, Oy; "Palaute" <palaute@elsewhere.example>',
    'a@elsewhere.example',
    '北海道 ☂ 🙂',
    'ä'.repeat(60),
  ])('%s is read as it was written, and is no address', async (name) => {
    const mail = mailFrom(name);
    expectWhole(await sent(name, mail), name, mail);
  });

  it('stands in the header as encoded words (RFC 2047), beside the address, which is readable as it is', async () => {
    const { raw } = await sent('Päijät-Hämeen hyvinvointialue');
    const from = /^From: (.*(?:\r\n[ \t].*)*)/m.exec(raw)?.[1] ?? '';
    const words = from.split(/\s+/);
    expect(words.pop()).toBe(`<${address}>`);
    expect(words.length).toBeGreaterThan(0);
    for (const word of words) expect(word).toMatch(/^=\?UTF-8\?Q\?[\x21-\x7e]+\?=$/);
    for (const word of words) expect(word.length).toBeLessThanOrEqual(75);
  });
});

describe('a configured sender', () => {
  const configure = (name: string): string =>
    senderIn('sv', readMailSender(JSON.stringify({ fi: 'x', sv: name, en: 'x' }), { address, replyTo })).name;

  it('has the name of the language', () => {
    const names = JSON.stringify({ fi: 'Esimerkki', sv: 'Exempel', en: 'Example' });
    const sender = readMailSender(names, { address, replyTo });
    expect(formLanguages.map((language) => senderIn(language, sender))).toEqual([
      { name: 'Esimerkki', address, replyTo },
      { name: 'Exempel', address, replyTo },
      { name: 'Example', address, replyTo },
      { name: 'Esimerkki', address, replyTo },
    ]);
  });

  it.each([
    'Example\r\nBcc: somebody@elsewhere.example',
    'Example\nSubject: other',
    'Example\u2028Bcc: x',
    'Example\0',
    'elpmaxE\u202e',
    '=?UTF-8?Q?other?=',
    ' ',
    'x'.repeat(61),
  ])('is refused with the name %j', (name) => {
    expect(() => configure(name)).toThrow();
  });

  it.each([
    { address: 'palaute@kuultu.example\r\nBcc: x@elsewhere.example', replyTo },
    { address, replyTo: 'kysy@kuultu.example, x@elsewhere.example' },
    { address, replyTo: 'Kysy <kysy@kuultu.example>' },
    { address, replyTo: '' },
    { address },
  ])('is refused with the addresses %j', (addresses) => {
    expect(() => readMailSender(JSON.stringify({ fi: 'x', sv: 'x', en: 'x' }), addresses)).toThrow();
  });

  it('adds nothing to a mail, whatever name a configuration takes', async () => {
    const anyName = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.string({
        unit: fc.constantFrom('"', '\\', '<', '>', ',', ';', ':', '@', '=', '?', '\r', '\n', ' ', 'ä', 'Bcc'),
        maxLength: 40,
      }),
    );
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(anyName, async (given) => {
        const name = nameIfTaken(given);
        if (name === undefined) return;
        taken += 1;
        const { read } = await sent(name);
        expect(headerNames(read)).toEqual(ours);
        expect(
          [read.from, read.replyTo, read.to].map(({ value }) => value.map((one) => one.address)),
        ).toEqual([[address], [replyTo], [to]]);
      }),
      { numRuns: 300, seed: 6 },
    );
    expect(taken).toBeGreaterThan(100);
  });

  function nameIfTaken(given: string): string | undefined {
    try {
      return configure(given);
    } catch {
      return undefined;
    }
  }
});

it.each(['\r\n', '\n', '\r', '\r\n\r\n'])(
  'even a name that nobody checked can not break out of its header: %j',
  async (lineBreak) => {
    const { read } = await sent(`Example${lineBreak}Bcc: somebody@elsewhere.example${lineBreak}X-Other: x`);
    expect(headerNames(read)).toEqual(ours);
    expect(read.from.value).toHaveLength(1);
    expect(read.from.value[0]?.address).toBe(address);
  },
);
