import type { AskedQuestion, ChooseAnswers } from '../simulation/respondent.ts';
import { drawsFor, type Draws } from '../simulation/draws.ts';
import { commentOf } from './comments.ts';

/**
 * How invented respondents answer. Most are content, as in the surveys of the field; a few are not, and then with
 * most of what they are asked. Units differ a little, so that a report has something to show.
 */

/** Weights of a scale's values, lowest first, by the number of values. */
const contentWeights: Readonly<Record<number, readonly number[]>> = {
  5: [0, 1, 6, 35, 58],
  10: [0, 0, 1, 2, 5, 10, 20, 30, 22, 10],
  11: [0, 0, 0, 0, 0, 0, 1, 2, 10, 30, 57],
};
const discontentWeights: Readonly<Record<number, readonly number[]>> = {
  5: [14, 26, 34, 20, 6],
  10: [4, 9, 18, 22, 20, 14, 8, 3, 1, 1],
  11: [4, 3, 5, 8, 10, 16, 14, 20, 12, 5, 3],
};

/** Share of content respondents in the unit, 0.88 to 0.98. */
const contentShare = (unit: string): number => drawsFor('opinion of unit', unit).between(88, 98) / 100;

const skippedShare = 0.04;

/** How many also write something in their own words. */
const writingShare = 0.2;

/**
 * What one respondent answers, and perhaps writes.
 *
 * @param unit whose service is judged
 * @param draws the respondent's own
 */
export function opinionsOn(unit: string, draws: Draws): ChooseAnswers {
  const isContent = draws.chance(contentShare(unit));
  return (questions, { language }) => {
    const answers = Object.fromEntries(
      questions
        .filter(() => !draws.chance(skippedShare))
        .map((question) => [
          question.key,
          answer(question, isContent ? contentWeights : discontentWeights, draws),
        ]),
    );
    return draws.chance(writingShare)
      ? { ...answers, comment: commentOf(isContent, language, draws) }
      : answers;
  };
}

function answer({ key, values }: AskedQuestion, weights: typeof contentWeights, draws: Draws): string {
  // "Does not concern me" is an option of every question, with no number.
  const steps = values.filter((value) => value !== '');
  const weightOfStep = weights[steps.length];
  if (weightOfStep === undefined)
    throw new Error(`${key} has a scale that nobody here knows: ${steps.join(' ')}`);
  return draws.weighted(steps.map((step, index) => [step, weightOfStep[index] ?? 0]));
}
