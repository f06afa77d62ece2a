/**
 * The preferences page: complete in every language, honest about what holds, silent about the case and the people in
 * it, and nothing inserted unescaped.
 */
import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../../../shared/domain/respondent/markup.ts';
import {
  preferencesPage,
  unknownPreferencesPage,
  type PreferencesFacts,
} from '../../../shared/domain/respondent/preferences-page.ts';
import { languageNames } from '../../../shared/domain/respondent/language-row.ts';
import { preferencesTexts, whyIn } from '../../../shared/domain/respondent/preferences-texts.ts';
import { pageTexts } from '../../../shared/domain/respondent/page-texts.ts';
import { choices } from '../../../shared/domain/respondent/preference-choice.ts';
import { defaultRules } from '../../../shared/domain/rules/default-rules.ts';
import { formLanguages, staffLanguage, stages } from '../../../shared/domain/vocabulary.ts';
import { organisation } from '../../support/organisation.ts';

const reference = 'Ab-_'.repeat(16);
const rule = defaultRules.find(({ stage }) => stage === 'service.ended');
const facts = (changes: Partial<PreferencesFacts> = {}): PreferencesFacts => ({
  language: 'en',
  organisation,
  reference,
  wishes: { preference: { kind: 'open' }, language: null },
  next: { kind: 'any-time' },
  cause: { stage: 'service.ended', role: 'parent', rule },
  ...changes,
});

