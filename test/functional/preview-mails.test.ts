/**
 * The preview of mails: word for word what send-request hands over for such a person at that time, in every language, role
 * and age; but with an invitation and a link to preferences that no key of ours opens. Mails of send-request are
 * made by its own code, in front of tables and a mail service that are kept in memory.
 */
import { SendRawEmailCommand, SESClient, type SendRawEmailCommandInput } from '@aws-sdk/client-ses';
import { mockClient } from 'aws-sdk-client-mock';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readPreferenceReference } from '../../shared/adapters/crypto/preference-links.ts';
import { ticketExpiryMonth } from '../../shared/adapters/crypto/tickets.ts';
import { readCode, typedCode } from '../../shared/domain/respondent/link.ts';
import { readMailSender } from '../../shared/domain/respondent/mail-sender.ts';
import {
  ageBands,
  formLanguages,
  roles,
  staffLanguage,
  type FormLanguage,
} from '../../shared/domain/vocabulary.ts';
import { context } from '../support/answers.ts';
import { FakeDynamoDb } from '../support/dynamodb-fake.ts';
import { callHttp } from '../support/lambda-invocation.ts';
import { dueRequest } from '../support/requests.ts';
import { storeOwnForms } from '../support/own-forms.ts';

const names = { fi: 'Päijät-Hämeen hyvinvointialue', sv: 'Päijänne-Tavastland', en: 'Example county' };
const addresses = { address: 'palaute@kuultu.example', replyTo: 'kysymykset@kuultu.example' };
const origin = 'https://palaute.example';
for (const [name, value] of Object.entries({
  AWS_REGION: 'eu-north-1',
  SENDER_ADDRESS: addresses.address,
  SENDER_NAME: JSON.stringify(names),
  REPLY_TO: addresses.replyTo,
  WEB_ORIGIN: origin,
  GROUPS_CLAIM: 'groups',
  SETTINGS_TABLE: 'settings',
}))
  vi.stubEnv(name, value);
const { handler } = await import('../../functions/preview-mails/handler.ts');
const { mailRequest } = await import('../../functions/send-request/mail-request.ts');

const now = Date.parse('2026-12-03T10:15:00+02:00');
beforeAll(() => vi.useFakeTimers({ now, toFake: ['Date'] }));
afterAll(() => vi.useRealTimers());
let dynamodb: FakeDynamoDb;
beforeEach(() => (dynamodb = new FakeDynamoDb()));

const ses = mockClient(SESClient);

type Query = Readonly<Record<string, string>>;
const preview = (query: Query, role = 'admin') =>
  callHttp(handler, { path: '/v1/mails/preview', claims: { sub: 'x', groups: `[${role}]` }, query });
const bodyOf = async (query: Query): Promise<string> => (await preview(query)).body;
const parsed = (message: string | Uint8Array) => simpleParser(Buffer.from(message), { skipHtmlToText: true });

/** What send-request hands over for somebody who is asked with the form to which the preview's link leads. */
async function mailed(language: FormLanguage, query: Query, survey: string) {
  const handedOver: SendRawEmailCommandInput[] = [];
  new FakeDynamoDb();
  ses.on(SendRawEmailCommand).callsFake((input: SendRawEmailCommandInput) => {
    handedOver.push(input);
    return { MessageId: 'm' };
  });
  const [questionSet = '', version] = survey.split('.');
  const { role, ageBand } = {
    role: roles.find((one) => one === query['role']),
    ageBand: ageBands.find((one) => one === query['ageBand']),
  };
  if (role === undefined || ageBand === undefined) throw new Error('a query without a role and an age band');
  const about = context({ role, ageBand, language, questionSet, questionSetVersion: Number(version) });
  await mailRequest(
    dueRequest(now, {
      requestId: '3b0e8f5e-6a0f-4b6e-9a55-2f6d6a1c7d10',
      contactHash: Buffer.alloc(16, 'ann').toString('base64url'),
      ...{ language, context: about, fellBack: query['standIn'] === 'yes' },
    }),
    {
      ...{ settings: 'settings', configurationSet: 'set', origin, now },
      ...{ ticketsKey: 'tickets', contextsKey: 'contexts', preferencesKey: 'preferences' },
      sender: readMailSender(JSON.stringify(names), addresses),
    },
  );
  return parsed(handedOver[0]?.RawMessage?.Data ?? '');
}

/** A mail without what is only its recipient's: ticket and context, as a link and as a code, and the reference. */
const impersonal = (text: string): string =>
  text
    .replaceAll(/#[\w-]{22}\.[\w-]{12}/g, '#…')
    .replaceAll(/\?r=[\w-]{64}/g, '?r=…')
    .replaceAll(/\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){9}\b/g, 'code');

const invitationIn = (text: string) => {
  const [, ticket = '', name = ''] = /#([\w-]{22})\.([\w-]{12})$/m.exec(text) ?? [];
  return { ticket, context: name };
};

