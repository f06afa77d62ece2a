import type { Change } from '../../shared/adapters/audit.ts';
import { saveReview } from '../../shared/adapters/comment-reviews.ts';
import type { NamedComment } from '../../shared/adapters/comments.ts';
import type { Decision } from '../../shared/domain/comments/decision.ts';
import { review, type Reviewed } from '../../shared/domain/comments/review.ts';
import { inTurn } from '../../shared/lambda/in-turn.ts';
import { demandPrecondition, type Precondition } from '../../shared/lambda/precondition.ts';
import { Problem } from '../../shared/lambda/problem.ts';
import { readOne, type CommentName } from './one-comment.ts';

type Tables = { readonly reports: string; readonly settings: string };

/**
 * Decides about a comment. Who decides first of all may leave out which version they saw: it can only be the first. Where
 * another comment is decided at that moment, it is tried again; where this one is, the precondition no longer holds.
 *
 * @throws Problem 400, 404 or 409 where it can't be decided so, 412 or 428 for the precondition, 503 where others never rest
 */
export function decide(
  tables: Tables,
  name: CommentName,
  decision: Decision,
  precondition: Precondition,
  change: Change,
): Promise<NamedComment> {
  return inTurn('deciding', async () => {
    const read = await readOne(tables.reports, name);
    const { comment, register } = read;
    if (precondition.kind !== 'none' || comment.version > 1)
      demandPrecondition(precondition, comment.version, 'comment');
    const after = decidedOr(review(comment, decision, register.isClosed));
    return (await saveReview(tables, read, after, change)) ? { ...comment, ...after } : undefined;
  });
}

/** @throws Problem where nothing can become of the comment */
function decidedOr(reviewed: Reviewed): Extract<Reviewed, { kind: 'decided' }>['comment'] {
  const at = (pointer: string, detail: string) => [{ pointer, detail }];
  switch (reviewed.kind) {
    case 'decided':
      return reviewed.comment;
    case 'review-closed':
      throw new Problem(
        409,
        'The comments of this period have been released. What harms can be withdrawn.',
        at('/decision', 'expected withdraw'),
      );
    case 'review-open':
      throw new Problem(
        409,
        'The comments of this period have not been released. What harms can be rejected.',
        at('/decision', 'expected approve or reject'),
      );
    case 'not-released':
      throw new Problem(
        409,
        'This comment is not in the release.',
        at('/decision', 'expected a comment that has been approved'),
      );
    case 'text-gone':
      throw new Problem(
        400,
        'What was rejected has no text any more. It can be approved with a new one.',
        at('/text', 'expected the text to show'),
      );
  }
}
