/**
 * The seal that a browser makes: the server's own code opens it and finds exactly what was sealed, in an envelope of one
 * size; what does not fit is refused; and no comment that the form takes is too large for it, however it is written.
 */
import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unseal } from '../../../shared/adapters/crypto/seal.ts';
import { readAnswers } from '../../../web/respondent/answers.ts';
import { seal } from '../../../web/respondent/seal.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 3072 });
const modulus = publicKey.export({ format: 'jwk' }).n ?? '';
const room = 3840 - 384 - 12 - 16;

const padded = (text: string): string => text + ' '.repeat(room - Buffer.byteLength(text));

describe('an envelope', () => {
  it.each([
    ['nothing', ''],
    ['an answer', '{"context":"c","answers":{"heard":4}}'],
    ['letters of several bytes', 'hyvää yötä 😀'],
    ['all that fits', 'x'.repeat(room)],
  ])('with %s has 3 840 bytes and gives it back, padded with spaces', async (_, text) => {
    const sealed = await seal(modulus, text);
    expect(sealed).toHaveLength(3840);
    expect(unseal(privateKey, sealed)).toBe(padded(text));
  });

  it('gives back any text that fits', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(0xffff), { maxLength: 300 }), async (units) => {
        const written = String.fromCharCode(...units).toWellFormed();
        fc.pre(Buffer.byteLength(written) <= room);
        expect(unseal(privateKey, await seal(modulus, written))).toBe(padded(written));
      }),
      { numRuns: 40 },
    );
  });

  it('does not take one byte more than fits, counted in bytes', async () => {
    await expect(seal(modulus, 'x'.repeat(room + 1))).rejects.toThrow(RangeError);
    await expect(seal(modulus, 'ä'.repeat(room / 2 + 1))).rejects.toThrow(RangeError);
  });

  it('never looks the same twice, in any of its parts', async () => {
    const [one, other] = await Promise.all([seal(modulus, 'x'), seal(modulus, 'x')]);
    for (const [from, to] of [
      [0, 384],
      [384, 396],
      [396, 3840],
    ])
      expect(one.slice(from, to)).not.toEqual(other.slice(from, to));
  });

  it.each([0, 383, 384, 395, 396, 2000, 3824, 3839])('is broken by a change of byte %i', async (at) => {
    const sealed = await seal(modulus, 'x');
    sealed[at] = (sealed[at] ?? 0) ^ 1;
    expect(() => unseal(privateKey, sealed)).toThrow();
  });

  it('is opened by no other key', async () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 3072 }).privateKey;
    const sealed = await seal(modulus, 'x');
    expect(() => unseal(other, sealed)).toThrow();
  });
});

describe('the longest comments that the form takes', () => {
  const everyQuestion = Array.from({ length: 12 }, (_, at) => [`a-question-${at}`, '10'] as const);
  it.each([
    ['quotation marks', '"'.repeat(1000)],
    ['line breaks', `x${'\n'.repeat(998)}x`],
    ['control characters', `x${'\u0001'.repeat(998)}x`],
    ['halves of pairs', '\ud800'.repeat(800)],
    ['letters of two bytes', 'ä'.repeat(1000)],
    ['letters of three bytes and quotation marks', '€'.repeat(700) + '"'.repeat(300)],
    ['signs of four bytes and quotation marks', '😀'.repeat(466) + '\\'.repeat(534)],
  ])('fit: %s', async (_, comment) => {
    const answers = readAnswers([...everyQuestion, ['comment', comment]]);
    const text = JSON.stringify({ context: 'c'.repeat(12), answers });
    expect(unseal(privateKey, await seal(modulus, text))).toBe(padded(text));
    expect(answers).toHaveProperty('comment');
  });

  it('fit whatever they are made of', () => {
    const characters = fc.oneof(
      fc.constantFrom(
        '"',
        '\\',
        '\n',
        '\t',
        '\0',
        '\u007f',
        '\u0085',
        '\ud800',
        '\udc00',
        '€',
        'ä',
        '😀',
        ' ',
      ),
      fc.nat(0xffff).map((unit) => String.fromCharCode(unit)),
    );
    fc.assert(
      fc.property(fc.array(characters, { minLength: 1, maxLength: 1100 }), (many) => {
        const answers = readAnswers([...everyQuestion, ['comment', many.join('')]]);
        fc.pre(answers !== 'too-long');
        expect(Buffer.byteLength(JSON.stringify({ context: 'c'.repeat(12), answers }))).toBeLessThan(room);
      }),
    );
  });
});
