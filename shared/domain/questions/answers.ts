import type { Question, QuestionSet } from './question.ts';

/** Answers by question key; a question that was skipped is not there. */
export type Answers = Readonly<Record<string, number>>;

const isOnScale = ({ scale }: Question, value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= scale.from && value <= scale.to;

/**
 * The answers that belong to a form: what it does not ask, and what is not on a question's scale, is left out.
 *
 * @param given values by question key, from a form or out of a sealed envelope: not to be trusted
 */
export function answersTo(questionSet: QuestionSet, given: Readonly<Record<string, unknown>>): Answers {
  const answered = questionSet.questions.flatMap((question) => {
    const value = given[question.key];
    return isOnScale(question, value) ? [[question.key, value] as const] : [];
  });
  return Object.fromEntries(answered);
}
