import { bank } from '../questions/bank.ts';
import { questionSets } from '../questions/question-sets.ts';
import type { Question } from '../questions/question.ts';
import type { Figures } from '../releases/figures.ts';
import type { QuestionGroup } from './digest.ts';

const known = new Map<string, Question>(
  [...Object.values(bank), ...questionSets.flatMap(({ questions }) => questions)].map((question) => [
    question.key,
    question,
  ]),
);

/** What workers who cooperate are asked: an answer about a service beside one's own, and no family's. */
const partnerItems: ReadonlySet<string> = new Set(
  [
    bank.agreed,
    bank.goalsMet,
    bank.goalsReviewed,
    bank.documents,
    bank.contact,
    bank.tailored,
    bank.childPart,
    bank.price,
    bank.renewing,
  ].map(({ key }) => key),
);

/** @returns undefined where no form of today asks it */
export const knownQuestion = (item: string): Question | undefined => known.get(item);

/** The kind of scale of a question; of one that is not asked any more, as far as its figures tell. */
export function groupOf(item: string, { index, distribution }: Figures): QuestionGroup {
  const kind = known.get(item)?.scale.kind;
  if (kind === 'wellbeing' || kind === 'recommendation' || kind === 'faces') return kind;
  if (kind === 'agreement') return partnerItems.has(item) ? 'partners' : 'statements';
  if (index !== null || distribution?.length === 11) return 'recommendation';
  return distribution?.length === 10 ? 'wellbeing' : 'statements';
}
