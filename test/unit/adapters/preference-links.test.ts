/** The reference in a preferences link: only what was made with our key passes, whole and in its one spelling. */
import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  makePreferenceReference,
  readPreferenceReference,
  type PreferenceReference,
} from '../../../shared/adapters/crypto/preference-links.ts';
import { referenceHash } from '../../../shared/adapters/crypto/references.ts';

const key = 'the preferences key of this test';
const somebody = (): PreferenceReference => ({
  contactHash: randomBytes(16).toString('base64url'),
  requestId: randomUUID(),
});

describe('a reference', () => {
  it('names the person and the request that it was made for', () => {
    for (let made = 0; made < 200; made += 1) {
      const person = somebody();
      const reference = makePreferenceReference(key, person);
      expect(reference).toMatch(/^[\w-]{64}$/);
      expect(readPreferenceReference(key, reference)).toEqual(person);
    }
  });

  it('is made of the very hash that stands in the tables', () => {
    const contactHash = referenceHash('the references key of this test')('contact', 'p-1');
    const person = { ...somebody(), contactHash };
    expect(readPreferenceReference(key, makePreferenceReference(key, person))).toEqual(person);
  });

  it('is the same whenever it is made, and another for every request and person', () => {
    const [ann, bea] = [somebody(), somebody()];
    const made = [ann, { ...ann, requestId: bea.requestId }, { ...ann, contactHash: bea.contactHash }].map(
      (person) => makePreferenceReference(key, person),
    );
    expect(new Set(made).size).toBe(3);
    expect(makePreferenceReference(key, ann)).toBe(made[0]);
  });

  it.each<[string, Partial<PreferenceReference>]>([
    ['a short hash', { contactHash: 'ann' }],
    ['a long hash', { contactHash: 'A'.repeat(43) }],
    ['a hash with stray bits', { contactHash: `${'A'.repeat(21)}B` }],
    ['no hash', { contactHash: '' }],
    ['a request that has no UUID', { requestId: 'r-1' }],
    ['a UUID in capitals', { requestId: '0F8B6F0E-6A7F-4A57-9D0A-2F7A5F2B8D11' }],
    ['a UUID without hyphens', { requestId: '0f8b6f0e6a7f4a579d0a2f7a5f2b8d11' }],
  ])('can not be made of %s', (_, changes) => {
    expect(() => makePreferenceReference(key, { ...somebody(), ...changes })).toThrow(RangeError);
  });

  it('of another key is none', () => {
    const person = somebody();
    expect(readPreferenceReference('another key', makePreferenceReference(key, person))).toBeUndefined();
  });

  it('is none with any single bit changed', () => {
    const bytes = Buffer.from(makePreferenceReference(key, somebody()), 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const forged = Buffer.from(bytes);
      forged.writeUInt8(forged.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(readPreferenceReference(key, forged.toString('base64url'))).toBeUndefined();
    }
  });

  it('is none when it was cut off anywhere', () => {
    const reference = makePreferenceReference(key, somebody());
    for (let length = 0; length < reference.length; length += 1)
      expect(readPreferenceReference(key, reference.slice(0, length))).toBeUndefined();
  });

  it('has one spelling', () => {
    // Bytes with all ones are spelled with the characters in which the two alphabets differ.
    const person = { contactHash: Buffer.alloc(16, 0xff).toString('base64url'), requestId: randomUUID() };
    const reference = makePreferenceReference(key, person);
    expect(reference).toContain('_');
    for (const other of [
      reference.replaceAll('_', '/'),
      ` ${reference}`,
      `${reference}\n`,
      `${reference}=`,
      `${reference}AAAA`,
      `${reference.slice(0, 8)}.${reference.slice(8)}`,
    ]) {
      expect(readPreferenceReference(key, other)).toBeUndefined();
    }
  });

  it('is no hash of a reference, although both are made with one key', () => {
    const person = somebody();
    const mac = makePreferenceReference(key, person).slice(-22);
    const hash = referenceHash(key);
    for (const kind of ['contact', 'household', 'case', 'occasion', 'event', 'address'] as const)
      expect(hash(kind, person.contactHash, person.requestId)).not.toContain(mac.slice(1, -1));
  });
});
