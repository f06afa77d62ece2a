import { bank, childBank } from './bank.ts';
import type { QuestionSet } from './question.ts';

/** The forms that Kuultu ships with: at most four questions after a meeting or for a child, seven otherwise. */
export const questionSets: readonly QuestionSet[] = [
  {
    id: 'meeting',
    version: 1,
    audience: 'adult',
    questions: [bank.heard, bank.respect, bank.part, bank.aim],
    comment: true,
  },
  {
    // After a service: what families said matters most, and whether they would recommend it.
    id: 'family',
    version: 1,
    audience: 'adult',
    questions: [bank.heard, bank.respect, bank.trust, bank.skill, bank.enough, bank.benefit, bank.recommend],
    comment: true,
  },
  {
    id: 'family-placement',
    version: 1,
    audience: 'adult',
    questions: [
      bank.heard,
      bank.respect,
      bank.same,
      bank.reach,
      bank.benefit,
      bank.wellbeing,
      bank.recommend,
    ],
    comment: true,
  },
  {
    id: 'child',
    version: 1,
    audience: 'child',
    questions: [childBank.heard, childBank.respect, childBank.part, childBank.benefit],
    comment: false,
  },
  {
    id: 'young-person',
    version: 1,
    audience: 'young-person',
    questions: [bank.heard, bank.respect, bank.part, bank.benefit, bank.recommend],
    comment: true,
  },
  {
    id: 'close-person',
    version: 1,
    audience: 'adult',
    questions: [bank.heard, bank.respect, bank.timely, bank.enough, bank.recommend],
    comment: true,
  },
  {
    id: 'county-worker-meeting',
    version: 1,
    audience: 'worker',
    questions: [bank.agreed, bank.contact, bank.documents, bank.childPart],
    comment: true,
  },
  {
    id: 'county-worker',
    version: 1,
    audience: 'worker',
    questions: [
      bank.goalsMet,
      bank.goalsReviewed,
      bank.agreed,
      bank.tailored,
      bank.price,
      bank.renewing,
      bank.recommendPartner,
    ],
    comment: true,
  },
  {
    // Not in any rule that is shipped: who wants to hear the provider's own workers names it in one.
    id: 'provider-worker',
    version: 1,
    audience: 'worker',
    questions: [bank.agreed, bank.contact, bank.goalsReviewed, bank.tailored, bank.childPart],
    comment: true,
  },
];

/** The version in force of a form, or undefined where there is none of that name. */
export const currentQuestionSet = (id: string): QuestionSet | undefined =>
  questionSets.filter((set) => set.id === id).toSorted((a, b) => b.version - a.version)[0];

/** One version of a form, as a link names it. */
export const questionSetVersion = (id: string, version: number): QuestionSet | undefined =>
  questionSets.find((set) => set.id === id && set.version === version);