it('leads to the version with which such a person is asked now', async () => {
  const query = { role: 'parent', ageBand: '18+', language: 'fi', format: 'text' };
  expect(await bodyOf(query)).toContain('/fi/s/meeting.1#');
  storeOwnForms(dynamodb, { id: 'meeting', published: [2, 3], withdrawn: [3] });
  expect(await bodyOf(query)).toContain('/fi/s/meeting.2#');
});

describe.each(formLanguages)('in %s', (language) => {
  const people = roles.flatMap((role) => ageBands.map((ageBand) => ({ role, ageBand })));

  it.each(people)('a $role of $ageBand is shown what would be sent', async (person) => {
    for (const standIn of ['no', 'yes']) {
      const query = { language, ...person, standIn };
      const text = await bodyOf({ ...query, format: 'text' });
      const survey = /\/s\/([\w.-]+)#/.exec(text)?.[1] ?? '';
      const sent = await mailed(language, query, survey);
      expect(impersonal(text)).toBe(impersonal(sent.text));
      expect(impersonal(await bodyOf(query))).toBe(impersonal(sent.html.trimEnd()));

      const shown = await parsed(await bodyOf({ ...query, format: 'message' }));
      expect([shown.subject, shown.from.value, shown.replyTo.value]).toEqual([
        sent.subject,
        sent.from.value,
        sent.replyTo.value,
      ]);
      expect([shown.text, shown.html.trimEnd()]).toEqual([text, await bodyOf(query)]);
    }
  });

  it('the name of the sender is that of the language', async () => {
    const query = { language, role: 'parent', ageBand: '18+', format: 'message' };
    const { from, to } = await parsed(await bodyOf(query));
    expect(from.value).toEqual([{ name: names[staffLanguage[language]], address: addresses.address }]);
    expect(to.value).toEqual([{ name: '', address: 'recipient@example.invalid' }]);
  });
});

describe('what it leads to', () => {
  const parent = { role: 'parent', ageBand: '18+', format: 'text' };
  const keys = ['tickets', 'preferences', '', '\0', 'a key'];

  it('is an invitation that no key has made, and that has expired long ago', async () => {
    const text = await bodyOf(parent);
    const { ticket, context: name } = invitationIn(text);
    for (const key of keys) expect(ticketExpiryMonth(key, ticket)).toBeUndefined();
    // The month of expiry stands behind the nonce of seven bytes, counted from January 2020.
    expect(Buffer.from(ticket, 'base64url')[7]).toBe(0);
    const code = text.trimEnd().split('\n').at(-1) ?? '';
    expect(code).toBe(typedCode({ ticket, context: name }));
    expect(readCode(code)).toEqual({ ticket, context: name });
  });

  it('are preferences of nobody', async () => {
    const [, reference = ''] = /\?r=([\w-]+)$/m.exec(await bodyOf(parent)) ?? [];
    expect(reference).toHaveLength(64);
    for (const key of keys) expect(readPreferenceReference(key, reference)).toBeUndefined();
  });

  it.each([
    [{ role: 'child', ageBand: '7-12' }, 'child'],
    [{ role: 'young-person', ageBand: '13-17' }, 'young-person'],
    [{ role: 'close-person', ageBand: '18+' }, 'close-person'],
    [{ role: 'provider-worker', ageBand: '18+' }, 'meeting'],
  ])('is the form that %j is asked with', async (person, form) => {
    expect(await bodyOf({ ...person, format: 'text' })).toContain(`${origin}/fi/s/${form}.`);
  });
});

describe('the answer', () => {
  const parent = { role: 'parent', ageBand: '18+' };

  it.each([
    [{ ...parent }, 'text/html; charset=utf-8'],
    [{ ...parent, format: 'text' }, 'text/plain; charset=utf-8'],
    [{ ...parent, format: 'message' }, 'message/rfc822'],
  ])('to %j is %s, kept by nobody', async (query, type) => {
    const { headers } = await preview(query);
    expect(headers).toMatchObject({
      'content-type': type,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  it('lets the HTML do no more than a mail program does', async () => {
    const { headers } = await preview(parent);
    expect(headers?.['content-security-policy']).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    );
  });

  it.each([
    [{}, ['/role', '/ageBand']],
    [{ role: 'parent' }, ['/ageBand']],
    [{ ...parent, role: 'neighbour' }, ['/role']],
    [{ ...parent, language: 'de' }, ['/language']],
    [{ ...parent, format: 'pdf' }, ['/format']],
    [{ ...parent, standIn: 'true' }, ['/standIn']],
  ])('to %j names %j', async (query, pointers) => {
    const { statusCode, body } = await preview(query);
    expect(statusCode).toBe(400);
    const { errors } = JSON.parse(body) as { errors: { pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it.each(['analyst', 'other'])('to the role %s is a refusal', async (role) => {
    expect((await preview(parent, role)).statusCode).toBe(403);
  });
});
