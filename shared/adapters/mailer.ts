import { SendRawEmailCommand, SESClient, SESServiceException } from '@aws-sdk/client-ses';
import { requestTag } from '../contract/mail-tags.ts';
import type { RequestMail } from '../domain/respondent/mail.ts';
import { mimeMessage, type Correspondents } from './mail-message.ts';

/** One attempt: a second one after a lost reply could be a second mail. */
const ses = new SESClient({ maxAttempts: 1 });

/** What became of a mail. */
export type Handover =
  | 'sent'
  /** SES refused this mail, and would again. */
  | 'refused'
  /** SES took nothing, and may take it later. */
  | 'not-now'
  /** Nobody can say whether it went out. */
  | 'uncertain';

export type Envelope = Correspondents & {
  readonly configurationSet: string;
  /** Tags the mail, so that what SES tells of it later can be tied to its request. */
  readonly requestId: string;
};

/**
 * Hands one mail to SES, as raw MIME with a text and an HTML part.
 *
 * @throws what only an operator can mend, such as a missing grant; it is certain then that nothing went out
 */
export async function handOver(
  { sender, to, configurationSet, requestId }: Envelope,
  mail: RequestMail,
): Promise<Handover> {
  const message = await mimeMessage({ sender, to }, mail);
  try {
    await ses.send(
      new SendRawEmailCommand({
        Source: sender.address,
        Destinations: [to],
        ConfigurationSetName: configurationSet,
        Tags: [{ Name: requestTag, Value: requestId }],
        RawMessage: { Data: message },
      }),
    );
    return 'sent';
  } catch (error) {
    return outcomeOf(error);
  }
}

/** Errors that come before a connection stands: the mail never left this machine. */
const neverLeft = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH']);

function outcomeOf(error: unknown): Handover {
  if (!(error instanceof SESServiceException)) return hasNotLeft(error) ? 'not-now' : 'uncertain';
  // SES says so of our own sender too, when its identity has lost its verification: no recipient is to blame for that.
  if (error.name === 'MessageRejected' && /not verified/i.test(error.message)) throw error;
  if (error.name === 'MessageRejected' || error.name === 'InvalidParameterValue') return 'refused';
  if (error.$retryable?.throttling === true || /Throttl|LimitExceeded|SendingPaused/.test(error.name))
    return 'not-now';
  // Any other 4xx says that our own set-up is wrong, and that SES did nothing.
  if ((error.$metadata.httpStatusCode ?? 500) < 500) throw error;
  return 'uncertain';
}

function hasNotLeft(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'CredentialsProviderError') return true;
  return 'code' in error && typeof error.code === 'string' && neverLeft.has(error.code);
}
