/**
 * Releases as CSV, read back by csv-parse: a row for every cell and the same numbers, with a point or a comma. No cell can
 * make a spreadsheet calculate, and columns never depend on what is shown.
 */
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvOf, decimalMarks } from '../../../../shared/domain/releases/exports/csv.ts';
import type { Release } from '../../../../shared/domain/releases/release.ts';
import { languages } from '../../../../shared/domain/vocabulary.ts';
import { anyRelease, numbersIn, placeOf, readableRelease } from '../../../support/releases.ts';

const read = (csv: string): Record<string, string>[] =>
  parse(csv, { bom: true, delimiter: ';', record_delimiter: '\r\n', columns: true });
const headerOf = (csv: string): string | undefined => csv.split('\r\n')[0];

/** A text as a reader finds it whose spreadsheet must not calculate. */
const harmless = (text: string): string =>
  ['=', '+', '-', '@', '\t', '\r'].some((sign) => text.startsWith(sign)) ? `'${text}` : text;

describe('a readable release', () => {
  it('has a row for each cell, with codes, labels and all measures', () => {
    expect(csvOf(readableRelease, 'fi', 'comma')).toBe(
      [
        '\uFEFFperiod;region;region label;role;role label;item;item label;responses;responseRate;mean;meanFrom;meanTo;index;' +
          'indexFrom;indexTo;low;middle;high;answer0;answer1;answer2;answer3;answer4;answer5;answer6;answer7;answer8;' +
          'answer9;answer10',
        '2026-Q1;north;Pohjoinen;parent;vanhempi;recommend;Suosittelisitko?;20;0,4;7,6;;;25;-10;60;4;7;9;0;1;0;0;1;2;0;3;4;5;4',
        '2026-Q1;(other);muut;child;lapsi;heard;Minua kuunneltiin.;6;;;3,5;4;;;;;;;;;;;;;;;;;',
        '',
      ].join('\r\n'),
    );
  });

  it('has the same columns where nothing is shown', () => {
    const empty = csvOf({ ...readableRelease, cells: [] }, 'en', 'point');
    expect(empty).toBe(`${headerOf(csvOf(readableRelease, 'en', 'point')) ?? ''}\r\n`);
  });
});

it('tells comments as they are, in their own order', () => {
  const comments: Release = {
    ...{ table: 'C1', period: '2026-Q1', dimensions: ['region'], labels: {}, notes: [] },
    ...{ revision: 1, releasedOn: '2026-04-01', correction: null, title: readableRelease.title },
    cells: [
      { region: 'north', comment: 'Hyvä; "paras"\nikinä' },
      { region: '(other)', comment: '=HYPERLINK("https://example.org")' },
    ],
  };
  expect(read(csvOf(comments, 'fi', 'comma'))).toEqual([
    { period: '2026-Q1', region: 'north', 'region label': 'north', comment: 'Hyvä; "paras"\nikinä' },
    {
      ...{ period: '2026-Q1', region: '(other)', 'region label': '(other)' },
      comment: '\'=HYPERLINK("https://example.org")',
    },
  ]);
});

describe('any release', () => {
  it('is read back to the same numbers, and to no other', () => {
    fc.assert(
      fc.property(
        anyRelease,
        fc.constantFrom(...languages),
        fc.constantFrom(...decimalMarks),
        (release, language, mark) => {
          const rows = read(csvOf(release, language, mark));
          expect(rows).toHaveLength(release.cells.length);
          release.cells.forEach((cell, index) => {
            const row = new Map(Object.entries(rows[index] ?? {}));
            for (const [dimension, code] of Object.entries(placeOf(release, cell))) {
              const label = release.labels[dimension]?.[code]?.[language] ?? code;
              expect(row.get(dimension)).toBe(harmless(code));
              expect(row.get(`${dimension} label`)).toBe(harmless(label));
              row.delete(dimension);
              row.delete(`${dimension} label`);
            }
            expect(row.get('period')).toBe(release.period);
            row.delete('period');
            const shown = [...row].filter(([, text]) => text !== '');
            const numbers = shown.map(([measure, text]): [string, number] => {
              expect(text).toMatch(mark === 'comma' ? /^-?\d+(,\d+)?$/ : /^-?\d+(\.\d+)?$/);
              return [measure, Number(text.replace(',', '.'))];
            });
            expect(new Map(numbers)).toEqual(numbersIn(cell));
          });
        },
      ),
      { numRuns: 100 },
    );
  });

  it('has the columns of its table, whatever is shown', () => {
    fc.assert(
      fc.property(anyRelease, (release) => {
        const header = headerOf(csvOf(release, 'fi', 'comma'));
        expect(headerOf(csvOf({ ...release, cells: [] }, 'sv', 'point'))).toBe(header);
      }),
      { numRuns: 50 },
    );
  });
});
