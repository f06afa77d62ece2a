import type { WireResponse } from './backend.ts';
import { json } from './backend.ts';
import type { Service } from './operations.ts';

/** A refusal in the words and the protocol of the service that makes it. */
export const deniedAnswer = (service: Service, message: string): WireResponse =>
  service === 'ses' || service === 's3'
    ? errorAnswer(service, 403, 'AccessDenied', message)
    : errorAnswer(service, service === 'sqs' ? 403 : 400, 'AccessDeniedException', message);

/** An error in the protocol of the service that makes it. */
export const errorAnswer = (
  service: Service,
  status: number,
  code: string,
  message: string,
): WireResponse => {
  if (service === 'ses') return sesError(status, code, message);
  if (service === 's3') return s3Error(status, code, message);
  return json(status, { __type: code, message, Message: message });
};

/** An error in S3's XML. */
export const s3Error = (status: number, code: string, message: string): WireResponse => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: Buffer.from(
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
      `<Error><Code>${escaped(code)}</Code><Message>${escaped(message)}</Message></Error>`,
  ),
});

/** An error in SES's XML. */
export const sesError = (status: number, code: string, message: string): WireResponse => ({
  status,
  headers: { 'content-type': 'text/xml' },
  body: Buffer.from(
    '<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type>' +
      `<Code>${escaped(code)}</Code><Message>${escaped(message)}</Message></Error>` +
      '<RequestId>00000000-0000-0000-0000-000000000000</RequestId></ErrorResponse>',
  ),
});

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The name of the error in a service's answer. */
export const errorOf = ({ status, body }: WireResponse): string => {
  const text = body.subarray(0, 4096).toString();
  const named = /"__type"\s*:\s*"(?:[^"#]*#)?([^"]+)"/.exec(text) ?? /<Code>([^<]+)<\/Code>/.exec(text);
  return named?.[1] ?? `HTTP ${status}`;
};
