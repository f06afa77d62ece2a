/** Bytes as text and as numbers, in the browser: what Node's own spelling says, and nothing for what is not base64url. */
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, bytesOfInteger, integerOf, joined, textOf } from '../../../web/respondent/bytes.ts';

const anyBytes = fc.uint8Array({ maxLength: 100 }).map((bytes) => new Uint8Array(bytes));

describe('base64url', () => {
  it('is spelled as Node spells it, and read back', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        expect(textOf(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
        expect(bytesOf(textOf(bytes))).toEqual(bytes);
      }),
    );
  });

  it('holds as many bytes as a sealed answer has', () => {
    const sealed = new Uint8Array(randomBytes(3840));
    expect(bytesOf(textOf(sealed))).toEqual(sealed);
    expect(textOf(sealed)).toHaveLength(5120);
  });

  it.each(['A', 'AAAAA', 'AA==', 'AA=', 'A+/A', 'A A', ' AAAA', 'AAAA\n', 'ÄÄÄÄ', 'undefined', 'AAA!'])(
    'is nothing for %j',
    (text) => {
      expect(bytesOf(text)).toHaveLength(0);
    },
  );

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff)), (units) => {
        const text = String.fromCharCode(...units);
        expect(bytesOf(text).length).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('numbers', () => {
  it('are big-endian, and as long as they are asked to be', () => {
    expect(bytesOfInteger(0x0102n, 4)).toEqual(Uint8Array.of(0, 0, 1, 2));
    expect(integerOf(Uint8Array.of(0, 0, 1, 2))).toBe(0x0102n);
  });

  it('come back', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 2048n - 1n }), (value) => {
        const bytes = bytesOfInteger(value, 256);
        expect(bytes).toHaveLength(256);
        expect(integerOf(bytes)).toBe(value);
      }),
    );
  });
});

it('joins bytes in their order', () => {
  expect(joined()).toHaveLength(0);
  expect(joined(Uint8Array.of(1, 2), new Uint8Array(0), Uint8Array.of(3))).toEqual(Uint8Array.of(1, 2, 3));
});
