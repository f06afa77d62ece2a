import type { Stratum } from '../tallies/table.ts';
import type { Decision, RejectionReason } from './decision.ts';
import { mask } from './mask.ts';
import type { CommentState } from './states.ts';

/** A comment under review. */
export type Comment = {
  readonly stratum: Stratum;
  readonly state: CommentState;
  /** 1 until somebody has decided; then one more with each decision. */
  readonly version: number;
  /** Masked. Null where it was rejected or withdrawn: then it is gone. */
  readonly text: string | null;
  /** Of a rejection or a withdrawal. */
  readonly reason: RejectionReason | null;
};

/** What becomes of a comment, or why nothing does. */
export type Reviewed =
  | { readonly kind: 'decided'; readonly comment: Comment }
  /** The period's comments have been released: only what harms can still be taken back. */
  | { readonly kind: 'review-closed' }
  /** Nothing can be withdrawn before that: it can be rejected. */
  | { readonly kind: 'review-open' }
  /** Only what has been approved is in a release. */
  | { readonly kind: 'not-released' }
  /** What was rejected has no text any more: to approve it takes a new one. */
  | { readonly kind: 'text-gone' };

/** @param isClosed whether the period's comments have been released, or are being so */
export function review(comment: Comment, decision: Decision, isClosed: boolean): Reviewed {
  const version = comment.version + 1;
  switch (decision.decision) {
    case 'approve': {
      if (isClosed) return { kind: 'review-closed' };
      const given = decision.text ?? comment.text;
      if (given === null) return { kind: 'text-gone' };
      // With what a person has written, names may have come back in.
      const text = mask(given);
      return { kind: 'decided', comment: { ...comment, version, state: 'approved', text, reason: null } };
    }
    case 'reject': {
      if (isClosed) return { kind: 'review-closed' };
      const { reason } = decision;
      return { kind: 'decided', comment: { ...comment, version, state: 'rejected', text: null, reason } };
    }
    case 'withdraw': {
      if (!isClosed) return { kind: 'review-open' };
      if (comment.state !== 'approved') return { kind: 'not-released' };
      const { reason } = decision;
      return { kind: 'decided', comment: { ...comment, version, state: 'withdrawn', text: null, reason } };
    }
  }
}
