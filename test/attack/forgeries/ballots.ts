import { randomBytes } from 'node:crypto';
import type { QuarterKeys } from '../../../web/respondent/ballot.ts';
import type { Ballot } from '../world/by-hand.ts';
import { changing, malformed, noneOrNoTexts, otherSpellings, type Forgery } from './forgery.ts';

const path = '/v1/ballots';

/** Every number that must not be signed, and every text that is no number below the modulus. */
function notToBeSigned({ ballot: modulus }: QuarterKeys): Record<string, string> {
  const bytes = Buffer.from(modulus, 'base64url');
  const { length } = bytes;
  const n = BigInt(`0x${bytes.toString('hex')}`);
  const number = (value: bigint, size = length): string =>
    Buffer.from(value.toString(16).padStart(2 * size, '0'), 'hex').toString('base64url');
  return {
    '0': number(0n),
    '1': number(1n),
    'n - 1': number(n - 1n),
    n: number(n),
    'n + 1': number(n + 1n),
    'the largest of its length': Buffer.alloc(length, 0xff).toString('base64url'),
    'n + 2, a byte longer': number(n + 2n, length + 1),
    '2, in one byte': number(2n, 1),
    '2, a byte short': number(2n, length - 1),
    '2, a byte longer': number(2n, length + 1),
    'half as long': randomBytes(length / 2).toString('base64url'),
    'twice as long': randomBytes(length * 2).toString('base64url'),
  };
}

/** Tickets that were not made by us, out of one that was. */
function forgedTickets(ticket: string): Record<string, string> {
  const bytes = Buffer.from(ticket, 'base64url');
  const flipped = (at: number): string => {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    return changed.toString('base64url');
  };
  return {
    random: randomBytes(bytes.length).toString('base64url'),
    'all zeros': Buffer.alloc(bytes.length).toString('base64url'),
    ...Object.fromEntries([...bytes.keys()].map((at) => [`changed in byte ${at}`, flipped(at)])),
    'a byte short': bytes.subarray(1).toString('base64url'),
    'a byte longer': Buffer.concat([bytes, Buffer.alloc(1)]).toString('base64url'),
    'twice itself': `${ticket}${ticket}`,
  };
}

/**
 * Ballots that must not be signed, made from one that would be.
 *
 * @param quarters whose keys sign no new ballots now, or never did
 */
export function forgedBallots({ asked }: Ballot, key: QuarterKeys, quarters: readonly string[]): Forgery[] {
  const others = Object.fromEntries(quarters.map((quarter) => [quarter, quarter]));
  return [
    ...changing(path, asked, 'ticket', {
      ...forgedTickets(asked.ticket),
      ...otherSpellings(asked.ticket),
      ...noneOrNoTexts,
    }),
    ...changing(path, asked, 'keyId', { ...others, ...noneOrNoTexts, spelled: ` ${asked.keyId}` }),
    ...changing(path, asked, 'blinded', {
      ...notToBeSigned(key),
      ...otherSpellings(asked.blinded),
      ...noneOrNoTexts,
    }),
    ...malformed(path, asked),
  ];
}
