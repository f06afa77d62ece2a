/** Tickets: only what was made with our key passes, in its one spelling, and what is stored of one says nothing of it. */
import { describe, expect, it } from 'vitest';
import {
  ballotHash,
  formMark,
  makeTicket,
  ticketExpiryMonth,
  ticketHash,
} from '../../../shared/adapters/crypto/tickets.ts';

const key = 'the key of this test';
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

describe('a ticket', () => {
  it.each(['2020-01', '2026-12', '2027-01', '2041-04'])('carries its expiry month %s', (month) => {
    expect(ticketExpiryMonth(key, makeTicket(key, month))).toBe(month);
  });

  it.each(['2019-12', '2041-05', '0000-01', 'soon', ''])('can not be made for %j', (month) => {
    expect(() => makeTicket(key, month)).toThrow(RangeError);
  });

  it('is 22 characters long and never the same twice', () => {
    const tickets = Array.from({ length: 100 }, () => makeTicket(key, '2026-05'));
    expect(new Set(tickets).size).toBe(100);
    for (const ticket of tickets) expect(ticket).toMatch(/^[\w-]{22}$/);
  });

  it('of another key is none', () => {
    expect(ticketExpiryMonth('another key', makeTicket(key, '2026-05'))).toBeUndefined();
  });

  it('is none with any single bit changed, its expiry among them', () => {
    const bytes = Buffer.from(makeTicket(key, '2026-05'), 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const forged = Buffer.from(bytes);
      forged.writeUInt8(forged.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(ticketExpiryMonth(key, forged.toString('base64url'))).toBeUndefined();
    }
  });

  it('is none in any other spelling of the same bytes', () => {
    const ticket = makeTicket(key, '2026-05');
    // The last character carries two bits: three others decode to the same byte.
    const siblings = Array.from(alphabet)
      .map((last) => ticket.slice(0, -1) + last)
      .filter(
        (other) =>
          other !== ticket && Buffer.from(other, 'base64url').equals(Buffer.from(ticket, 'base64url')),
      );
    expect(siblings.length).toBeGreaterThan(0);
    for (const other of [
      ...siblings,
      `${ticket}==`,
      ` ${ticket}`,
      `${ticket}\n`,
      `${ticket}A`,
      ticket.slice(0, -1),
      '',
    ])
      expect(ticketExpiryMonth(key, other)).toBeUndefined();
  });
});

it('the three hashes of one value have nothing in common', () => {
  const value = makeTicket(key, '2026-05');
  const hashes = [ticketHash(value), formMark(value), ballotHash(value)];
  expect(new Set(hashes).size).toBe(3);
  for (const hash of hashes) {
    expect(hash).toMatch(/^[\w-]{43}$/);
    expect(hash).not.toContain(value);
  }
  expect(ticketHash(value)).toBe(hashes[0]);
});
