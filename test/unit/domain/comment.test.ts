/**
 * What is kept of a comment: whatever came from outside, it has at most 1 000 characters and 2 400 bytes, is written in
 * whole characters without control characters, and fits a sealed envelope together with every answer of every form.
 */
import * as fc from 'fast-check';
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { seal } from '../../../shared/adapters/crypto/seal.ts';
import {
  commentBytesMost,
  commentCharactersMost,
  commentIn,
} from '../../../shared/domain/questions/comment.ts';
import { questionSets } from '../../../shared/domain/questions/question-sets.ts';
import { sealedBytes } from '../../../shared/domain/respondent/link.ts';

const written = (text: string) => ({ kind: 'written', text });

describe('a comment', () => {
  it.each([undefined, null, 4, true, {}, ['text'], '', ' ', '\n\t ', '\u0000\u0007'])(
    'is none in %j',
    (given) => {
      expect(commentIn(given)).toEqual({ kind: 'none' });
    },
  );

  it.each([
    [' Hyvää yötä. \n', 'Hyvää yötä.'],
    ['one\r\ntwo\rthree\nfour', 'one\ntwo\nthree\nfour'],
    ['a\u0000b\u001bc\u007fd\u009fe', 'abcde'],
    ['half \ud83d a pair \ude00', 'half \ufffd a pair \ufffd'],
    ['e\u0301 and é', 'e\u0301 and é'],
    ['left \u202eright\u202c', 'left \u202eright\u202c'],
    ['a family 👨‍👩‍👧', 'a family 👨‍👩‍👧'],
    ['<b>&amp;"', '<b>&amp;"'],
  ])('%j is kept as %j', (given, text) => {
    expect(commentIn(given)).toEqual(written(text));
  });

  it.each([
    ['1 000 characters of one byte', 'x'.repeat(1000), 'written'],
    ['1 001', 'x'.repeat(1001), 'too-long'],
    ['600 characters of four bytes', '😀'.repeat(600), 'written'],
    ['601', '😀'.repeat(601), 'too-long'],
    ['2 400 bytes and a blank at either end', ` ${'€'.repeat(800)} `, 'written'],
    ['2 401 bytes', `${'€'.repeat(800)}x`, 'too-long'],
    ['1 000 characters with line breaks of Windows', 'x\r\n'.repeat(499) + 'xx', 'written'],
  ])('of %s', (_, given, kind) => {
    expect(commentIn(given)).toMatchObject({ kind });
  });

  it('that is too long is told as it stands, with how much has to go, so that it can be shortened', () => {
    const text = 'y'.repeat(1200);
    expect(commentIn(` ${text} `)).toEqual({ kind: 'too-long', text, excess: 200 });
  });

  it.each([
    ['a hundred thousand characters', 'x'.repeat(100_000), 99_000],
    ['a hundred thousand emoji', '😀'.repeat(100_000), 99_400],
    ['few characters of many bytes', `${'x'.repeat(3)}${'😀'.repeat(600)}`, 1],
    ['letters with marks upon marks', 'a\u0301\u0302\u0303'.repeat(400), 600],
  ])('of %s fits once so many are gone from its end, and not with one more', (_, text, excess) => {
    expect(commentIn(text)).toEqual({ kind: 'too-long', text, excess });
    const shortened = (fewer: number): string => Array.from(text).slice(0, -fewer).join('');
    expect(commentIn(shortened(excess))).toEqual(written(shortened(excess)));
    if (excess > 1) expect(commentIn(shortened(excess - 1))).toMatchObject({ kind: 'too-long', excess: 1 });
  });

  it('is within its limits and whole, whatever came, and is kept unchanged a second time', () => {
    const piece = fc.constantFrom(
      'x',
      'ä',
      '€',
      '😀',
      '\ud83d',
      '\ude00',
      '\r',
      '\n',
      '\u0000',
      '\u0085',
      '\u2028',
      ' ',
    );
    const long = fc
      .tuple(fc.array(piece, { maxLength: 20 }), fc.integer({ min: 1, max: 200 }))
      .map(([pieces, times]) => pieces.join('').repeat(times));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), long), (given) => {
        const comment = commentIn(given);
        if (comment.kind !== 'written') return;
        expect(comment.text.isWellFormed()).toBe(true);
        expect(comment.text).not.toMatch(/[^\P{Cc}\n]/u);
        expect(Array.from(comment.text).length).toBeLessThanOrEqual(commentCharactersMost);
        expect(Buffer.byteLength(comment.text)).toBeLessThanOrEqual(commentBytesMost);
        expect(commentIn(comment.text)).toEqual(comment);
      }),
    );
  });
});

describe('an envelope', () => {
  const publicKey = generateKeyPairSync('rsa', { modulusLength: 3072 }).publicKey.export({
    format: 'der',
    type: 'spki',
  });

  /** Comments whose JSON is as long as it gets: what is escaped takes two bytes for one. */
  const widest = [
    '"'.repeat(1000),
    '\\'.repeat(1000),
    `x${'\n'.repeat(998)}x`,
    '😀'.repeat(600),
    '€'.repeat(800),
  ];

  it.each(questionSets)('takes every answer of the form $id and the widest comment', ({ questions }) => {
    const answers = Object.fromEntries(questions.map(({ key, scale }) => [key, scale.to]));
    for (const text of widest) {
      const comment = commentIn(text);
      expect(comment).toEqual(written(text));
      const sealed = seal(
        publicKey,
        JSON.stringify({ context: 'x'.repeat(12), answers: { ...answers, comment: text } }),
      );
      expect(sealed).toHaveLength(sealedBytes);
    }
  });
});
