/**
 * Shows that the privacy notice is complete and readable in every language: all sections in one order, none longer than
 * the screen of a phone, nothing of any person, case or machine in it, nothing inserted unescaped; and that the times
 * and numbers that it names are those of the code.
 */
import { describe, expect, it } from 'vitest';
import {
  abandonedRequestExpiresOn,
  recordsExpireOn,
  sealedAnswerExpiresOn,
  ticketMarkExpiresOn,
} from '../../../shared/adapters/retention.ts';
import { days } from '../../../shared/domain/calendar/duration.ts';
import { batchMin, responsesMin } from '../../../shared/domain/tallies/tally.ts';
import { frameTexts } from '../../../shared/domain/respondent/frame-texts.ts';
import { languageNames } from '../../../shared/domain/respondent/language-row.ts';
import { mailTexts } from '../../../shared/domain/respondent/mail-texts.ts';
import { escapeHtml } from '../../../shared/domain/respondent/markup.ts';
import { pageTexts } from '../../../shared/domain/respondent/page-texts.ts';
import { privacyNotice, privacyTexts } from '../../../shared/domain/respondent/privacy-notice.ts';
import { privacySections } from '../../../shared/domain/respondent/privacy-texts/wording.ts';
import { formLanguages, staffLanguage, type Language } from '../../../shared/domain/vocabulary.ts';
import { organisation } from '../../support/organisation.ts';
import { flat, sectionsOf, seen } from '../../support/statements.ts';

const textOf = (
  language: (typeof formLanguages)[number],
  section: (typeof privacySections)[number],
): string => Object.fromEntries(sectionsOf(privacyNotice(language, organisation)))[section] ?? '';

describe('the texts', () => {
  it('are there in all languages, line by line, and not one is another language’s', () => {
    const said = new Map(flat(privacyTexts.fi, '').filter(([, text]) => text !== 'Amazon Web Services'));
    const english = new Set(flat(privacyTexts.en, '').map(([, text]) => text));
    for (const language of ['sv', 'en'] as const) {
      const texts = flat(privacyTexts[language], '').filter(([, text]) => text !== 'Amazon Web Services');
      expect(texts.map(([path]) => path)).toEqual([...said.keys()]);
      for (const [path, text] of texts) {
        expect(text.trim(), path).not.toBe('');
        expect(text, path).not.toBe(said.get(path));
        if (language === 'sv') expect(english.has(text), path).toBe(false);
      }
    }
  });
});

