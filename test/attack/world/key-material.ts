import { createPrivateKey, type KeyObject } from 'node:crypto';
import { environment } from '../../../shared/contract/environment.ts';
import type { Dump } from './dumps.ts';

/** Every byte string of a copy that is no sealed answer, and could be a key, wrapped or not. */
export const bytesIn = (copy: Dump): Buffer[] => {
  const found = [...copy]
    .filter(([table]) => table !== environment.poolTable)
    .flatMap(([, items]) => items.flatMap((item) => Object.values(item)))
    .flatMap((value) => (value instanceof Uint8Array ? [Buffer.from(value).toString('base64')] : []));
  return [...new Set(found)].map((text) => Buffer.from(text, 'base64'));
};

/** Keys that were written out somewhere in the open: in base64, or line by line. */
export const bytesInTexts = (texts: readonly string[]): Buffer[] =>
  texts.flatMap((text) => (text.match(/[\w+/-]{800,}=*/g) ?? []).map((word) => Buffer.from(word, 'base64')));

/** @returns none where the bytes are no private key */
export function privateKeyIn(der: Uint8Array | undefined): KeyObject[] {
  try {
    return der === undefined
      ? []
      : [createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' })];
  } catch {
    return [];
  }
}
