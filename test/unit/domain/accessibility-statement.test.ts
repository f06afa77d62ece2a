/**
 * Shows that the accessibility statement is complete and readable in every language, says all that the Act on the
 * Provision of Digital Services (306/2019) wants said (how and when the pages were assessed, what falls short, whom to
 * tell and when an answer comes, who supervises), and names nothing of any person or case.
 */
import { describe, expect, it } from 'vitest';
import {
  accessibilityStatement,
  accessibilityTexts,
} from '../../../shared/domain/respondent/accessibility-statement.ts';
import { accessibilitySections } from '../../../shared/domain/respondent/accessibility-texts/wording.ts';
import { languageNames } from '../../../shared/domain/respondent/language-row.ts';
import { escapeHtml } from '../../../shared/domain/respondent/markup.ts';
import { formLanguages, staffLanguage } from '../../../shared/domain/vocabulary.ts';
import { organisation } from '../../support/organisation.ts';
import { flat, sectionsOf, seen } from '../../support/statements.ts';

it('is there in all languages, line by line, and no line is another language’s', () => {
  const said = new Map(flat(accessibilityTexts.fi, ''));
  const english = new Set(flat(accessibilityTexts.en, '').map(([, text]) => text));
  for (const language of ['sv', 'en'] as const) {
    const texts = flat(accessibilityTexts[language], '');
    expect(texts.map(([path]) => path)).toEqual([...said.keys()]);
    for (const [path, text] of texts) {
      expect(text.trim(), path).not.toBe('');
      expect(text, path).not.toBe(said.get(path));
      if (language === 'sv') expect(english.has(text), path).toBe(false);
    }
  }
});

describe.each(formLanguages)('the statement in %s', (language) => {
  const page = accessibilityStatement(language, organisation);
  const sections = new Map(sectionsOf(page));
  const textOf = (name: (typeof accessibilitySections)[number]): string => sections.get(name) ?? '';

  it('has every section, in order, under a heading of its own', () => {
    expect([...sections.keys()]).toEqual([...accessibilitySections]);
    const headings = [...page.matchAll(/<h2>([^<]+)<\/h2>/g)].map(([, heading]) => heading);
    expect(headings).toEqual(
      accessibilitySections.map((name) => escapeHtml(accessibilityTexts[language].sections[name].title)),
    );
    expect(page.match(/<h1>/g)).toHaveLength(1);
    expect(page).toContain('<main data-page="accessibility">');
  });

  it.each(accessibilitySections)('fits a phone’s screen, and short sentences: %s', (name) => {
    const text = textOf(name);
    expect(text.length).toBeGreaterThan(100);
    expect(text.length).toBeLessThanOrEqual(700);
    for (const sentence of text.replace(/\(.*?\)/g, '').split(/[.?!:]\s/))
      expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(35);
  });

  it('says what the law wants said', () => {
    expect(textOf('about')).toContain(organisation.name[staffLanguage[language]]);
    expect(textOf('about')).toContain('306/2019');
    expect(textOf('state')).toContain('WCAG 2.1');
    expect(accessibilityTexts[language].sections.shortcomings.points.length).toBeGreaterThan(0);
    expect(textOf('assessment')).toMatch(/axe-core.*\b22\b.* 2026/);
    expect(textOf('feedback')).toContain(organisation.contacts.accessibility.email);
    for (const name of ['feedback', 'authority'] as const)
      expect(textOf(name)).toMatch(/\b14 (päivän|dagar|days)/);
    expect(textOf('authority')).toContain('Traficom');
  });

  it('names nothing that a reader of somebody’s mailbox could learn from, and nothing of the machinery', () => {
    expect(seen(page)).not.toMatch(/lastensuojelu|barnskydd|child welfare|sosiaali|social|116 111/i);
    expect(seen(page)).not.toMatch(/undefined|\bnull\b|NaN|\[object|\$\{|TODO|Lambda|nonce|ticket/);
    expect(page).not.toMatch(/<(script|form|input|img|iframe)\b/);
  });

  it('leads to its other languages, whom to tell, the supervisory authority, help and out, and nowhere else', () => {
    const others = formLanguages.filter((other) => other !== language);
    expect([...page.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      organisation.leaveTo,
      ...others.map((other) => `/${other}/accessibility`),
      'mailto:saavutettavuus@example.org',
      accessibilityTexts[language].authorityAddress,
      'mailto:saavutettavuus@traficom.fi',
      'tel:0295345000',
      'tel:112',
      `/${language}/privacy`,
    ]);
    for (const other of others) expect(page).toContain(`lang="${other}">${languageNames[other]}</a>`);
  });

  it('escapes what it is told of the organisation', () => {
    const name = { ...organisation.name, [staffLanguage[language]]: '<b>"A & B"</b>' };
    const told = accessibilityStatement(language, { ...organisation, name });
    expect(told).toContain(escapeHtml('<b>"A & B"</b>'));
    expect(told).not.toContain('<b>"A');
  });
});
