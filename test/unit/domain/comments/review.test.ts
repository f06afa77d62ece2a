/** What becomes of a comment, decision by decision, before its release and after it. */
import { describe, expect, it } from 'vitest';
import { decisionSchema } from '../../../../shared/domain/comments/decision.ts';
import { review, type Comment } from '../../../../shared/domain/comments/review.ts';

const pending: Comment = {
  stratum: { region: 'north' },
  state: 'pending',
  version: 1,
  text: 'Kiitos',
  reason: null,
};
const approved: Comment = { ...pending, state: 'approved', version: 2 };
const rejected: Comment = { ...pending, state: 'rejected', version: 2, text: null, reason: 'abusive' };
const withdrawn: Comment = { ...rejected, state: 'withdrawn', version: 3 };

describe('before the release', () => {
  it('an approval keeps the text, or puts an edited one in its place', () => {
    expect(review(pending, { decision: 'approve' }, false)).toEqual({ kind: 'decided', comment: approved });
    expect(review(pending, { decision: 'approve', text: 'Kiitos teille' }, false)).toEqual({
      kind: 'decided',
      comment: { ...approved, text: 'Kiitos teille' },
    });
  });

  it('what a person has written in is masked again', () => {
    expect(
      review(pending, { decision: 'approve', text: 'Kiitos Pekalle, 040 123 4567' }, false),
    ).toMatchObject({
      comment: { text: 'Kiitos [name], [phone]' },
    });
  });

  it('a rejection leaves nothing but its reason', () => {
    expect(review(approved, { decision: 'reject', reason: 'names-a-person' }, false)).toEqual({
      kind: 'decided',
      comment: { ...rejected, version: 3, reason: 'names-a-person' },
    });
  });

  it('what was rejected can be approved with a new text only', () => {
    expect(review(rejected, { decision: 'approve' }, false)).toEqual({ kind: 'text-gone' });
    expect(review(rejected, { decision: 'approve', text: 'Kiitos' }, false)).toEqual({
      kind: 'decided',
      comment: { ...approved, version: 3 },
    });
  });

  it('nothing can be withdrawn', () => {
    expect(review(approved, { decision: 'withdraw', reason: 'other' }, false)).toEqual({
      kind: 'review-open',
    });
  });
});

describe('after the release', () => {
  it.each([pending, approved, rejected, withdrawn])(
    'nothing is approved or rejected any more: $state',
    (comment) => {
      expect(review(comment, { decision: 'approve', text: 'x' }, true)).toEqual({ kind: 'review-closed' });
      expect(review(comment, { decision: 'reject', reason: 'other' }, true)).toEqual({
        kind: 'review-closed',
      });
    },
  );

  it('what was approved can be withdrawn, and leaves nothing but the reason', () => {
    expect(review(approved, { decision: 'withdraw', reason: 'abusive' }, true)).toEqual({
      kind: 'decided',
      comment: withdrawn,
    });
  });

  it.each([rejected, withdrawn])('what is in no release can not: $state', (comment) => {
    expect(review(comment, { decision: 'withdraw', reason: 'other' }, true)).toEqual({
      kind: 'not-released',
    });
  });
});

describe('a decision', () => {
  it.each<[object, string]>([
    [{}, 'decision'],
    [{ decision: 'delete' }, 'decision'],
    [{ decision: 'reject' }, 'reason'],
    [{ decision: 'reject', reason: 'because' }, 'reason'],
    [{ decision: 'withdraw' }, 'reason'],
    [{ decision: 'approve', text: '' }, 'text'],
    [{ decision: 'approve', text: ' \n ' }, 'text'],
    [{ decision: 'approve', text: 7 }, 'text'],
    [{ decision: 'approve', text: 'a'.repeat(1001) }, 'text'],
  ])('%j is refused at %s', (sent, field) => {
    const { success, error } = decisionSchema.safeParse(sent);
    expect(success).toBe(false);
    expect(error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });

  it('may come with a text of a thousand characters', () => {
    expect(decisionSchema.parse({ decision: 'approve', text: 'ä'.repeat(1000) })).toMatchObject({
      text: 'ä'.repeat(1000),
    });
  });
});
