import type { Finding } from '../rules/finding.ts';
import type { RuleDraft } from '../rules/rule.ts';
import { formLanguages, staffLanguage } from '../vocabulary.ts';
import { bank, childBank } from './bank.ts';
import type { Catalogue } from './catalogue.ts';
import { spokenTo, type Draft, type DraftQuestion } from './draft.ts';
import { hasFaces, lengthFaults, scaleFaults } from './form-uses.ts';
import { readerWarnings } from './readers.ts';
import { likeInBank, nationalKeys } from './national-slots.ts';
import { asked, type Question } from './question.ts';

/** What is to be said of a draft: `faults` keep it from being published, `warnings` do not. */
export type DraftCheck = { readonly faults: readonly Finding[]; readonly warnings: readonly Finding[] };

/**
 * Checks the draft of a form beside all others that there are and were.
 *
 * @param rules who is asked with what: a form that is used after meetings or for children has to be shorter
 */
export function checkDraft(
  id: string,
  draft: Draft,
  { catalogue, rules }: { readonly catalogue: Catalogue; readonly rules: readonly RuleDraft[] },
): DraftCheck {
  const positioned = draft.questions.map((question, index) => ({ question, at: `/questions/${index}` }));
  return {
    faults: [
      ...lengthFaults(id, draft, rules),
      ...scaleFaults(id, draft, rules),
      ...positioned.flatMap(({ question, at }) => [
        ...keyFaults(question, at, catalogue),
        ...textFaults(question, at),
      ]),
      ...repeatedKeys(draft),
      ...audienceFaults(draft),
    ],
    warnings: [
      ...positioned.flatMap(({ question, at }) => wordingWarnings(question, at, catalogue)),
      ...missingSlots(id, draft),
      ...askedTwice(draft),
      ...readerWarnings(id, draft, rules),
    ],
  };
}

/** Faces mean what they mean to children alone. */
const audienceFaults = (draft: Draft): Finding[] =>
  hasFaces(draft) && spokenTo(draft) !== 'child'
    ? [{ pointer: '/audience', detail: 'only children are asked with faces: make it `child`' }]
    : [];

const inBank: ReadonlyMap<string, Question> = new Map(
  [...Object.values(bank), ...Object.values(childBank)].map((question) => [question.key, question]),
);

/** A question as it has been asked under a key. */
const askedAs = (key: string, catalogue: Catalogue): Question | undefined =>
  inBank.get(key) ?? catalogue.item(key);

/** What is counted together has to have been answered alike. */
function keyFaults({ key, scale }: DraftQuestion, at: string, catalogue: Catalogue): Finding[] {
  const known = askedAs(key, catalogue)?.scale.kind;
  if (known === undefined || known === scale) return [];
  return [
    {
      pointer: `${at}/scale`,
      detail: `what is asked as ${key} is answered with ${known}: keep that, or take another key`,
    },
  ];
}

const textFaults = ({ text }: DraftQuestion, at: string): Finding[] =>
  formLanguages
    .filter((language) => text[language] === '')
    .map((language) => ({ pointer: `${at}/text/${language}`, detail: 'the text is still to be entered' }));

const repeatedKeys = ({ questions }: Draft): Finding[] =>
  questions.flatMap(({ key }, index) =>
    questions.findIndex((other) => other.key === key) < index
      ? [{ pointer: `/questions/${index}/key`, detail: 'this key is there already' }]
      : [],
  );

function wordingWarnings({ key, text }: DraftQuestion, at: string, catalogue: Catalogue): Finding[] {
  const known = askedAs(key, catalogue);
  return formLanguages
    .filter((language) => text[language] !== '')
    .flatMap((language) => {
      const pointer = `${at}/text/${language}`;
      const twin = formLanguages.find(
        (other) => staffLanguage[other] !== staffLanguage[language] && text[other] === text[language],
      );
      return [
        ...(known !== undefined && text[language] !== asked(known, language)
          ? [{ pointer, detail: otherWords(key) }]
          : []),
        ...(twin !== undefined
          ? [{ pointer, detail: `it is the same text as in the language ${twin}` }]
          : []),
      ];
    });
}

const otherWords = (key: string): string =>
  `what is asked as ${key} has other words elsewhere, and all of it is counted together: take another key, unless you mend a slip`;

const missingSlots = (id: string, { questions }: Draft): Finding[] =>
  nationalKeys(id)
    .filter((key) => !questions.some((question) => question.key === key))
    .map((key) => ({
      pointer: '/questions',
      detail: `the structure of the national set has ${key} too: leave it out only where the official form does`,
    }));

function askedTwice({ questions }: Draft): Finding[] {
  return questions.flatMap(({ key }, index) => {
    const like = likeInBank(key);
    return questions.some((other) => other.key === like)
      ? [{ pointer: `/questions/${index}`, detail: `much the same is asked as ${String(like)} in this form` }]
      : [];
  });
}
