/**
 * Binary values have one spelling: what is accepted comes back unchanged when it is decoded and encoded again, and what
 * only decodes to the same bytes is refused, since hashes and comparisons are of the text.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encoded } from '../../../shared/lambda/encoded.ts';

const isTaken = (text: unknown, bytes?: number): boolean => encoded(bytes).safeParse(text).success;
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

describe('base64url', () => {
  it('of any bytes is taken, and taken as it is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(encoded().parse(textOf(bytes))).toBe(textOf(bytes));
        expect(encoded(bytes.length).parse(textOf(bytes))).toBe(textOf(bytes));
        expect(isTaken(textOf(bytes), bytes.length + 1)).toBe(false);
        if (bytes.length > 0) expect(isTaken(textOf(bytes), bytes.length - 1)).toBe(false);
      }),
    );
  });

  it('has no second spelling: any text that is taken is the one spelling of its bytes', () => {
    const nearly = fc.string({
      unit: fc.constantFrom('A', 'Z', 'a', '9', '-', '_', '+', '/', '=', '.', ' ', '\n', 'ä'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(nearly, (text) => {
        expect(isTaken(text)).toBe(textOf(Buffer.from(text, 'base64url')) === text);
      }),
    );
  });

  it.each([
    ['padding', 'AA=='],
    ['the other alphabet', '+/8'],
    ['bits that are thrown away', 'AB'],
    ['a character alone', 'A'],
    ['a blank in between', 'AA AA'],
    ['a line break at the end', 'AAAA\n'],
    ['letters that are none of it', 'ÄÄÄÄ'],
  ])('with %s is refused', (_, text) => {
    expect(isTaken(text)).toBe(false);
  });

  it.each([undefined, null, 5, true, [], {}, ['AAAA'], { length: 4 }])('is text: not %j', (value) => {
    expect(isTaken(value)).toBe(false);
  });

  it('is not read where it is longer than anything of ours', () => {
    expect(isTaken('A'.repeat(8192))).toBe(true);
    expect(isTaken('A'.repeat(8196))).toBe(false);
  });

  it('that is refused is told by what was expected, and never by what it was', () => {
    for (const bytes of [undefined, 16]) {
      const { error } = encoded(bytes).safeParse('c2VjcmV0=');
      expect(error?.issues[0]?.message).toBe(
        bytes === undefined
          ? 'expected base64url without padding'
          : 'expected 16 bytes in base64url without padding',
      );
    }
  });
});
