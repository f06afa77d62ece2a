/**
 * What the page makes of the form's fields: numbers for what was chosen, no zero for what was left alone, and a comment
 * within its limits and without what can't be read. What it takes as a comment, the mix takes unchanged.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commentIn } from '../../../shared/domain/questions/comment.ts';
import { readAnswers } from '../../../web/respondent/answers.ts';

const commented = (comment: string) => readAnswers([['comment', comment]]);

describe('the answers', () => {
  it('are numbers by question, the zero too, and an empty value is none', () => {
    expect(
      readAnswers([
        ['heard', '4'],
        ['recommend', '0'],
        ['wellbeing', '10'],
        ['respect', ''],
        ['comment', ''],
      ]),
    ).toEqual({ heard: 4, recommend: 0, wellbeing: 10 });
  });

  it.each([
    [[]],
    [[['heard', '']]],
    [[['comment', ' \n ']]],
    [[['heard', ''] as const, ['comment', ''] as const]],
  ])('are nothing for %j', (fields) => {
    expect(readAnswers(fields as [string, string][])).toBe('nothing');
  });

  it('may be a comment alone', () => {
    expect(commented('  Kiitos. ')).toEqual({ comment: 'Kiitos.' });
  });
});

describe('a comment', () => {
  it.each([
    ['1 000 letters', 'x'.repeat(1000)],
    ['1 000 letters and the blanks around them', `\n ${'x'.repeat(1000)} \n`],
    ['2 400 bytes', '€'.repeat(800)],
    ['600 signs of two UTF-16 units', '😀'.repeat(600)],
  ])('of %s is taken', (_, text) => {
    expect(commented(text)).toEqual({ comment: text.trim() });
  });

  it.each([
    ['1 001 letters', 'x'.repeat(1001)],
    ['100 000 letters', 'x'.repeat(100_000)],
    ['2 401 bytes', `${'€'.repeat(800)}x`],
    ['601 signs of four bytes', '😀'.repeat(601)],
  ])('of %s is too long, whatever else was answered', (_, text) => {
    expect(
      readAnswers([
        ['heard', '4'],
        ['comment', text],
      ]),
    ).toBe('too-long');
  });

  it('loses halves of pairs and control characters, and keeps its lines', () => {
    expect(commented('a\ud800b\udc00c')).toEqual({ comment: 'a\ufffdb\ufffdc' });
    expect(commented('😀')).toEqual({ comment: '😀' });
    expect(commented('a\0b\tc\u007fd\u009fe')).toEqual({ comment: 'a b c d e' });
    expect(commented('one\r\ntwo\rthree\nfour')).toEqual({ comment: 'one\ntwo\nthree\nfour' });
  });

  it('is what the mix reads, unchanged', () => {
    const anyText = fc.array(
      fc.oneof(
        fc.constantFrom(
          '\n',
          '\r',
          '\t',
          '\0',
          '\u0085',
          '\ud800',
          '\udc00',
          ' ',
          '\u00a0',
          '\ufeff',
          '€',
          '😀',
        ),
        fc.nat(0xffff).map((unit) => String.fromCharCode(unit)),
      ),
      { maxLength: 1100 },
    );
    fc.assert(
      fc.property(anyText, (many) => {
        const answers = commented(many.join(''));
        if (typeof answers === 'string') return;
        expect(commentIn(answers['comment'])).toEqual({ kind: 'written', text: answers['comment'] });
      }),
    );
  });
});
