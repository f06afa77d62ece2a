/**
 * The languages in which people are asked: which tag leads to which, which are complete, which wait for their translators,
 * and in which language answers are counted. That a missing text does not compile is shown by objects that lack one: where
 * the compiler takes them, it stops at the comment that expects it to fail.
 */
import { describe, expect, it } from 'vitest';
import { formLanguage, noLanguageForm } from '../../../shared/domain/decisions/recipient-gates.ts';
import { emptyContact } from '../../../shared/domain/decisions/ledger.ts';
import { asked } from '../../../shared/domain/questions/question.ts';
import { bank, childBank } from '../../../shared/domain/questions/bank.ts';
import { wordings, type BankWordings } from '../../../shared/domain/questions/wordings.ts';
import { accessibilityTexts } from '../../../shared/domain/respondent/accessibility-statement.ts';
import { frameTexts } from '../../../shared/domain/respondent/frame-texts.ts';
import { heardTexts } from '../../../shared/domain/respondent/heard-texts.ts';
import { surveyLink } from '../../../shared/domain/respondent/link.ts';
import { mailTexts } from '../../../shared/domain/respondent/mail-texts.ts';
import { pageTexts, pageTextsByAudience } from '../../../shared/domain/respondent/page-texts.ts';
import type { AudienceTexts } from '../../../shared/domain/respondent/page-texts/audiences/wording.ts';
import type { PageTexts } from '../../../shared/domain/respondent/page-texts/wording.ts';
import { preferencesTexts } from '../../../shared/domain/respondent/preferences-texts.ts';
import { privacyTexts } from '../../../shared/domain/respondent/privacy-notice.ts';
import { problemTexts } from '../../../shared/domain/respondent/problem-texts.ts';
import { reportTable } from '../../../shared/domain/tallies/table.ts';
import {
  awaitedLanguages,
  formLanguageFor,
  formLanguages,
  languages,
  staffLanguage,
  untranslated,
  type FormTexts,
} from '../../../shared/domain/vocabulary.ts';
import { findInvitation } from '../../../local/simulation/respondent.ts';
import { context } from '../../support/answers.ts';
import { recipientFacts, rule, situation } from '../../support/decision-facts.ts';

const catalogues = {
  'question bank': wordings,
  frame: frameTexts,
  page: pageTexts,
  'page by audience': pageTextsByAudience,
  problems: problemTexts,
  mails: mailTexts,
  preferences: preferencesTexts,
  'privacy notice': privacyTexts,
  'accessibility statement': accessibilityTexts,
  'what was heard': heardTexts,
};

