/** Handing a mail to SES: what goes over the wire, and what each answer of SES, or none, means for the request. */
import { SendRawEmailCommand, SESClient, SESServiceException } from '@aws-sdk/client-ses';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';

vi.stubEnv('AWS_REGION', 'eu-north-1');
const { handOver } = await import('../../../shared/adapters/mailer.ts');

const ses = mockClient(SESClient);
beforeEach(() => ses.reset());

const sender = {
  name: 'Päijät-Hämeen hyvinvointialue',
  address: 'palaute@kuultu.example',
  replyTo: 'kysymykset@kuultu.example',
};
const envelope = {
  sender,
  to: 'p1@example.org',
  configurationSet: 'set',
  requestId: '0f8b6f0e-6a7f-4a57-9d0a-2f7a5f2b8d11',
};
const mail = {
  subject: 'Miten sinua kuultiin?',
  text: 'Hyvää päivää\n',
  html: '<p>Hyvää päivää</p>',
  preferences: `https://palaute.kuultu.example/fi/preferences?r=${'Ab-_'.repeat(16)}`,
};
const send = () => handOver(envelope, mail);

it('sends one raw message with both parts to one address', async () => {
  ses.on(SendRawEmailCommand).resolves({ MessageId: 'm' });
  expect(await send()).toBe('sent');
  const [call] = ses.commandCalls(SendRawEmailCommand);
  const input = call?.args[0].input;
  expect(input).toMatchObject({
    Source: sender.address,
    Destinations: [envelope.to],
    ConfigurationSetName: 'set',
    Tags: [{ Name: 'request', Value: envelope.requestId }],
  });
  const raw = Buffer.from(input?.RawMessage?.Data ?? []).toString();
  expect(raw).not.toContain(envelope.requestId);
  expect(raw).toMatch(/^From: =\?UTF-8\?Q\?P=C3=A4ij=C3=A4t-H=C3=A4meen.*\s+<palaute@kuultu\.example>\r$/m);
  expect(raw).toMatch(
    /^Reply-To: =\?UTF-8\?Q\?P=C3=A4ij=C3=A4t-H=C3=A4meen.*\s+.*<kysymykset@kuultu\.example>\r$/m,
  );
  expect(raw).toMatch(/^To: p1@example\.org\r$/m);
  expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  expect(raw).toMatch(/^Content-Type: multipart\/alternative/m);
  expect(raw).toMatch(/^Content-Type: text\/plain; charset=utf-8/m);
  expect(raw).toMatch(/^Content-Type: text\/html; charset=utf-8/m);
});

it('lets mail programs unsubscribe by one click (RFC 8058), each header unfolded on one line', async () => {
  ses.on(SendRawEmailCommand).resolves({ MessageId: 'm' });
  await send();
  const raw = Buffer.from(
    ses.commandCalls(SendRawEmailCommand)[0]?.args[0].input.RawMessage?.Data ?? [],
  ).toString();
  const [head = ''] = raw.split('\r\n\r\n');
  const lines = head.split('\r\n').filter((line) => line.startsWith('List-'));
  expect(lines).toEqual([
    `List-Unsubscribe: <${mail.preferences}>`,
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
  ]);
});

const refusal = (name: string, status: number, more: Partial<SESServiceException> = {}) =>
  Object.assign(
    new SESServiceException({
      name,
      $fault: status < 500 ? 'client' : 'server',
      $metadata: { httpStatusCode: status },
    }),
    more,
  );

describe('the outcome is', () => {
  it.each([
    ['MessageRejected', 400, 'refused'],
    ['InvalidParameterValue', 400, 'refused'],
    ['Throttling', 400, 'not-now'],
    ['ThrottlingException', 429, 'not-now'],
    ['LimitExceededException', 400, 'not-now'],
    ['AccountSendingPausedException', 400, 'not-now'],
    ['ConfigurationSetSendingPausedException', 400, 'not-now'],
    ['InternalFailure', 500, 'uncertain'],
    ['ServiceUnavailable', 503, 'uncertain'],
  ])('for %s (%d): %s', async (name, status, outcome) => {
    ses.on(SendRawEmailCommand).rejects(refusal(name, status));
    expect(await send()).toBe(outcome);
  });

  it('not now, for whatever the SDK itself takes for throttling', async () => {
    ses.on(SendRawEmailCommand).rejects(refusal('SlowDown', 400, { $retryable: { throttling: true } }));
    expect(await send()).toBe('not-now');
  });

  it.each(['ECONNRESET', 'TimeoutError', 'SyntaxError'])(
    'uncertain, where the reply is lost (%s)',
    async (name) => {
      ses.on(SendRawEmailCommand).rejects(Object.assign(new Error('lost'), { name }));
      expect(await send()).toBe('uncertain');
    },
  );

  it('uncertain, where SES answers without a status', async () => {
    ses
      .on(SendRawEmailCommand)
      .rejects(new SESServiceException({ name: 'Odd', $fault: 'client', $metadata: {} }));
    expect(await send()).toBe('uncertain');
  });
});

it.each(['AccessDenied', 'ConfigurationSetDoesNotExist', 'MailFromDomainNotVerifiedException'])(
  'throws for %s, which an operator has to mend',
  async (name) => {
    const error = refusal(name, 403);
    ses.on(SendRawEmailCommand).rejects(error);
    await expect(send()).rejects.toBe(error);
  },
);

it('tries once only: a second try could be a second mail', async () => {
  ses.on(SendRawEmailCommand).rejects(refusal('ServiceUnavailable', 503));
  await send();
  expect(ses.commandCalls(SendRawEmailCommand)).toHaveLength(1);
  const client = ses.commandCalls(SendRawEmailCommand)[0]?.thisValue as SESClient;
  expect(await client.config.maxAttempts()).toBe(1);
});