describe.each(formLanguages)('the notice in %s', (language) => {
  const page = privacyNotice(language, organisation);
  const sections = sectionsOf(page);

  it('has every section, in order, under a heading of its own', () => {
    expect(sections.map(([id]) => id)).toEqual([...privacySections]);
    const headings = [...page.matchAll(/<h2>([^<]+)<\/h2>/g)].map(([, heading]) => heading);
    expect(headings).toEqual(
      privacySections.map((name) => escapeHtml(privacyTexts[language].sections[name].title)),
    );
    expect(page.match(/<h1>/g)).toHaveLength(1);
    expect(page).toContain(`<html lang="${language}" dir="ltr">`);
    expect(page).toContain('<main data-page="privacy">');
  });

  it.each(privacySections)('fits a phone’s screen, and short sentences: %s', (name) => {
    const text = textOf(language, name);
    expect(text.length).toBeGreaterThan(100);
    expect(text.length).toBeLessThanOrEqual(900);
    for (const sentence of text.replace(/\(.*?\)/g, '').split(/[.?!:]\s/))
      expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(32);
  });

  it('names nothing that a reader of somebody’s mailbox could learn from, and nothing of the machinery', () => {
    const text = seen(page);
    expect(text).not.toMatch(/lastensuojelu|barnskydd|child welfare|sosiaali|social/i);
    expect(text).not.toMatch(
      /undefined|\bnull\b|NaN|\[object|\$\{|TODO|DynamoDB|Lambda|KMS|RSA|SHA|HMAC|\bhash|nonce|ticket|token/,
    );
    expect(text).not.toMatch(/\d{6}[-+A-Y]\d{3}/);
    expect(page).not.toMatch(/<(script|form|input|img|iframe)\b/);
  });

  it('leads to its other languages, the supervisory authority, whoever is responsible, help and out, and nowhere else', () => {
    const others = formLanguages.filter((other) => other !== language);
    expect([...page.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      organisation.leaveTo,
      ...others.map((other) => `/${other}/privacy`),
      privacyTexts[language].authorityAddress,
      'mailto:kyselyt@example.org',
      'mailto:tietosuojavastaava@example.org',
      'tel:112',
      `/${language}/accessibility`,
    ]);
    for (const other of others) expect(page).toContain(`lang="${other}">${languageNames[other]}</a>`);
    expect(privacyTexts[language].authorityAddress).toMatch(/^https:\/\/tietosuoja\.fi(\/sv|\/en)?$/);
  });

  it('says who is responsible', () => {
    expect(textOf(language, 'responsible')).toContain(
      privacyTexts[language].contact.named(organisation.name[staffLanguage[language]]),
    );
  });

  it('says of the way out what it is called, and that the history of the browser stays', () => {
    const text = textOf(language, 'device');
    const [, quoted] = /[”“](.+?)[”“]/.exec(text) ?? [];
    expect(quoted).toBe(frameTexts[language].leave);
    expect(page).toContain(`>${frameTexts[language].leave}</a>`);
    expect(text).toMatch(/historia|historik|history/);
  });

  it('escapes the name', () => {
    const name = { ...organisation.name, [staffLanguage[language]]: '<b>"A & B"</b>' };
    expect(privacyNotice(language, { ...organisation, name })).toContain(escapeHtml('<b>"A & B"</b>'));
  });

  it('calls the link to the preferences, and the button, what they are called there', () => {
    const mails = Object.values(mailTexts[language]);
    const [quoted] = /[”“](.+?)[”“]/.exec(textOf(language, 'rights')) ?? [];
    for (const { preferences } of mails)
      expect(preferences.startsWith(quoted?.slice(1, -1) ?? 'nothing quoted')).toBe(true);
    const send = pageTexts[language].send.split(' ')[0] ?? '';
    expect(textOf(language, 'promised')).toContain(send);
  });
});

describe('what the notice says is what the code does', () => {
  const everywhere = (
    section: (typeof privacySections)[number],
    said: Readonly<Record<Language, string>>,
  ) => {
    for (const language of formLanguages)
      expect(textOf(language, section)).toContain(said[staffLanguage[language]]);
  };

  it.each(['2026-01-01T00:00:00+02:00', '2026-06-15T12:00:00+03:00', '2026-12-31T23:59:59+02:00'])(
    'records of whom we asked: 13 to 14 months from %s',
    (at) => {
      everywhere('person', { fi: '13–14 kuukautta', sv: '13–14 månader', en: '13 to 14 months' });
      const asked = Date.parse(at);
      const months = (recordsExpireOn(asked) * 1000 - asked) / days(30.44);
      expect(months).toBeGreaterThan(12.9);
      expect(months).toBeLessThan(14.1);
    },
  );

  it('an address whose request nobody ended: a month', () => {
    everywhere('person', { fi: 'noin kuukauden', sv: 'ungefär en månad', en: 'about a month' });
    const [dueAt, expiresAt] = [Date.parse('2026-03-02T09:00Z'), Date.parse('2026-03-16T09:00Z')];
    expect(abandonedRequestExpiresOn({ dueAt, expiresAt }) * 1000 - expiresAt).toBe(days(30));
  });

  it('the mark of a used link: one to three months after the link has stopped working', () => {
    everywhere('answers', {
      fi: '1–3 kuukauden kuluttua',
      sv: '1–3 månader efter',
      en: '1 to 3 months after',
    });
    // Links whose last months are April and June stop working when May and July begin.
    for (const month of ['2026-04', '2026-05', '2026-06'] as const)
      expect(ticketMarkExpiresOn(month) * 1000).toBe(Date.parse('2026-08-01T00:00Z'));
  });

  it('answers that were too few: a year', () => {
    everywhere('answers', { fi: 'enintään vuoden', sv: 'högst ett år', en: 'for a year at most' });
    const quarterEnds = Date.parse('2026-04-01T00:00:00+03:00');
    for (const month of ['2026-01', '2026-02', '2026-03'] as const) {
      const waits = sealedAnswerExpiresOn(month) * 1000 - quarterEnds;
      expect(waits).toBeGreaterThan(days(270));
      // Their key is destroyed when the year is over; what is noise by then is cleared away a month later.
      expect(waits).toBeLessThanOrEqual(days(366 + 31));
    }
  });

  it('fewest answers that are counted together, and that a figure is of', () => {
    everywhere('answers', { fi: 'alle kymmenen', sv: 'färre än tio', en: 'fewer than ten' });
    everywhere('answers', { fi: 'vähintään viisi', sv: 'minst fem', en: 'at least five' });
    expect([batchMin, responsesMin]).toEqual([10, 5]);
  });
});
