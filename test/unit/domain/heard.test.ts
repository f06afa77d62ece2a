/**
 * "You said, we did" of regions, as whoever has answered reads it: what is told at all, in which language, and that it
 * never makes the page too large. Pages are composed by the real functions, with texts as hard to compress as there are.
 */
import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { currentlyHeard, type HeardInRegion } from '../../../shared/domain/digest/heard.ts';
import { questionSets } from '../../../shared/domain/questions/question-sets.ts';
import { heardPage } from '../../../shared/domain/respondent/heard-page.ts';
import {
  heardAfterThanks,
  heardOfRegions,
  inlinedBytesMost,
} from '../../../shared/domain/respondent/heard-section.ts';
import { heardTexts } from '../../../shared/domain/respondent/heard-texts.ts';
import { scriptWith, surveyPage } from '../../../shared/domain/respondent/survey-page.ts';
import { formLanguages } from '../../../shared/domain/vocabulary.ts';
import { organisation } from '../../support/organisation.ts';

type Said = HeardInRegion['pairs'][number]['said'];
const told = (region: string, said: Said, period = '2026-Q1'): HeardInRegion => ({
  region,
  period,
  pairs: [{ said, did: said }],
});
const at = (text: string): number => Date.parse(text);

describe('a region is told of', () => {
  const regions = ['2025-Q1', '2025-Q2', '2026-Q1', '2026-Q2'].map((period) =>
    told(period, { fi: 'x' }, period),
  );
  it.each([
    ['2026-04-01T00:00:00+03:00', ['2025-Q2', '2026-Q1']],
    ['2026-03-31T23:59:00+03:00', ['2025-Q1', '2025-Q2']],
    ['2027-04-01T00:00:00+03:00', ['2026-Q2']],
  ])('once its quarter is over, and for a year: %s', (now, periods) => {
    expect(currentlyHeard(regions, at(now)).map(({ period }) => period)).toEqual(periods);
  });

  it('where it says something, in the order of Finnish names', () => {
    const named = ['Öja', 'Åland', 'Aura'].map((region) => told(region, { fi: 'x' }));
    const silent = { ...told('Bodom', {}), pairs: [] };
    const names = currentlyHeard([...named, silent], at('2026-04-01T12:00:00+03:00'));
    expect(names.map(({ region }) => region)).toEqual(['Aura', 'Åland', 'Öja']);
  });
});

describe('the page behind a link', () => {
  it('has every region under its name, one alone in a sentence, and of nothing says nothing', () => {
    const [north, south] = [told('north', { fi: 'Pohja' }), told('south', { fi: 'Etelä' })];
    const { html } = heardOfRegions('fi', [north, south]);
    expect(html).toMatch(/^<h2>[^<]+<\/h2><h3>north<\/h3><p>.*Pohja.*<h3>south<\/h3><p>.*Etelä/s);
    const alone = heardOfRegions('fi', [south]).html;
    expect(alone).toMatch(/^<h2>[^<]+<\/h2><p>[^<]*south[^<]*<\/p><p>.*Etelä/s);
    expect(alone).not.toContain('<h3>');
    expect(heardOfRegions('fi', []).html).toBe('');
  });

  it.each(formLanguages)(
    'does not say in %s that its reader said it, who may be of another region',
    (language) => {
      const { youSaid } = heardTexts[language];
      const { html } = heardOfRegions(language, [told('north', { fi: 'x' }), told('south', { fi: 'x' })]);
      expect(html).not.toContain(youSaid);
      expect(heardAfterThanks(language, [told('north', { fi: 'x' })], 'north').html).toContain(youSaid);
    },
  );

  it('tells in its own language, or in the nearest that there is, and says in which', () => {
    const inAll = told('x', { fi: 'suomi', sv: 'svenska', en: 'English', 'fi-x-selko': 'selko' });
    const words = { fi: 'suomi', sv: 'svenska', en: 'English', 'fi-x-selko': 'selko' };
    for (const language of formLanguages) {
      const { html } = heardOfRegions(language, [inAll]);
      expect(html).toContain(`</b> ${words[language]}<`);
      expect(html).not.toContain('lang=');
    }
    expect(heardOfRegions('fi-x-selko', [told('x', { sv: 'svenska', fi: 'suomi' })]).html).toContain(
      '<span lang="fi">suomi</span>',
    );
    expect(heardOfRegions('en', [told('x', { sv: 'svenska' })]).html).toContain(
      '<span lang="sv">svenska</span>',
    );
  });

  it('shows markup in a text as text, in a script element too', () => {
    const { html } = heardOfRegions('fi', [told('x', { fi: '</script><img src=x onerror=alert(1)>&' })]);
    expect(html).not.toMatch(/<\/script|<img/);
    expect(html).toContain('&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&amp;');
  });
});

describe('many regions', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyzåäö ,.';
  const words = (length: number): string =>
    Array.from(randomBytes(length), (byte) => letters[byte % letters.length]).join('');
  /** So many as fit by a hair, each with other words. */
  const most = (): HeardInRegion[] => {
    const regions: HeardInRegion[] = [];
    for (let name = 1000; ; name += 1) {
      const { pairs } = told('x', { fi: words(150) });
      const next = [...regions, { region: String(name), period: '2026-Q1', pairs }];
      if (!heardOfRegions('fi', next).html.includes('<h2>')) return regions;
      regions.push(...next.slice(-1));
    }
  };

  it('stand in the page as long as they fit, and beyond that only the link to them does', () => {
    const fitting = most();
    expect(fitting.length).toBeGreaterThanOrEqual(3);
    const { html } = heardOfRegions('fi', fitting);
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(inlinedBytesMost);
    const many = heardOfRegions('fi', [...fitting, ...fitting]).html;
    expect(many).toMatch(/^<p><a href="\/fi\/heard">[^<]+<\/a><\/p>$/);
  });

  it.each(formLanguages)('leave every form within the first packets of a connection in %s', (language) => {
    const modulus = () => randomBytes(384).toString('base64url');
    const script = scriptWith(
      ['2026-Q1', '2026-Q2'].map((id) => ({ id, ballot: modulus(), mix: modulus() })),
    );
    const regions = most().slice(0, -1);
    for (const form of questionSets) {
      const page = surveyPage(language, form, script, organisation, regions);
      expect(page).toContain(`<h3>${regions[0]?.region ?? ''}</h3>`);
      expect(gzipSync(page).length).toBeLessThanOrEqual(14_336);
    }
  });
});

it('after thanks without JavaScript stands the own region alone', () => {
  const regions = [told('north', { fi: 'Pohja' }), told('south', { fi: 'Etelä' })];
  expect(heardAfterThanks('fi', regions, 'south').html).toMatch(/Etelä.*href="\/fi\/heard"/s);
  expect(heardAfterThanks('fi', regions, 'south').html).not.toContain('Pohja');
  expect(heardAfterThanks('fi', regions, undefined).html).not.toMatch(/Pohja|Etelä/);
  expect(heardAfterThanks('fi', [], 'south').html).toBe('');
});

it.each(formLanguages)('the page of all regions names each in %s, or says that there is none', (language) => {
  const page = heardPage(
    language,
    [told('Aura', { fi: 'Sanat' }), told('Öja', { fi: 'Toiset' })],
    organisation,
  );
  expect(page.match(/<h2>[^<]+<\/h2>/g)).toEqual(['<h2>Aura</h2>', '<h2>Öja</h2>']);
  expect(page).toContain('data-page="heard"');
  expect(heardPage(language, [], organisation)).not.toContain('<h2>');
});
