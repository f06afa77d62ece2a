import { bank } from './bank.ts';
import { faces, type Question, type QuestionSet } from './question.ts';

/** Faces are all friendly, so their mean is no agreement: the same question with faces is an item of its own. */
const withFaces = (question: Question): Question => ({
  ...question,
  key: `${question.key}-faces`,
  scale: faces,
});

/** The forms that Kuultu ships with: at most four questions after a meeting or for a child, seven otherwise. */
export const questionSets: readonly QuestionSet[] = [
  { id: 'meeting', version: 1, questions: [bank.heard, bank.respect, bank.part, bank.aim], comment: true },
  {
    id: 'family',
    version: 1,
    questions: [
      bank.heard,
      bank.respect,
      bank.trust,
      bank.enough,
      bank.benefit,
      bank.wellbeing,
      bank.recommend,
    ],
    comment: true,
  },
  {
    id: 'child',
    version: 1,
    questions: [bank.heard, bank.respect, bank.part, bank.benefit].map(withFaces),
    comment: false,
  },
  {
    id: 'young-person',
    version: 1,
    questions: [bank.heard, bank.respect, bank.part, bank.benefit, bank.recommend],
    comment: true,
  },
  {
    id: 'close-person',
    version: 1,
    questions: [bank.heard, bank.respect, bank.enough, bank.recommend],
    comment: true,
  },
  {
    id: 'county-worker',
    version: 1,
    questions: [
      bank.goalsMet,
      bank.goalsReviewed,
      bank.agreed,
      bank.contact,
      bank.tailored,
      bank.childPart,
      bank.recommend,
    ],
    comment: true,
  },
];

/** The version in force of a form, or undefined where there is none of that name. */
export const currentQuestionSet = (id: string): QuestionSet | undefined =>
  questionSets.filter((set) => set.id === id).toSorted((a, b) => b.version - a.version)[0];

/** One version of a form, as a link names it. */
export const questionSetVersion = (id: string, version: number): QuestionSet | undefined =>
  questionSets.find((set) => set.id === id && set.version === version);
