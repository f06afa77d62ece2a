import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Quarter } from '../../domain/calendar/month.ts';
import { ticketBytes } from '../../domain/respondent/link.ts';

/**
 * A ticket is 16 bytes: a random nonce (7), the month in which it expires (1, counted from January 2020) and the
 * first 8 bytes of an HMAC-SHA-256 over both. It is made in memory, mailed and forgotten: only the MAC says later
 * that it was ours.
 */
const nonceBytes = 7;
const signedBytes = nonceBytes + 1;
const firstYear = 2020;

/** @param expiryMonth the last month, such as `2026-05`, in which it can be used */
export function makeTicket(key: string, expiryMonth: string): string {
  const [year, month] = expiryMonth.split('-').map(Number);
  const months = ((year ?? 0) - firstYear) * 12 + (month ?? 0) - 1;
  if (!(months >= 0 && months <= 255)) throw new RangeError('a ticket can expire from 2020-01 to 2041-04');
  const signed = Buffer.concat([randomBytes(nonceBytes), Buffer.from([months])]);
  return Buffer.concat([signed, macOf(key, signed)]).toString('base64url');
}

/**
 * @returns the month in which it expires, or undefined where the ticket was not made with this key
 */
export function ticketExpiryMonth(key: string, ticket: string): string | undefined {
  const bytes = Buffer.from(ticket, 'base64url');
  // A second spelling of the same bytes would be a second ticket to whoever compares text.
  if (bytes.length !== ticketBytes || bytes.toString('base64url') !== ticket) return undefined;
  const signed = bytes.subarray(0, signedBytes);
  if (!timingSafeEqual(bytes.subarray(signedBytes), macOf(key, signed))) return undefined;
  const months = signed.readUInt8(nonceBytes);
  return `${firstYear + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

const macOf = (key: string, signed: Buffer): Buffer =>
  createHmac('sha256', key)
    .update('ticket')
    .update(signed)
    .digest()
    .subarray(0, ticketBytes - signedBytes);

/** What is stored of a used ticket. */
export const ticketHash = (ticket: string): string => domainHash('ticket', ticket);

/** What is stored beside a used ticket where a form came, so that the same form may come again and another may not. */
export const formMark = (nonce: string): string => domainHash('mark', nonce);

/** The same where a ballot was to be signed. @param blinded in base64url */
export const blindedMark = (keyId: Quarter, blinded: string): string =>
  domainHash('blinded', `${keyId}\n${blinded}`);

/** What a sealed answer is found by. It shares nothing with {@link formMark} but the nonce, which is not stored. */
export const ballotHash = (nonce: string): string => domainHash('ballot', nonce);

const domainHash = (domain: string, value: string): string =>
  createHash('sha256').update(`${domain}\n${value}`).digest('base64url');
