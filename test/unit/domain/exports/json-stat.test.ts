/**
 * Releases as JSON-stat 2.0, read by the format's own toolkit: a dataset with the same numbers, a status for each that is not
 * shown, and roles by which readers know time and figures.
 */
import fc from 'fast-check';
import JSONstat from 'jsonstat-toolkit';
import { describe, expect, it } from 'vitest';
import { jsonStatOf } from '../../../../shared/domain/releases/exports/json-stat.ts';
import type { Release } from '../../../../shared/domain/releases/release.ts';
import { languages, type Language } from '../../../../shared/domain/vocabulary.ts';
import { anyRelease, numbersIn, placeOf, readableRelease } from '../../../support/releases.ts';

/** As it comes out of the wire, read by the toolkit. */
const read = (release: Release, language: Language = 'fi') =>
  JSONstat(JSON.parse(JSON.stringify(jsonStatOf(release, language))) as object);

describe('a readable release', () => {
  it('is a dataset with texts in one language', () => {
    const dataset = read(readableRelease, 'sv');
    expect(dataset).toMatchObject({
      ...{ class: 'dataset', length: 5, n: 176, size: [2, 2, 2, 1, 22] },
      ...{ label: 'Erfarenheter, 2026-Q1', source: 'Kuultu', updated: '2026-04-01' },
      id: ['region', 'role', 'item', 'period', 'figure'],
      role: { time: ['period'], metric: ['figure'], geo: null, classification: ['region', 'role', 'item'] },
      note: ['Märk.', 'Svarsandelen 0,9 betyder: minst 0,9.', '.. Uppgiften visas inte eller finns inte.'],
      extension: {
        ...{ table: 'T2', period: '2026-Q1', revision: 1, releasedOn: '2026-04-01' },
        status: { '..': 'Uppgiften visas inte eller finns inte.' },
      },
    });
    expect(dataset.Dimension('role')).toMatchObject({
      ...{ label: 'Den svarandes roll', id: ['child', 'parent'], role: 'classification' },
    });
    expect(dataset.Dimension('role')?.Category('parent')?.label).toBe('förälder');
    expect(dataset.Dimension('figure')?.Category('mean')).toMatchObject({
      ...{ label: 'Medelvärde', unit: { label: 'svarsskala', decimals: 1 } },
    });
  });

  it('tells a number, or the status of what is not shown', () => {
    const dataset = read(readableRelease);
    const place = { region: 'north', role: 'parent', item: 'recommend', period: '2026-Q1' };
    expect(dataset.Data({ ...place, figure: 'indexFrom' })).toMatchObject({ value: -10, status: null });
    expect(dataset.Data({ ...place, figure: 'answer0' })).toMatchObject({ value: 0, status: null });
    expect(dataset.Data({ ...place, figure: 'meanFrom' })).toMatchObject({ value: null, status: '..' });
    expect(dataset.Data({ ...place, role: 'child', figure: 'responses' })).toMatchObject({
      value: null,
      status: '..',
    });
  });

  it('is a dataset of nothing where nothing is shown', () => {
    const dataset = read({ ...readableRelease, cells: [] });
    expect(dataset).toMatchObject({ class: 'dataset', n: 22, size: [1, 1, 1, 1, 22] });
    expect(dataset.Data().every(({ value, status }) => value === null && status === '..')).toBe(true);
    expect(dataset.Dimension('role')?.id).toEqual(['(none)']);
  });
});

describe('any release', () => {
  it('is read back to the same numbers, and to no other', () => {
    fc.assert(
      fc.property(anyRelease, fc.constantFrom(...languages), (release, language) => {
        const dataset = read(release, language);
        let told = 0;
        for (const cell of release.cells) {
          const place = placeOf(release, cell);
          for (const [dimension, code] of Object.entries(place)) {
            const label = release.labels[dimension]?.[code]?.[language] ?? code;
            expect(dataset.Dimension(dimension)?.Category(code)?.label).toBe(label);
          }
          for (const [figure, value] of numbersIn(cell)) {
            expect(dataset.Data({ ...place, period: release.period, figure })).toMatchObject({
              value,
              status: null,
            });
            told += 1;
          }
        }
        const data = dataset.Data();
        expect(data.filter(({ value }) => value !== null)).toHaveLength(told);
        expect(data.filter(({ status }) => status === '..')).toHaveLength(data.length - told);
      }),
      { numRuns: 100 },
    );
  });
});
