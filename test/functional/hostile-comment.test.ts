/**
 * One comment made to do harm, on its whole way: posted on the form without JavaScript, sealed, mixed, masked, and listed
 * for whoever reviews it. What is stored in the end is a plain text with the personal data masked: nothing turns the
 * writing round, marks are composed, emoji are whole, and a tag is three signs and a word. Tables and KMS are kept in
 * memory; tickets, seals, contexts and encryption are real.
 */
import { randomBytes } from 'node:crypto';
import { afterEach, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { makeTicket } from '../../shared/adapters/crypto/tickets.ts';
import { callHttp, collectLog, runScheduled } from '../support/lambda-invocation.ts';
import { Mixing, mixEnvironment } from '../support/mixing.ts';
import { organisation } from '../support/organisation.ts';

for (const [name, value] of Object.entries({
  ...mixEnvironment,
  BALLOTS_TABLE: 'ballots',
  TICKETS_SECRET_ARN: 'arn:tickets',
  GROUPS_CLAIM: 'cognito:groups',
  ORGANISATION: JSON.stringify(organisation),
})) {
  vi.stubEnv(name, value);
}
const { handler: takeAnswers } = await import('../../functions/take-answers/handler.ts');
const { handler: mixResponses } = await import('../../functions/mix-responses/handler.ts');
const { handler: reviewComments } = await import('../../functions/review-comments/handler.ts');
const { readSecret } = await import('../../shared/adapters/secrets.ts');

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const family = '👨\u200d👩\u200d👧';
const hostile =
  `<script>alert('1')</script> kiitos Pekalle \u202eetotiv\u202c ja soittakaa 040\u200b 123 4567!\r\n` +
  `Ka\u0308si ${family} \u0000\u001b[2J\u2066=cmd|'/c calc'!A0\u2069`;
const kept =
  `<script>alert('1')</script> kiitos [name] etotiv ja soittakaa [phone]!\n` +
  `Käsi ${family} [2J=cmd|'/c calc'!A0`;

async function post(fields: Readonly<Record<string, string>>) {
  return callHttp(takeAnswers, {
    method: 'POST',
    path: '/fi/s/family.1/answers',
    pathParameters: { language: 'fi', survey: 'family.1' },
    body: new URLSearchParams(fields).toString(),
  });
}

it('is text to whoever meets it, from the form to the review', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-03T10:15:00+02:00') });
  const log = collectLog();
  const mixing = new Mixing();
  for (let nth = 0; nth < 9; nth += 1) mixing.answer();
  const [context] = mixing.dynamodb.items('settings').map(({ sk }) => String(sk));
  const ticket = makeTicket(await readSecret('arn:tickets'), '2026-05');
  const fields = { ticket, context: context ?? '', nonce: randomBytes(32).toString('base64url'), heard: '4' };

  // Too long at first: it comes back as text between the tags of its field, and as long as it was.
  const tooLong = await post({ ...fields, comment: hostile.repeat(10) });
  expect(tooLong.statusCode).toBe(422);
  expect(tooLong.body).not.toMatch(/<script|\u0000|\u001b/);
  expect(tooLong.body).toMatch(/<textarea[^>]* dir="auto"/);
  expect((await post({ ...fields, comment: hostile })).statusCode).toBe(200);

  vi.setSystemTime(Date.parse('2026-04-01T02:00:00+03:00'));
  await runScheduled(mixResponses);
  const { headers, body } = await callHttp(reviewComments, {
    path: '/v1/comments',
    claims: { sub: 'ann', 'cognito:groups': '[admin]' },
  });
  expect(headers?.['content-type']).toBe('application/json');
  const { comments } = z
    .object({ comments: z.array(z.looseObject({ text: z.string() })) })
    .parse(JSON.parse(body));
  expect(comments.map(({ text }) => text)).toEqual([kept]);
  expect(log.text()).not.toMatch(/script|Peka|4567/);
});
