import { answersFormSchema } from '../../shared/api/answers-form.ts';
import { answersTo, type Answers } from '../../shared/domain/questions/answers.ts';
import { commentIn, commentItem, type Comment } from '../../shared/domain/questions/comment.ts';
import type { QuestionSet } from '../../shared/domain/questions/question.ts';
import type { Invitation } from '../../shared/domain/respondent/link.ts';

/** What a respondent has sent: answers, and what makes them count once and in the right place. */
export type Submission = {
  readonly questionSet: QuestionSet;
  readonly invitation: Invitation;
  /** The ballot nonce, 32 bytes in base64url. */
  readonly nonce: string;
  readonly answers: Answers;
  readonly comment: Comment;
};

/** @returns undefined where it lacks what our forms carry hidden */
export function readSubmission(questionSet: QuestionSet, form: URLSearchParams): Submission | undefined {
  const hidden = answersFormSchema.safeParse(Object.fromEntries(form));
  if (!hidden.success) return undefined;
  const { ticket, context, nonce } = hidden.data;
  // A field that was left alone comes as an empty text, which must not count as a zero.
  const given = [...form].flatMap(([key, value]) =>
    /^\d{1,2}$/.test(value) ? [[key, Number(value)] as const] : [],
  );
  return {
    questionSet,
    invitation: { ticket, context },
    nonce,
    answers: answersTo(questionSet, Object.fromEntries(given)),
    comment: questionSet.comment ? commentIn(form.get(commentItem)) : { kind: 'none' },
  };
}