/** What is read of a page. */
const seen = (page: string): string =>
  page
    .replace(/<(style|script|title)>.*?<\/\1>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ')
    .replace(/(\d) \./g, '$1.');

/** The values that a field can take. */
const optionsOf = (page: string, name: string): string[] =>
  [...page.matchAll(new RegExp(`<input[^>]*name="${name}"[^>]*value="([^"]*)"`, 'g'))].map(
    ([, value = '']) => value,
  );

const midnightAfter = (day: string): number => Date.parse(`${day}T00:00:00+02:00`);

describe('the texts', () => {
  /** Every text, with what is put in it put in. */
  const flat = (language: (typeof formLanguages)[number]): [string, string][] =>
    Object.entries(preferencesTexts[language]).flatMap(
      ([name, value]: [string, unknown]): [string, string][] => {
        if (typeof value === 'string') return [[name, value]];
        if (typeof value === 'function') {
          const write = value as (...given: unknown[]) => string;
          return [0, 1, 2, 365].map((days) => [`${name}.${days}`, write(days, days)]);
        }
        return Object.entries(value as Record<string, string>).map(([key, text]) => [`${name}.${key}`, text]);
      },
    );

  it('are there in all languages, and not one is another language’s', () => {
    const finnish = new Map(flat('fi'));
    for (const language of ['sv', 'en'] as const) {
      expect(flat(language).map(([name]) => name)).toEqual([...finnish.keys()]);
      for (const [name, text] of flat(language)) {
        expect(text.trim(), name).not.toBe('');
        expect(text, name).not.toBe(finnish.get(name));
      }
    }
    const english = new Set(flat('en').map(([, text]) => text));
    expect(flat('sv').filter(([, text]) => english.has(text))).toEqual([]);
  });

  it('count in the singular and the plural', () => {
    const { fi, sv, en } = preferencesTexts;
    expect([fi.gap(1), fi.gap(2)].map((text) => text.split(' ').slice(-2).join(' '))).toEqual([
      '1 päivä.',
      '2 päivää.',
    ]);
    expect([sv.delay(1), sv.delay(2)]).toEqual([
      'Tidigast 1 dag efter händelsen.',
      'Tidigast 2 dagar efter händelsen.',
    ]);
    expect(en.cap(1, 1)).toBe('All together at most 1 survey in a day.');
    expect(en.cap(4, 365)).toBe('All together at most 4 surveys in a year.');
    expect(fi.cap(4, 30)).toBe('Kaikkiaan enintään 4 kyselyä 30 päivän aikana.');
  });

  it.each(formLanguages)(
    'in %s tell nobody who reads along of a family, its hard moments, its workers or where it turns',
    (language) => {
      const pages = [...stages, 'something.else'].map((stage) =>
        preferencesPage(facts({ language, cause: { stage, role: 'parent', rule } })),
      );
      const forgotten = preferencesPage(facts({ language, cause: undefined }));
      for (const page of [...pages, forgotten, unknownPreferencesPage(language, organisation)]) {
        expect(seen(page)).toContain(pageTexts[language].emergency);
        expect(seen(page)).not.toMatch(
          /laps|nuor|huost|sijoi|perhe|jälkihuol|työntekij|sosiaal|barn|unga|placer|omhänder|familj|eftervård|arbetstag|social|child|young|placement|custody|family|aftercare|worker|116/i,
        );
      }
    },
  );

  it('give every stage a reason of its own, and others a general one', () => {
    for (const language of formLanguages) {
      const texts = preferencesTexts[language];
      const reasons = Object.values(texts.why);
      expect(new Set(reasons).size).toBe(reasons.length);
      expect(whyIn(texts, 'something.else')).toBe(texts.why.other);
      expect(whyIn(texts, 'toString')).toBe(texts.why.other);
    }
  });
});

describe.each(formLanguages)('in %s', (language) => {
  const texts = preferencesTexts[language];

  it('says why, by which rule, what holds, and where to turn', () => {
    const page = preferencesPage(facts({ language }));
    const text = seen(page);
    expect(page).toContain(`<html lang="${language}" dir="ltr">`);
    expect(page).toContain('<main data-page="preferences">');
    for (const line of [
      texts.why['service.ended'],
      texts.delay(2),
      texts.gap(30),
      texts.cap(4, 365),
      texts.once,
      texts.open,
      texts.anyTime,
      texts.noEffect,
      texts.blind,
      pageTexts[language].emergency,
    ]) {
      expect(text).toContain(line);
    }
    expect(page.replace(organisation.leaveTo, '')).not.toMatch(
      /\bsrc=|https?:\/\/|<script|\sstyle="|\son[a-z]+="/,
    );
  });

  it('is there in each other language, under the same reference', () => {
    const page = preferencesPage(facts({ language }));
    const linked = [...page.matchAll(/<a href="([^"]*)" lang="([\w-]+)" hreflang="([\w-]+)">([^<]*)</g)];
    const others = formLanguages.filter((other) => other !== language);
    expect(linked.map(([, href, lang, hreflang, name]) => [href, lang, hreflang, name])).toEqual(
      others.map((other) => [`/${other}/preferences?r=${reference}`, other, other, languageNames[other]]),
    );
    expect(page).toContain(`<span aria-current="page">${languageNames[language]}</span>`);
  });

  it('says of a pause its last day, and the first on which a request may come', () => {
    const page = seen(
      preferencesPage(
        facts({
          language,
          wishes: { preference: { kind: 'paused', until: midnightAfter('2026-12-24') }, language: 'sv' },
          next: { kind: 'earliest', at: midnightAfter('2026-12-24') },
        }),
      ),
    );
    const days = { fi: 'joulukuuta', sv: 'december', en: 'December' };
    const [last, first] = [23, 24].map(
      (day) => `${day}${staffLanguage[language] === 'fi' ? '.' : ''} ${days[staffLanguage[language]]} 2026`,
    );
    expect(page).toContain(texts.paused(last ?? ''));
    expect(page).toContain(texts.earliest(first ?? ''));
    expect(page).not.toContain(texts.open);
  });

  it('says of whoever has stopped that nothing comes', () => {
    const page = seen(
      preferencesPage(
        facts({
          language,
          wishes: { preference: { kind: 'opted-out' }, language: null },
          next: { kind: 'never' },
        }),
      ),
    );
    expect(page).toContain(texts.stopped);
    expect(page).not.toContain(texts.open);
  });

  it('tells what was done, or not, to a screen reader too', () => {
    const roleOf = { saved: 'status', choose: 'alert', unavailable: 'alert' } as const;
    for (const notice of ['saved', 'choose', 'unavailable'] as const)
      expect(preferencesPage(facts({ language, notice }))).toMatch(
        new RegExp(`<p role="${roleOf[notice]}"[^>]*>${escapeHtml(texts[notice])}</p>`),
      );
    expect(preferencesPage(facts({ language }))).not.toMatch(/role="(status|alert)"/);
  });

  it('works where the record is gone, and where only its rule is', () => {
    const gone = seen(preferencesPage(facts({ language, cause: undefined })));
    expect(gone).toContain(texts.whyForgotten);
    expect(gone).not.toContain(texts.rulesTitle);
    const cause = { stage: 'service.ended', role: 'parent', rule: undefined } as const;
    const ruleless = seen(preferencesPage(facts({ language, cause })));
    expect(ruleless).toContain(texts.why['service.ended']);
    expect(ruleless).not.toContain(texts.rulesTitle);
  });

  it('says kindly what a link that is not ours may be', () => {
    const page = unknownPreferencesPage(language, organisation);
    expect(seen(page)).toContain(texts.unknownBroken);
    expect(page).toContain('<main data-page="preferences-unknown">');
    expect(page).not.toMatch(/<form|preferences\?/);
  });
});

describe('the forms', () => {
  it('post to the page itself, and need no script', () => {
    const forms = preferencesPage(facts({ language: 'sv' })).match(/<form[^>]*>/g) ?? [];
    expect(forms).toHaveLength(2);
    for (const form of forms)
      expect(form).toBe(`<form method="post" action="/sv/preferences?r=${reference}">`);
  });

  it.each([
    ['open', { kind: 'open' }, ['pause-3', 'pause-6', 'pause-12', 'stop']],
    ['paused', { kind: 'paused', until: 1 }, [...choices]],
    ['opted out', { kind: 'opted-out' }, ['pause-3', 'pause-6', 'pause-12', 'start']],
  ] as const)(
    'offer to whoever is %s what would change something, and choose nothing for them',
    (_, preference, offered) => {
      const page = preferencesPage(facts({ wishes: { preference, language: null } }));
      expect(optionsOf(page, 'choice')).toEqual(offered);
      expect(optionsOf(page, 'language')).toEqual(formLanguages);
      expect(page).not.toContain('checked');
    },
  );

  it('show the language that was chosen', () => {
    const page = preferencesPage(facts({ wishes: { preference: { kind: 'open' }, language: 'sv' } }));
    expect(page.match(/value="(\w+)"[^>]*\bchecked\b/g)).toHaveLength(1);
    expect(page).toMatch(/value="sv"[^>]*\bchecked\b/);
  });
});

it.each(formLanguages)(
  'says whose it is, and leads to the privacy notice and the accessibility statement in %s, whether the link is ours or not',
  (language) => {
    for (const page of [preferencesPage(facts({ language })), unknownPreferencesPage(language, organisation)])
      for (const said of [
        organisation.name[staffLanguage[language]],
        `/${language}/privacy"`,
        `/${language}/accessibility"`,
      ])
        expect(page).toContain(said);
  },
);

it('tells workers their own terms', () => {
  const worker = preferencesPage(facts({ cause: { stage: 'service.ended', role: 'county-worker', rule } }));
  expect(seen(worker)).toContain(preferencesTexts.en.cap(6, 365));
});

it('escapes everything that it is given', () => {
  const hostile = '"><script>alert(1)</script>';
  const page = preferencesPage(
    facts({ reference: hostile, cause: { stage: hostile, role: 'parent', rule: undefined } }),
  );
  expect(page).not.toContain('<script>');
  expect(page).not.toContain('alert(1)<');
});
