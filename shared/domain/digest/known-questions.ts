import { bank } from '../questions/bank.ts';
import type { Catalogue } from '../questions/catalogue.ts';
import type { Question, QuestionSet } from '../questions/question.ts';
import type { Figures } from '../releases/figures.ts';
import { defaultRules } from '../rules/default-rules.ts';
import type { RuleDraft } from '../rules/rule.ts';
import { isWorker } from '../vocabulary.ts';
import type { QuestionGroup } from './digest.ts';

/** What can have been asked here, and of whom. */
export type KnownQuestions = {
  /** By key, in today's words. */
  readonly items: ReadonlyMap<string, Question>;
  /** Keys of what workers who cooperate are asked: an answer about a service beside one's own, and no family's. */
  readonly ofPartners: ReadonlySet<string>;
};

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

/**
 * The questions of all forms, with the partners' apart: those of the bank, and what is in no other form than theirs.
 *
 * @param rules who is asked with what, turned off or not
 */
export function knownQuestions(catalogue: Catalogue, rules: readonly RuleDraft[]): KnownQuestions {
  const audiences = [...defaultRules, ...rules].flatMap((rule) => rule.audiences);
  const isOfWorkers = (form: QuestionSet): boolean => {
    const roles = audiences.filter(({ questionSet }) => questionSet === form.id).map(({ role }) => role);
    // A form that no rule names any more tells by what it asks whose it was.
    return roles.length > 0 ? roles.every(isWorker) : form.questions.some(({ key }) => partnerItems.has(key));
  };
  const forms = catalogue.ids.flatMap((id) => catalogue.versionsOf(id));
  const keysIn = (some: readonly QuestionSet[]) =>
    new Set(some.flatMap(({ questions }) => questions.map(({ key }) => key)));
  const ofOthers = keysIn(forms.filter((form) => !isOfWorkers(form)));
  const ofWorkers = [...keysIn(forms.filter(isOfWorkers))].filter((key) => !ofOthers.has(key));
  return { items: catalogue.items, ofPartners: new Set([...partnerItems, ...ofWorkers]) };
}

/** The kind of scale of a question; of one that is not asked any more, as far as its figures tell. */
export function groupOf(
  item: string,
  { index, distribution }: Figures,
  { items, ofPartners }: KnownQuestions,
): QuestionGroup {
  const kind = items.get(item)?.scale.kind;
  if (kind === 'wellbeing' || kind === 'recommendation' || kind === 'faces') return kind;
  if (kind === 'agreement') return ofPartners.has(item) ? 'partners' : 'statements';
  if (index !== null || distribution?.length === 11) return 'recommendation';
  return distribution?.length === 10 ? 'wellbeing' : 'statements';
}
