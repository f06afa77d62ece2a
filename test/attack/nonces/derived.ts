import { createHash, createHmac } from 'node:crypto';
import type { Invitation } from '../../../local/simulation/respondent.ts';

/** What one visit sent that is random or should be, and when it did, in epoch milliseconds. */
export type Sent = { readonly values: readonly Buffer[]; readonly from: number; readonly to: number };

/** Bytes in a row that are no accident where two visits share them, or where a derived value has them too. */
const runBytes = 6;

/** Every run of bytes in values. */
export const runsIn = (values: readonly Buffer[]): Set<string> =>
  new Set(
    values.flatMap((value) =>
      Array.from({ length: Math.max(0, value.length - runBytes + 1) }, (_, at) =>
        value.toString('latin1', at, at + runBytes),
      ),
    ),
  );

const algorithms = ['sha256', 'sha1', 'md5', 'sha384', 'sha512'] as const;
/** What Kuultu puts in front of what it hashes, and what somebody might. */
const prefixes = ['', 'ticket\n', 'mark\n', 'ballot\n', 'nonce\n', 'nonce'];

/** An invitation as it lies in a mailbox. */
type Known = Invitation & { readonly ticket: string; readonly context: string };

/** All that is known of an invitation, spelled as it is and as bytes. */
function knownOf({ link, code, ticket, context }: Known): Buffer[] {
  const decoded = [ticket, context].map((text) => Buffer.from(text, 'base64url'));
  const spelled = [ticket, context, `${ticket}.${context}`, link, code].map((text) => Buffer.from(text));
  return [...spelled, ...decoded, Buffer.concat(decoded)];
}

/** Values that a client could derive from an invitation alone, by hash, HMAC and a counter. */
export function derivedFrom(invitation: Known): Buffer[] {
  const known = knownOf(invitation);
  return [
    ...known,
    ...known.flatMap((value) => prefixes.flatMap((prefix) => hashes(Buffer.from(prefix), value))),
    ...known.flatMap((key) => known.map((value) => createHmac('sha256', key).update(value).digest())),
    ...derivedWith(invitation, [...Array(64).keys()]),
  ];
}

/** The same with the time of a visit: its seconds, and the first of its milliseconds. */
export const derivedAt = (invitation: Known, { from, to }: Sent): Buffer[] =>
  derivedWith(invitation, [
    ...range(Math.floor(from / 1000) - 1, Math.floor(to / 1000) + 1),
    ...range(from, Math.min(to, from + 30)),
  ]);

const derivedWith = (invitation: Known, numbers: readonly number[]): Buffer[] =>
  knownOf(invitation).flatMap((value) =>
    numbers
      .map(String)
      .flatMap((number) => [
        ...hashes(value, Buffer.from(number)),
        createHash('sha256').update(number).update(value).digest(),
        createHmac('sha256', value).update(number).digest(),
      ]),
  );

const hashes = (...parts: readonly Buffer[]): Buffer[] =>
  algorithms.map((algorithm) => createHash(algorithm).update(Buffer.concat(parts)).digest());

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step);

/** Whether any derived value begins, or goes on, as something that was sent. */
export function isReproduced(sent: Sent, derived: readonly Buffer[]): boolean {
  const runs = runsIn(sent.values);
  return derived.some((value) =>
    [0, 8, 16, 24].some((at) => runs.has(value.toString('latin1', at, at + runBytes))),
  );
}

/** Share of pairs of visits that have a run of bytes in common. */
export function shareAlike(visits: readonly Sent[]): number {
  const runs = visits.map(({ values }) => runsIn(values));
  const pairs = runs.flatMap((one, place) => runs.slice(place + 1).map((other) => [one, other] as const));
  return pairs.filter(([one, other]) => [...one].some((run) => other.has(run))).length / pairs.length;
}

/** Of the bits that two and two visits sent in the same places, how many are equal, or how many are not. */
export function bitsTold(visits: readonly Sent[]): { readonly told: number; readonly bits: number } {
  let equal = 0;
  let bits = 0;
  for (let place = 0; place + 1 < visits.length; place += 2) {
    const [one, other] = [visits[place], visits[place + 1]].map((visit) =>
      Buffer.concat(visit?.values ?? []),
    );
    for (const [at, byte] of (one ?? Buffer.alloc(0)).entries()) {
      const differing = byte ^ (other?.[at] ?? 0);
      equal += 8 - differing.toString(2).replaceAll('0', '').length;
      bits += 8;
    }
  }
  return { told: Math.max(equal, bits - equal) / bits, bits };
}
