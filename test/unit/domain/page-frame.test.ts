/**
 * What stands around every page: whose it is, the way its language is written, where to turn, and the way to the privacy
 * notice and the accessibility statement. Read from the markup, as a browser would find it.
 */
import { describe, expect, it } from 'vitest';
import { formAudiences, type FormAudience } from '../../../shared/domain/form-audience.ts';
import { escapeHtml, Markup } from '../../../shared/domain/respondent/markup.ts';
import type { Organisation } from '../../../shared/domain/respondent/organisation.ts';
import { framed } from '../../../shared/domain/respondent/page-frame.ts';
import { pageTexts, pageTextsFor } from '../../../shared/domain/respondent/page-texts.ts';
import { formLanguages, staffLanguage } from '../../../shared/domain/vocabulary.ts';
import { organisation } from '../../support/organisation.ts';

const content = new Markup('<p>any</p>');
const asking = (language: (typeof formLanguages)[number], whose: Organisation = organisation): string =>
  framed({ language, kind: 'thanks', title: 'any', organisation: whose }, content);

const partOf = (page: string, tag: 'header' | 'footer'): string =>
  new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(page)?.[1] ?? '';
/** The lines of a part, without their markup. */
const linesOf = (part: string): string[] =>
  [...part.matchAll(/<(li|p)>(.*?)<\/\1>/gs)].map(([, , line = '']) => line.replace(/<[^>]+>/g, '').trim());
const leadsTo = (part: string): (string | undefined)[] =>
  [...part.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);

describe.each(formLanguages)('a page in %s', (language) => {
  const page = asking(language);
  const footer = partOf(page, 'footer');

  it('says whose it is, in its language, and how that is written', () => {
    expect(page).toMatch(new RegExp(`<html lang="${language}" dir="(ltr|rtl)">`));
    expect(partOf(page, 'header')).toContain(organisation.name[staffLanguage[language]]);
  });

  it('says where to turn, line by line, and what each line is about', () => {
    const { emergency, helpline, complaint } = pageTexts[language];
    const lines = linesOf(footer);
    for (const line of [
      emergency,
      helpline,
      complaint,
      organisation.contacts.ombudsperson.name[staffLanguage[language]],
    ])
      expect(lines).toContain(escapeHtml(line));
    for (const number of [organisation.contacts.onCall.phone, organisation.contacts.ombudsperson.phone])
      expect(lines.find((line) => line.endsWith(number))).toMatch(/^\S.*: \S+/);
  });

  it('leads to each of them with one link to a line, to numbers that a telephone takes, and nowhere else', () => {
    const { ombudsperson, reminder } = organisation.contacts;
    expect(leadsTo(footer)).toEqual([
      'tel:112',
      'tel:116111',
      'tel:01001001',
      ombudsperson.url[staffLanguage[language]],
      'tel:+358002002',
      reminder.url[staffLanguage[language]],
      `mailto:${organisation.email}`,
      `/${language}/privacy`,
      `/${language}/accessibility`,
    ]);
    for (const [, line = ''] of footer.matchAll(/<li>(.*?)<\/li>/gs))
      expect(leadsTo(line).length).toBeLessThanOrEqual(1);
  });

  it('opens what it leads to beside itself, so that nothing that is filled in is lost', () => {
    for (const [tag] of footer.matchAll(/<a [^>]*>/g)) {
      if (/href="(tel|mailto):/.test(tag)) expect(tag).not.toContain('target');
      else expect(tag).toContain(' target="_blank" rel="noopener"');
    }
  });

  it('has a child’s own line first, and none for children or clients where a worker reads', () => {
    const endFor = (audience: FormAudience): string[] =>
      linesOf(
        partOf(framed({ language, audience, kind: 'thanks', title: 'any', organisation }, content), 'footer'),
      );
    const toChild = pageTextsFor({ language, audience: 'child' });
    expect(endFor('child').slice(0, 2)).toEqual([toChild.helpline, toChild.emergency]);
    const toYoung = pageTextsFor({ language, audience: 'young-person' });
    expect(endFor('young-person').slice(0, 2)).toEqual([toYoung.emergency, toYoung.helpline]);
    const [toWorker, ofWorker] = [pageTextsFor({ language, audience: 'worker' }), endFor('worker')];
    expect(ofWorker.slice(0, 1)).toEqual([toWorker.emergency]);
    expect(ofWorker).toContain(toWorker.complaint);
    expect(ofWorker).toHaveLength(endFor('adult').length - 4);
    expect(ofWorker.join(' ')).not.toMatch(/116 111|asiavastaava|ombud/i);
  });

  it('can be left at once by all but workers, who have nobody to hide it from', () => {
    for (const audience of formAudiences) {
      const page = framed({ language, audience, kind: 'thanks', title: 'any', organisation }, content);
      expect(partOf(page, 'header').includes('id="leave"')).toBe(audience !== 'worker');
    }
  });

  it.each(['privacy', 'accessibility'] as const)(
    'leads to the %s statement, unless it is that one',
    (kind) => {
      const own = framed({ language, kind, title: 'any', footer: content }, content);
      expect(partOf(own, 'footer')).not.toContain(`/${language}/${kind}"`);
      expect(leadsTo(partOf(own, 'footer'))).toHaveLength(1);
    },
  );

  it('that is nobody’s names nobody', () => {
    const digest = framed({ language, kind: 'digest', title: 'any', footer: content }, content);
    expect(digest).not.toContain('<header>');
    expect(leadsTo(partOf(digest, 'footer'))).toEqual([`/${language}/privacy`, `/${language}/accessibility`]);
  });
});

it('escapes whatever it is told of the organisation', () => {
  const hostile = '"><script>alert(1)</script>';
  const said = { fi: hostile, sv: hostile, en: hostile };
  const whose: Organisation = {
    ...organisation,
    name: said,
    email: hostile,
    leaveTo: hostile,
    contacts: {
      ...organisation.contacts,
      onCall: { phone: hostile },
      ombudsperson: { name: said, phone: hostile, url: said },
      reminder: { url: said },
    },
  };
  for (const language of formLanguages) expect(asking(language, whose)).not.toContain('<script>');
});
