import { mailPreviewQuerySchema } from '../../shared/api/mails.ts';
import { mimeMessage } from '../../shared/adapters/mail-message.ts';
import { readStandings } from '../../shared/adapters/question-sets.ts';
import { environment } from '../../shared/contract/environment.ts';
import { readMailSender, senderIn } from '../../shared/domain/respondent/mail-sender.ts';
import { now } from '../../shared/lambda/clock.ts';
import { required } from '../../shared/lambda/environment.ts';
import { httpFunction, type HttpAnswer } from '../../shared/lambda/http-function.ts';
import { parseInput } from '../../shared/lambda/problem.ts';
import { demandRole } from '../../shared/lambda/roles.ts';
import { madeUpMail } from './made-up.ts';

const sender = readMailSender(required(environment.senderName), {
  address: required(environment.senderAddress),
  replyTo: required(environment.replyTo),
});
const origin = required(environment.webOrigin);
const settings = required(environment.settingsTable);
const groupsClaim = required(environment.groupsClaim);

/** Nobody has this address, and nobody ever will (RFC 2606). */
const to = 'recipient@example.invalid';

/** Shows administrators the mail that asks, as its recipient reads it. It can send nothing, and knows nobody. */
export const handler = httpFunction(async (request) => {
  demandRole(request, groupsClaim, ['admin']);
  const query = parseInput(mailPreviewQuerySchema, request.queryStringParameters ?? {});
  const standings = await readStandings(settings);
  const mail = madeUpMail(query, { sender, origin, standings, now: now() });
  switch (query.format) {
    case 'html':
      return shown('text/html; charset=utf-8', mail.html, { 'content-security-policy': htmlPolicy });
    case 'text':
      return shown('text/plain; charset=utf-8', mail.text);
    case 'message': {
      const message = await mimeMessage({ sender: senderIn(query.language, sender), to }, mail);
      return shown('message/rfc822', message.toString('latin1'), {
        'content-disposition': 'attachment; filename="mail.eml"',
      });
    }
  }
});

/** A mail program lets a mail do no more than this. */
const htmlPolicy = [
  "default-src 'none'",
  // Mails carry their styles at their elements: many mail programs throw away all others.
  "style-src 'unsafe-inline'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const shown = (type: string, body: string, headers: Readonly<Record<string, string>> = {}): HttpAnswer => ({
  statusCode: 200,
  headers: {
    'content-type': type,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    ...headers,
  },
  body,
});
