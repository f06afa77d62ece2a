import { createHash } from 'node:crypto';
import type { Guess } from '../judging/links.ts';

/* Joins on values that are equal, that begin alike, or of which one is a hash of the other. */

/** Shorter values are counts, versions and enumerations, which many share. */
const shortest = 6;
/** Characters of a value's beginning that are no accident where two share them: 48 bits or more. */
const beginning = 12;

/** Every text, number and byte string in something stored, in the spellings in which it may stand elsewhere. */
export function spellingsIn(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return spelled(String(value));
  if (value instanceof Uint8Array) return spelledBytes(Buffer.from(value));
  if (Array.isArray(value)) return value.flatMap(spellingsIn);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(spellingsIn);
  return [];
}

const spelled = (text: string): string[] =>
  text.length < shortest
    ? []
    : [text, ...(/^[\w-]+$/.test(text) ? spelledBytes(Buffer.from(text, 'base64url')) : [])];

const spelledBytes = (bytes: Buffer): string[] => [bytes.toString('base64url'), bytes.toString('hex')];

const algorithms = ['sha256', 'sha1', 'md5', 'sha384', 'sha512'];
/** What Kuultu itself puts in front of what it hashes: its code is public. */
const prefixes = ['', 'ticket\n', 'mark\n', 'ballot\n'];

/** Every hash of a value that needs no secret. */
const hashesOf = (text: string): string[] =>
  algorithms.flatMap((algorithm) =>
    prefixes.flatMap((prefix) =>
      spelledBytes(
        createHash(algorithm)
          .update(prefix + text)
          .digest(),
      ),
    ),
  );

/** What two values share where they are equal, or begin alike. */
const tokenOf = (value: string): string => value.slice(0, beginning);

/** What has been hashed already: the same values are known to every adversary who is let loose. */
const hashed = new Map<string, readonly string[]>();

/** A value and all its hashes, as tokens. */
function tokensOf(value: string): readonly string[] {
  const tokens = hashed.get(value) ?? [value, ...hashesOf(value)].map(tokenOf);
  hashed.set(value, tokens);
  return tokens;
}

/**
 * Chooses for each person the things that share most with what is known of them: a value that only one thing has counts
 * most.
 *
 * @param known values of each person
 * @param stored values of each thing
 */
export function joinOnValues(
  known: readonly (readonly string[])[],
  stored: readonly (readonly string[])[],
): Guess {
  const things = indexed(stored);
  const chosen = withoutCommon(known).map((values) => {
    const shared = new Map<number, number>();
    for (const value of new Set(values)) {
      for (const token of tokensOf(value)) {
        const holders = things.get(token) ?? [];
        for (const thing of holders) shared.set(thing, (shared.get(thing) ?? 0) + 1 / holders.length);
      }
    }
    const most = Math.max(...shared.values());
    const best = [...shared].filter(([, score]) => score > most - 1e-9).map(([thing]) => thing);
    return new Set(best.length > 0 ? best : stored.keys());
  });
  return (person, thing) => {
    const choice = chosen[person];
    return choice?.has(thing) === true ? 1 / choice.size : 0;
  };
}

/** What every second person has, such as the name of a rule, tells nobody apart. */
function withoutCommon(known: readonly (readonly string[])[]): string[][] {
  const holders = new Map<string, number>();
  for (const values of known)
    for (const value of new Set(values)) holders.set(value, (holders.get(value) ?? 0) + 1);
  return known.map((values) => values.filter((value) => (holders.get(value) ?? 0) <= known.length / 2));
}

/** The things behind each token. */
function indexed(stored: readonly (readonly string[])[]): Map<string, number[]> {
  const holders = new Map<string, number[]>();
  for (const [thing, values] of stored.entries()) {
    for (const token of new Set(values.flatMap(tokensOf))) {
      const others = holders.get(token);
      if (others === undefined) holders.set(token, [thing]);
      else others.push(thing);
    }
  }
  return holders;
}
