import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { Backend, WireRequest, WireResponse } from '../wire/backend.ts';
import { forwardTo } from '../wire/backend.ts';
import { sesError } from '../wire/errors.ts';
import { addressOf } from '../wire/operations.ts';
import { createMailHeaders } from './mail-headers.ts';
import { fateOf, simulatedEvent } from './mailbox-simulator.ts';
import type { PublishMailEvent } from './mail-events.ts';
import { readSentMail } from './sent-mail.ts';

export type SesLocal = { backend: Backend; close: () => Promise<void> };

export type SesOptions = {
  /** Whether the template has an identity for an address or its domain. */
  verified: (address: string) => boolean;
  configurationSets: ReadonlySet<string>;
  /** Takes what SES tells of a mail that was sent with a configuration set. */
  publish: PublishMailEvent;
  now: () => number;
};

/**
 * The SES emulator, with its store at `GET /store` (headers and all), two refusals of SES's own in front of it (a sender without a
 * verified identity, and a configuration set that does not exist), and the mailbox simulator of SES. A mail that
 * bounces reaches nobody, so it is not in the store; one that its recipient complains about is.
 */
export const startSesLocal = async (options: SesOptions): Promise<SesLocal> => {
  const { verified, configurationSets } = options;
  const server = await freshEmulator()({ host: '127.0.0.1', port: 0 });
  // A connection that the emulator closes just when it is used again would leave a mail in doubt that nobody doubts.
  server.keepAliveTimeout = 0;
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const emulator = forwardTo(`http://127.0.0.1:${port ?? 0}`);
  const mailHeaders = createMailHeaders();
  const backend: Backend = async (request) => {
    if (request.method === 'GET' && /^\/store(\?|$)/.test(request.path))
      return mailHeaders.shown(await emulator(request));
    if (request.method !== 'POST' || request.path !== '/') return emulator(request);
    const form = new URLSearchParams(request.body.toString());
    const source = addressOf(form.get('Source') ?? '');
    const configurationSet = form.get('ConfigurationSetName');
    if (!verified(source)) {
      const text = `Email address is not verified. The following identities failed the check: ${source}`;
      return sesError(400, 'MessageRejected', text);
    }
    if (configurationSet !== null && !configurationSets.has(configurationSet)) {
      const text = `Configuration set <${configurationSet}> does not exist.`;
      return sesError(400, 'ConfigurationSetDoesNotExist', text);
    }
    return form.get('Action') === 'SendRawEmail' ? send(form, request) : emulator(request);
  };
  const send = async (form: URLSearchParams, request: WireRequest): Promise<WireResponse> => {
    const mail = readSentMail(form, options.now());
    const bounces = mail.destination.length > 0 && mail.destination.every((to) => fateOf(to) === 'bounce');
    const answer = bounces ? accepted(mail.messageId) : await emulator(request);
    if (answer.status < 300) mailHeaders.keep(answer, mail.headers);
    if (answer.status >= 300 || mail.configurationSet === undefined) return answer;
    for (const address of mail.destination) {
      const event = simulatedEvent(mail, address, options.now());
      if (event !== undefined) await options.publish(mail.configurationSet, event);
    }
    return answer;
  };
  return {
    backend,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
};

/** The answer of SES to a mail that it takes. */
const accepted = (messageId: string): WireResponse => ({
  status: 200,
  headers: { 'content-type': 'text/xml' },
  body: Buffer.from(
    '<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult>' +
      `<MessageId>${messageId}</MessageId></SendRawEmailResult></SendRawEmailResponse>`,
  ),
});

type StartEmulator = (options: { host: string; port: number }) => Promise<Server>;

/** The emulator keeps its mail in a module, so each system loads modules of its own. */
const freshEmulator = (): StartEmulator => {
  const require = createRequire(import.meta.url);
  const main = require.resolve('aws-ses-v2-local');
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  for (const path of Object.keys(require.cache)) {
    // `require.cache` is meant to be edited with delete.
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete
    if (path.startsWith(folder)) delete require.cache[path];
  }
  return (require(main) as { default: StartEmulator }).default;
};
