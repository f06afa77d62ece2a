/**
 * The digest as a page, in every language: complete, with every figure in words and pictures alike, nothing inserted
 * unescaped, no script and nothing to load, and a page without figures that is the same whatever the reason. Pictures are
 * read back by their text alternatives and their shapes.
 */
import { describe, expect, it } from 'vitest';
import { composeDigest } from '../../../../shared/domain/digest/compose.ts';
import { digestPage, missingDigestPage } from '../../../../shared/domain/digest/digest-page.ts';
import type { Digest } from '../../../../shared/domain/digest/digest.ts';
import {
  numeral,
  numeralRange,
  periodName,
  shortPeriodName,
} from '../../../../shared/domain/digest/spelling.ts';
import { digestTexts } from '../../../../shared/domain/digest/texts.ts';
import { escapeHtml } from '../../../../shared/domain/respondent/markup.ts';
import { languages } from '../../../../shared/domain/vocabulary.ts';
import { familyForm, pairs, release, unitCells, unitName } from '../../../support/digest-releases.ts';
import { shippedQuestions } from '../../../support/shipped-forms.ts';

const digestOf = (cells = unitCells('u-1', familyForm), changes: Partial<Digest> = {}): Digest => ({
  ...composeDigest({
    ...{
      subject: { kind: 'units', id: 'u-1' },
      name: unitName,
      period: '2026-Q1',
      pairs,
      questions: shippedQuestions,
      responsesMin: 5,
    },
    releases: [release('T1', '2026-Q1', cells)],
  }),
  ...changes,
});
const alternativesIn = (page: string): string[] =>
  [...page.matchAll(/aria-label="([^"]*)"/g)].map(([, text = '']) => text);
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe.each(languages)('in %s', (language) => {
  const digest = digestOf();
  const page = digestPage(digest, language);

  it('has the unit, the period, every question, every action in some language, and who may ask more', () => {
    expect(page).toContain(`<html lang="${language}" dir="ltr">`);
    for (const text of [
      unitName[language],
      periodName('2026-Q1', language),
      ...digest.questions.map(({ wording }) => wording[language]),
      ...pairs.flatMap(({ said, did }) => [said[language] ?? said.fi ?? '', did[language] ?? did.fi ?? '']),
      digestTexts[language].reading.againstWill,
      `/${language}/privacy`,
    ])
      expect(page).toContain(escapeHtml(text));
  });

  it('has each picture with an alternative, and none of them says null', () => {
    const pictures = page.match(/<svg /g) ?? [];
    // A spread for six of seven questions, and the course of each.
    expect(pictures).toHaveLength(13);
    expect(alternativesIn(page).filter((text) => text !== '')).toHaveLength(13);
    expect(page).not.toMatch(/\b(null|undefined|NaN|Infinity)\b|\[object/);
  });

  it('runs nothing, loads nothing, and has no style of its own in an element', () => {
    expect(page).not.toMatch(/<script|<img|<link|\ssrc=|\sstyle="|\son[a-z]+="|https?:\/\//);
  });

  it('says the same where everything is held back and where there was nothing', () => {
    const nothing = digestPage(digestOf([]), language);
    expect(digestPage(digestOf(unitCells('u-2', familyForm)), language)).toBe(nothing);
    for (const text of digestTexts[language].nothing) expect(nothing).toContain(escapeHtml(text));
    expect(nothing).not.toContain('<svg');
    expect(nothing).toContain(digestTexts[language].actions.title);
  });

  it('has a page for an address that leads nowhere, which names nobody', () => {
    expect(missingDigestPage(language)).toContain(escapeHtml(digestTexts[language].missing.title));
  });
});

describe('a picture says in words', () => {
  const alternatives = alternativesIn(digestPage(digestOf(), 'fi')).map(plain);

  it('how the answers were spread, by single steps or by groups', () => {
    expect(alternatives).toContain('Näin vastaukset jakautuivat: 1: 1, 2: 1, 3: 2, 4: 8, 5: 14.');
    expect(alternatives).toContain('Näin vastaukset jakautuivat: 1–2: 8, 3: 4, 4–5: 6.');
  });

  it('the mean, now and before, or the band in which it lies', () => {
    expect(alternatives).toContain(
      'tammi–maaliskuu 2026: Keskiarvo on välillä 4–5, 9 vastausta. Aiemmin: ' +
        'loka–joulukuu 2025: Keskiarvo 4,0, 18 vastausta. heinä–syyskuu 2025: Keskiarvo 3,7, 14 vastausta. ' +
        'huhti–kesäkuu 2025: Keskiarvo on välillä 3,5–4, 7 vastausta.',
    );
  });

  it('the recommendation index, with how sure it is', () => {
    expect(alternatives).toContain(
      'tammi–maaliskuu 2026: Suositteluindeksi 15, epävarmuusväli −20 – 50, 26 vastausta. Aiemmin: ' +
        'loka–joulukuu 2025: Suositteluindeksi −10, 21 vastausta. heinä–syyskuu 2025: Suositteluindeksi −20, 14 vastausta.',
    );
  });
});

describe('a picture draws', () => {
  const attributesIn = (text: string): [string, string][] =>
    [...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]);
  const shapes = (page: string, shape: string): Record<string, string>[] =>
    [...page.matchAll(new RegExp(`<${shape} ([^>]*?)/?>`, 'g'))].map(
      ([, attributes = '']): Record<string, string> => Object.fromEntries(attributesIn(attributes)),
    );
  const only = (item: string, counts: number[], from = 1) =>
    digestPage(digestOf(unitCells('u-1', { [item]: { from, counts } })), 'en');

  it('a bar for each step, as high as it has answers', () => {
    const bars = shapes(only('heard', [1, 0, 4, 8, 16]), 'rect').filter((bar) => bar['class'] === 'bar');
    const heights = bars.map(({ height }) => Number(height));
    expect(heights.map((height) => Math.round((16 * height) / (heights[4] ?? 0)))).toEqual([1, 0, 4, 8, 16]);
  });

  it('groups of steps as areas: five answers over two steps are lower than four over one', () => {
    const bars = shapes(only('heard', [2, 3, 4, 3, 5]), 'rect').filter((bar) => bar['class'] === 'bar');
    const [low, middle, high] = bars.map(({ width, height }) => ({
      width: Number(width),
      height: Number(height),
    }));
    expect(low?.height).toBeLessThan(middle?.height ?? 0);
    expect((high?.height ?? 0) / (middle?.height ?? 1)).toBeCloseTo(1, 1);
    expect(low?.width).toBeGreaterThan(2 * (middle?.width ?? 0));
  });

  it('a mean as a point where it lies on the scale, and a band as a bar from end to end', () => {
    const axis = (page: string) => {
      const ticks = [...page.matchAll(/<text class="tick" x="([\d.]+)" y="12">(\d)</g)];
      return (value: number): number => {
        const [low, high] = [Number(ticks[0]?.[1]), Number(ticks.at(-1)?.[1])];
        return low + ((value - 1) / 4) * (high - low);
      };
    };
    const exact = only('heard', [2, 2, 3, 5, 3]);
    expect(Number(shapes(exact, 'circle')[0]?.['cx'])).toBeCloseTo(axis(exact)(3.3), 0);
    const banded = only('heard', [0, 1, 3, 2, 0]);
    const band = shapes(banded, 'rect').find((bar) => bar['class'] === 'mark');
    expect(Number(band?.['x'])).toBeCloseTo(axis(banded)(3), 0);
    expect(Number(band?.['x']) + Number(band?.['width'])).toBeCloseTo(axis(banded)(3.5), 0);
    expect(shapes(banded, 'circle')).toEqual([]);
  });
});

describe('what administrators and releases bring', () => {
  const hostile = `<img src=x onerror=alert(1)>"'&`;

  it('is escaped, in text and in attributes', () => {
    const same = { fi: hostile, sv: hostile, en: hostile };
    const page = digestPage(digestOf(undefined, { name: same, pairs: [{ said: same, did: same }] }), 'fi');
    expect(page).not.toContain('<img');
    expect(page.split(escapeHtml(hostile)).length - 1).toBeGreaterThanOrEqual(4);
  });

  it('is read aloud in its own language where it is not the page’s', () => {
    const page = digestPage(
      digestOf(undefined, { pairs: [{ said: { sv: 'Ja.' }, did: { sv: 'Nej.' } }] }),
      'en',
    );
    expect(page).toContain('<span lang="sv">Ja.</span>');
    expect(digestPage(digestOf(), 'fi')).not.toContain('<span lang=');
  });
});

describe('how many answered', () => {
  it('is told for each question', () => {
    expect(plain(digestPage(digestOf(), 'fi'))).toContain('Kuhunkin kysymykseen saatiin 9–27 vastausta.');
  });

  it('and for whom the page is', () => {
    const words = 'For staff: figures of fewer than 20 answers may be among these.';
    expect(digestPage(digestOf(), 'en')).toContain(words);
    expect(digestPage(digestOf(undefined, { responsesMin: 20 }), 'en')).not.toContain(words);
  });

  it('and when figures were published, or corrected', () => {
    expect(digestPage(digestOf(), 'en')).toContain('The figures were published on 2 April 2026.');
    expect(digestPage(digestOf(undefined, { isCorrected: true }), 'en')).toContain(
      'corrected on 2 April 2026.',
    );
  });
});

describe('numbers and periods', () => {
  it('are written as each language does', () => {
    expect([numeral(4.5, 'fi'), numeral(-20, 'sv'), numeral(4, 'en', 1)]).toEqual(['4,5', '−20', '4.0']);
    expect(numeralRange({ from: 3.5, to: 4 }, 'sv')).toBe('3,5–4');
    expect(plain(numeralRange({ from: -20, to: -5 }, 'fi'))).toBe('−20 – −5');
    expect(numeralRange({ from: 20, to: 20 }, 'en')).toBe('20');
  });

  it.each([
    ['2026-Q1', 'fi', 'tammi–maaliskuu 2026', '1–3/2026'],
    ['2026-Q4', 'sv', 'oktober–december 2026', 'kv 4/2026'],
    ['2026-Q2', 'en', 'April–June 2026', 'Q2 2026'],
    ['2026-12', 'fi', 'joulukuu 2026', '12/2026'],
    ['2026-09', 'en', 'September 2026', 'Sep 2026'],
  ] as const)('%s in %s is %s, in short %s', (period, language, name, short) => {
    expect(periodName(period, language)).toBe(name);
    expect(shortPeriodName(period, language)).toBe(short);
  });
});

it('says everything in every language', () => {
  const keysOf = (value: unknown, path = ''): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`))
      : value === ''
        ? []
        : [path];
  expect(keysOf(digestTexts.sv)).toEqual(keysOf(digestTexts.fi));
  expect(keysOf(digestTexts.en)).toEqual(keysOf(digestTexts.fi));
});
