/**
 * The pages that tell people why they do not see what they came for: complete in every language, each says what it may
 * be and whom to ask, and where the address names no language of ours it is said in all of them.
 */
import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../../../shared/domain/respondent/markup.ts';
import { pageTexts } from '../../../shared/domain/respondent/page-texts.ts';
import { preferencesTexts } from '../../../shared/domain/respondent/preferences-texts.ts';
import { problemPage } from '../../../shared/domain/respondent/problem-page.ts';
import { problemTexts } from '../../../shared/domain/respondent/problem-texts.ts';
import type { ProblemKind } from '../../../shared/domain/respondent/problem-texts/wording.ts';
import {
  formLanguages,
  languages,
  staffLanguage,
  type FormLanguage,
} from '../../../shared/domain/vocabulary.ts';
import { organisation } from '../../support/organisation.ts';

const everyKind: Readonly<Record<ProblemKind, true>> = {
  missing: true,
  'no-survey': true,
  withdrawn: true,
  incomplete: true,
  misplaced: true,
  'too-large': true,
  failed: true,
};
const kinds = Object.keys(everyKind) as ProblemKind[];
const mailto = `href="mailto:${organisation.email}"`;

describe('the texts', () => {
  it('are each said once in a language, and not one of them is another language’s', () => {
    const saidIn = (language: FormLanguage): string[] => {
      const { told, help, shorten } = problemTexts[language];
      return [...kinds.flatMap((kind) => [told[kind].title, told[kind].text]), help, shorten(7)];
    };
    const said = languages.flatMap(saidIn);
    for (const language of formLanguages) {
      expect(saidIn(language).every((text) => text.trim().length > 10)).toBe(true);
      expect(new Set(saidIn(language)).size).toBe(saidIn(language).length);
    }
    expect(new Set(said).size).toBe(said.length);
  });

  it('say how much of a comment has to go', () => {
    expect(problemTexts.fi.shorten(1)).toContain(' 1 merkki ja');
    expect(problemTexts.fi.shorten(1234)).toContain(' 1\u00a0234 merkkiä ja');
    expect(problemTexts.sv.shorten(1234)).toContain(' 1\u00a0234 tecken och');
    expect(problemTexts.en.shorten(1)).toContain(' 1 character and');
    expect(problemTexts.en.shorten(1234)).toContain(' 1,234 characters and');
  });
});

describe.each(kinds)('the page for what is %s', (kind) => {
  it.each(formLanguages)('says in %s what it may be, and whom to ask', (language) => {
    const page = problemPage(kind, { language, organisation });
    const { told, help } = problemTexts[language];
    expect(page).toContain(`<html lang="${language}"`);
    expect(page).toContain(`<main data-page="${kind}">`);
    expect(page).toContain(`<title>${escapeHtml(told[kind].title)}</title>`);
    expect(page).toContain(escapeHtml(told[kind].text));
    expect(page).toContain(escapeHtml(help));
    expect(page).toContain(mailto);
    expect(page.match(/<h1>/g)).toHaveLength(1);
    expect(page).not.toContain('<script');
  });

  it('says so in all languages where the address names none, each marked as what it is', () => {
    const page = problemPage(kind, { language: undefined, organisation });
    for (const language of languages) {
      const [, section = ''] =
        new RegExp(`<section lang="${language}">(.*?)</section>`, 's').exec(page) ?? [];
      expect(section).toContain(escapeHtml(problemTexts[language].told[kind].title));
      expect(section).toContain(escapeHtml(problemTexts[language].told[kind].text));
    }
  });

  it('names no social welfare where whoever reads a mailbox may see it', () => {
    for (const language of formLanguages) {
      const page = problemPage(kind, { language, organisation, isDiscreet: true });
      const { emergency, helpline, complaint } = pageTexts[language];
      expect(page).toContain(emergency.split('112')[0]);
      expect(page).toContain(escapeHtml(preferencesTexts[language].unknownHelp));
      for (const text of [
        helpline,
        complaint,
        organisation.contacts.ombudsperson.name[staffLanguage[language]],
      ])
        expect(page).not.toContain(escapeHtml(text));
    }
  });
});

it('only a form that is not there has a code asked for in its place', () => {
  const asking = kinds.filter((kind) =>
    problemPage(kind, { language: 'fi', organisation }).includes('name="code"'),
  );
  expect(asking).toEqual(['no-survey']);
});