describe('what somebody meets', () => {
  it('is there in every language of forms, and no slot takes its place', () => {
    for (const texts of [
      frameTexts,
      pageTexts,
      pageTextsByAudience,
      problemTexts,
      mailTexts,
      preferencesTexts,
      privacyTexts,
      accessibilityTexts,
      heardTexts,
    ])
      for (const language of formLanguages) expect(texts[language]).toBeTypeOf('object');
    for (const question of [...Object.values(bank), ...Object.values(childBank)])
      for (const language of formLanguages) expect(asked(question, language)).toMatch(/^\p{Lu}.*[.?]$/u);
  });

  it('has marked slots for the languages that wait for translators: all of them are open', () => {
    const open = Object.entries(catalogues).flatMap(([name, texts]) =>
      awaitedLanguages.filter((language) => texts[language] === untranslated).map((tag) => `${name} ${tag}`),
    );
    // Take out of this list what is translated; a language without any is moved to `formLanguages`.
    expect(open).toEqual(
      Object.keys(catalogues).flatMap((name) => ['se', 'smn', 'sms'].map((tag) => `${name} ${tag}`)),
    );
  });

  it('says in plain language what it says in Finnish, in shorter sentences', () => {
    const lengthsIn = (language: 'fi' | 'fi-x-selko'): number[] =>
      JSON.stringify([
        ...[privacyTexts[language], preferencesTexts[language], pageTexts[language]],
        ...[pageTextsByAudience[language]['young-person'], pageTextsByAudience[language].worker],
      ])
        .replace(/"\w+":/g, ' ')
        .split(/[.?!:](?=[\s"])|"/)
        .map((sentence) => sentence.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length)
        .filter((words) => words > 3);
    const average = (lengths: readonly number[]): number =>
      lengths.reduce((sum, words) => sum + words, 0) / lengths.length;
    const [finnish, plain] = [lengthsIn('fi'), lengthsIn('fi-x-selko')];
    expect(average(plain)).toBeLessThan(0.85 * average(finnish));
    expect(Math.max(...finnish)).toBeGreaterThan(18);
    expect(Math.max(...plain)).toBeLessThanOrEqual(18);
  });
});

describe('the compiler refuses', () => {
  it('texts of a page without one of them', () => {
    const { send, ...lacking } = pageTexts.fi;
    // @ts-expect-error `send` is missing
    const incomplete: PageTexts = lacking;
    expect(Object.keys(pageTexts.sv).filter((key) => !(key in incomplete))).toEqual(['send']);
    expect(send).not.toBe('');
  });

  it('texts for an audience without one of them, or without an audience', () => {
    const { child, ...unspoken } = pageTextsByAudience.en;
    const { skip, ...lacking } = child;
    // @ts-expect-error `skip` is missing
    const incomplete: AudienceTexts = { ...unspoken, child: lacking };
    // @ts-expect-error `child` is missing
    const childless: AudienceTexts = unspoken;
    expect([incomplete, childless].map((texts) => Object.keys(texts).length)).toEqual([3, 2]);
    expect(skip).not.toBe('');
  });

  it('a catalogue without a language, without a slot, or with a slot where a language is promised', () => {
    const { 'fi-x-selko': plain, ...spoken } = pageTexts;
    // @ts-expect-error `fi-x-selko` is missing
    const unspoken: FormTexts<PageTexts> = spoken;
    const { se, ...slotless } = pageTexts;
    // @ts-expect-error `se` is missing
    const unslotted: FormTexts<PageTexts> = slotless;
    // @ts-expect-error a slot can't be served
    const empty: FormTexts<PageTexts> = { ...pageTexts, 'fi-x-selko': untranslated };
    expect([unspoken, unslotted, empty].map((texts) => Object.keys(texts).length)).toEqual([6, 6, 7]);
    expect([plain.send, se]).toEqual(['Lähetä vastaukset', untranslated]);
  });

  it('a bank without a question', () => {
    const { 'heard-faces': heard, ...lacking } = wordings['fi-x-selko'];
    // @ts-expect-error `heard-faces` is missing
    const incomplete: BankWordings = lacking;
    expect(Object.keys(incomplete)).not.toContain(heard);
  });
});

describe('a tag', () => {
  it.each([
    ['fi', 'fi'],
    ['fi-FI', 'fi'],
    ['sv-FI', 'sv'],
    ['en-GB', 'en'],
    ['fi-x-selko', 'fi-x-selko'],
    ['fi-X-Selko', 'fi-x-selko'],
    ['fi-FI-x-selko', 'fi-x-selko'],
    ['sv-FI-x-selko', 'sv'],
    ['fi-x-other', 'fi'],
    ['sv-x-selko', 'sv'],
    ['fit', undefined],
    ['so', undefined],
    ['se', undefined],
    ['se-FI', undefined],
    ['smn', undefined],
    ['sms', undefined],
    ['x-selko', undefined],
    ['', undefined],
  ])('%s is asked in %s', (tag, language) => {
    expect(formLanguageFor(tag)).toBe(language);
  });

  it('that waits for its translators falls back as any other without a form does', () => {
    for (const tag of [...awaitedLanguages, 'so'])
      for (const fallbackLanguage of [...languages, null]) {
        const facts = situation({
          rule: rule({ fallbackLanguage }),
          recipient: recipientFacts({ language: tag }),
        });
        expect(formLanguage(facts.rule, facts.recipient, facts.contact)).toBe(fallbackLanguage);
        expect(noLanguageForm(facts).passed).toBe(fallbackLanguage !== null);
      }
  });

  it('of a language that was chosen stands before that of the event', () => {
    const facts = situation({ recipient: recipientFacts({ language: 'sv' }) });
    expect(formLanguage(facts.rule, facts.recipient, { ...emptyContact, language: 'fi-x-selko' })).toBe(
      'fi-x-selko',
    );
  });
});

it('plain language counts with its language: few read it, and it says something of them', () => {
  const { stratum } = reportTable('T8');
  const place = { region: 'r', organisation: 'o' };
  const counted = formLanguages.map((language) =>
    stratum({ context: context({ language }), place, month: '2026-01' }),
  );
  expect(counted.map(({ language }) => language)).toEqual(['fi', 'sv', 'en', 'fi']);
  expect(new Set(Object.values(staffLanguage))).toEqual(new Set(languages));
});

it.each(formLanguages)('a link in %s is found in a mail', (language) => {
  const link = surveyLink('https://palaute.example', language, 'child.1', {
    ticket: 'AAECAwQFBgcICQoLDA0ODw',
    context: 'EBESExQVFhcY',
  });
  const code = Array.from({ length: 10 }, () => 'ABCD').join('-');
  expect(findInvitation(`Hei!\n${link}\n${code}\n`)).toEqual({ link, code });
});
