import { questionSets } from '../../shared/domain/questions/question-sets.ts';
import type { QuestionSet } from '../../shared/domain/questions/question.ts';
import { accessibilityStatement } from '../../shared/domain/respondent/accessibility-statement.ts';
import { surveyName } from '../../shared/domain/respondent/link.ts';
import {
  codePage,
  endingPage,
  questionPage,
  type QuestionForm,
} from '../../shared/domain/respondent/page.ts';
import { pageTexts } from '../../shared/domain/respondent/page-texts.ts';
import {
  preferencesPage,
  unknownPreferencesPage,
  type PreferencesFacts,
} from '../../shared/domain/respondent/preferences-page.ts';
import { heardPage } from '../../shared/domain/respondent/heard-page.ts';
import { heardAfterThanks } from '../../shared/domain/respondent/heard-section.ts';
import { privacyNotice } from '../../shared/domain/respondent/privacy-notice.ts';
import { problemPage } from '../../shared/domain/respondent/problem-page.ts';
import { problemTexts } from '../../shared/domain/respondent/problem-texts.ts';
import type { ProblemKind } from '../../shared/domain/respondent/problem-texts/wording.ts';
import { trialEndPage, trialPage } from '../../shared/domain/respondent/trial-page.ts';
import { defaultRules } from '../../shared/domain/rules/default-rules.ts';
import { formLanguages, type FormLanguage } from '../../shared/domain/vocabulary.ts';
import { shipped } from './filled-forms.ts';
import { organisation } from './organisation.ts';

/** The markup of a page, as a function composes it, under a name that tells it from the others. */
export type Rendered = { readonly name: string; readonly html: string };

/** The question form that needs no JavaScript, as it comes after the code. */
export const formOf = (
  language: FormLanguage,
  questionSet: QuestionSet,
  filled: Partial<QuestionForm> = {},
): string =>
  questionPage({
    ...{ language, organisation, questionSet },
    action: `/${language}/s/${surveyName(questionSet.id, questionSet.version)}/answers`,
    invitation: { ticket: 't'.repeat(22), context: 'c'.repeat(12) },
    nonce: 'n'.repeat(43),
    ...filled,
  });

/**
 * Every page for people who are asked that has no script, in one language: what comes back after a code and after
 * answers, the preferences, both statements, a trial, and everything that stands in the place of a page.
 */
export const pagesWithoutScript = (language: FormLanguage): Rendered[] => [
  ...questionSets.map((set) => ({ name: `form ${set.id}`, html: formOf(language, set) })),
  ...formsAgain(language),
  {
    name: 'code',
    html: codePage({ language, audience: 'adult' }, pageTexts[language].mistyped, organisation),
  },
  ...(['thanks', 'used', 'expired'] as const).map((kind) => ({
    name: kind,
    html: endingPage(
      { language, audience: 'adult' },
      kind,
      organisation,
      kind === 'thanks' ? heardAfterThanks(language, heard, 'north') : undefined,
    ),
  })),
  ...preferences(language),
  { name: 'preferences unknown', html: unknownPreferencesPage(language, organisation) },
  { name: 'heard', html: heardPage(language, heard, organisation) },
  { name: 'privacy', html: privacyNotice(language, organisation) },
  { name: 'accessibility', html: accessibilityStatement(language, organisation) },
  { name: 'trial', html: trialPage(language, shipped('child'), '/', organisation) },
  { name: 'trial, ended', html: trialEndPage(language, organisation) },
  ...problems(language),
];

/** In one language each, so that every page shows words in another as well. */
const heard = [
  {
    ...{ region: 'north', period: '2026-Q1' },
    pairs: [{ said: { fi: 'Odotimme kauan.' }, did: { fi: 'Aikoja on lisätty.' } }],
  },
  {
    ...{ region: 'south', period: '2026-Q1' },
    pairs: [{ said: { sv: 'Vi väntade länge.' }, did: { sv: 'Det finns fler tider.' } }],
  },
];

/** A form that was sent and can't be taken as it is. */
function formsAgain(language: FormLanguage): Rendered[] {
  const texts = pageTexts[language];
  const family = shipped('family');
  const filled = { answers: { heard: 4, recommend: 10 }, comment: 'Meitä kuunneltiin.' };
  const shorten = { problem: problemTexts[language].shorten(1), isCommentAtFault: true };
  return [
    { name: 'form, empty', html: formOf(language, family, { problem: texts.nothingAnswered }) },
    { name: 'form, not taken', html: formOf(language, family, { ...filled, problem: texts.unavailable }) },
    { name: 'form, too long', html: formOf(language, family, { ...filled, ...shorten }) },
  ];
}

/** An instant in a summer, in epoch milliseconds. */
const summer = Date.parse('2026-06-02T00:00:00+03:00');

/** The preferences, whatever holds and whatever was just done. */
function preferences(language: FormLanguage): Rendered[] {
  const rule = defaultRules.find(({ stage }) => stage === 'service.ended');
  const cause = { stage: 'service.ended', role: 'parent', rule } as const;
  const shown = (name: string, facts: Pick<PreferencesFacts, 'wishes' | 'next' | 'cause' | 'notice'>) => ({
    name: `preferences ${name}`,
    html: preferencesPage({ language, organisation, reference: 'Ab-_'.repeat(16), ...facts }),
  });
  return [
    shown('open', { wishes: { preference: { kind: 'open' }, language }, next: { kind: 'any-time' }, cause }),
    shown('paused', {
      wishes: { preference: { kind: 'paused', until: summer }, language: null },
      next: { kind: 'earliest', at: summer },
      ...{ cause, notice: 'saved' },
    }),
    shown('stopped', {
      wishes: { preference: { kind: 'opted-out' }, language },
      next: { kind: 'never' },
      ...{ cause: undefined, notice: 'choose' },
    }),
    shown('unavailable', {
      wishes: { preference: { kind: 'open' }, language },
      next: { kind: 'earliest', at: summer },
      ...{ cause, notice: 'unavailable' },
    }),
  ];
}

const kinds = Object.keys(problemTexts.fi.told) as ProblemKind[];

/** What is told in the place of a page; under the first language also what is told in all of them at once. */
const problems = (language: FormLanguage): Rendered[] =>
  kinds.flatMap((kind) => [
    { name: kind, html: problemPage(kind, { language, organisation }) },
    { name: `${kind}, discreetly`, html: problemPage(kind, { language, organisation, isDiscreet: true }) },
    // An address without a language is never that of a form.
    ...(language === formLanguages[0] && kind !== 'no-survey'
      ? [{ name: `${kind}, everywhere`, html: problemPage(kind, { language: undefined, organisation }) }]
      : []),
  ]);
