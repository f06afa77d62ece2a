/**
 * Releases as PX files, read back by a parser that was written from the specification of the format and from what PxWeb
 * demands: the same numbers, two dots for whatever is not shown, and every text in every language. Generated releases have
 * the worst names that an administrator can write.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pxOf } from '../../../../shared/domain/releases/exports/px.ts';
import type { Release } from '../../../../shared/domain/releases/release.ts';
import { languages, type Language } from '../../../../shared/domain/vocabulary.ts';
import { PxFault, readPx, type PxFile } from '../../../support/px-file.ts';
import { anyRelease, numbersIn, placeOf, pxCode, readableRelease } from '../../../support/releases.ts';

const pxText = (release: Release, language: Language = 'fi'): string => pxOf(release, language);
const read = (text: string): PxFile => readPx(Buffer.from(text));
const period = (release: Release): string =>
  release.period.includes('Q') ? release.period.replace('-', '') : release.period.replace('-', 'M');

describe('a readable release', () => {
  const file = read(pxText(readableRelease));

  it('begins as readers want it', () => {
    const head = pxText(readableRelease).split('\r\n').slice(0, 16);
    expect(head).toEqual([
      'CHARSET="ANSI";',
      'AXIS-VERSION="2013";',
      'CODEPAGE="utf-8";',
      'LANGUAGE="fi";',
      'LANGUAGES="fi","sv","en";',
      'CREATION-DATE="20260401 00:00";',
      'TABLEID="T2";',
      'DECIMALS=1;',
      'SHOWDECIMALS=0;',
      'MATRIX="T2_2026-Q1";',
      'AGGREGALLOWED=NO;',
      'SUBJECT-CODE="KUULTU";',
      'SUBJECT-AREA="Palaute lastensuojelusta ja perheiden palveluista";',
      'SUBJECT-AREA[sv]="Respons om barnskydd och service för familjer";',
      'SUBJECT-AREA[en]="Feedback on child welfare and family services";',
      'DESCRIPTION="Kokemukset, 2026-Q1";',
    ]);
  });

  it('says its texts in every language', () => {
    expect(languages.map((language) => file.text('TITLE', language))).toEqual([
      'Kokemukset, 2026-Q1',
      'Erfarenheter, 2026-Q1',
      'Experiences, 2026-Q1',
    ]);
    expect(languages.map((language) => file.variables(language).map(({ name }) => name))).toEqual([
      ['Alue', 'Vastaajan rooli', 'Kysymys', 'Ajanjakso', 'Tunnusluku'],
      ['Område', 'Den svarandes roll', 'Fråga', 'Period', 'Nyckeltal'],
      ['Region', 'Role', 'Question', 'Period', 'Figure'],
    ]);
    expect(file.variables('sv')[1]?.values).toEqual(['barn', 'förälder']);
    expect(file.text('NOTE', 'en')).toBe(
      'Note. A response rate of 0.9 means: 0.9 or more. .. The figure is not shown, or there is none.',
    );
  });

  it('tells codes and time as readers compare them', () => {
    expect(file.variables().map(({ id, codes }) => [id, codes.slice(0, 3)])).toEqual([
      ['region', ['north', '(other)']],
      ['role', ['child', 'parent']],
      ['item', ['heard', 'recommend']],
      ['period', ['2026Q1']],
      ['figure', ['responses', 'responseRate', 'mean']],
    ]);
    expect(pxText(readableRelease)).toContain('\r\nTIMEVAL("Ajanjakso")=TLIST(Q1),"20261";\r\n');
    expect(pxText({ ...readableRelease, period: '2026-03' })).toContain('=TLIST(M1),"202603";\r\n');
  });

  it('has the numbers of a cell in a row, and dots for what is not shown', () => {
    const rows = pxText(readableRelease).split('\r\nDATA=\r\n')[1]?.split('\r\n') ?? [];
    const dots = (many: number): string => Array.from({ length: many }, () => '".."').join(' ');
    expect(rows).toEqual([
      `${dots(22)} `,
      `${dots(22)} `,
      `${dots(22)} `,
      `20 0.4 7.6 ${dots(2)} 25 -10 60 4 7 9 0 1 0 0 1 2 0 3 4 5 4 `,
      `6 ${dots(2)} 3.5 4 ${dots(17)} `,
      `${dots(22)} `,
      `${dots(22)} `,
      `${dots(22)};`,
      '',
    ]);
  });

  it('is in the language first that is asked for', () => {
    const swedish = read(pxText(readableRelease, 'sv'));
    expect(swedish.languages).toEqual(['sv', 'fi', 'en']);
    expect(swedish.text('TITLE')).toBe('Erfarenheter, 2026-Q1');
    expect(swedish.text('TITLE', 'fi')).toBe('Kokemukset, 2026-Q1');
  });

  it('is a table of nothing where nothing is shown, which readers take', () => {
    const empty = read(pxText({ ...readableRelease, cells: [] }));
    expect(empty.size).toBe(22);
    expect(
      empty.number({ region: '(none)', role: '(none)', item: '(none)', period: '2026Q1', figure: 'mean' }),
    ).toBeNull();
  });

  it('tells values with the same text apart by their codes', () => {
    const { labels } = readableRelease;
    const north = { fi: 'Pohjoinen', sv: 'Norra', en: 'The rest' };
    const twice = {
      ...readableRelease,
      labels: { ...labels, region: { ...labels['region'], '(other)': north } },
    };
    const regions = (language: Language): string[] | undefined =>
      read(pxText(twice)).variables(language)[0]?.values;
    expect(regions('fi')).toEqual(['Pohjoinen (north)', 'Pohjoinen ((other))']);
    expect(regions('en')).toEqual(['North', 'The rest']);
  });
});

describe('any release', () => {
  it('is read back to the same numbers, and to no other', () => {
    fc.assert(
      fc.property(anyRelease, fc.constantFrom(...languages), (release, language) => {
        const file = read(pxText(release, language));
        let told = 0;
        for (const cell of release.cells) {
          const place = Object.entries(placeOf(release, cell)).map(
            ([id, code]) => [id, pxCode(code)] as const,
          );
          for (const [figure, number] of numbersIn(cell)) {
            const codes = { ...Object.fromEntries(place), period: period(release), figure };
            expect(file.number(codes)).toBe(number);
            told += 1;
          }
        }
        expect(shownIn(file)).toBe(told);
      }),
      { numRuns: 100 },
    );
  });

  it('keeps every note, however long', () => {
    fc.assert(
      fc.property(anyRelease, (release) => {
        const file = read(pxText(release));
        const note = file.text('NOTE', 'en');
        const notes = release.notes
          .map(({ en }) => en.replaceAll('"', "'").replace(/\p{Cc}/gu, ' '))
          .join(' ');
        const correction = release.correction === null ? '' : `(Corrected release: ${release.correction}) `;
        expect(note.startsWith(`${correction}${notes}`)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the parser of the tests refuses', () => {
  const good = pxText(readableRelease);
  it.each<[string, string, string]>([
    ['a number that is missing', '20 0.4 7.6', '20 7.6'],
    ['a nought written as nothing', '".." 25', ' 25'],
    [
      'a line that is too long',
      'SUBJECT-CODE="KUULTU"',
      `SUBJECT-CODE="KUULTU";\r\nNOTE="${'x'.repeat(260)}"`,
    ],
    ['an unknown keyword', 'AGGREGALLOWED', 'AGGREGATIONS'],
    ['keywords in another order', 'TABLEID="T2";\r\nDECIMALS=1;', 'DECIMALS=1;\r\nTABLEID="T2";'],
    ['a quotation mark in a text', 'Pohjoinen', 'Poh"joinen'],
    ['a space before the end', '"..";\r\n', '".." ;\r\n'],
    ['a value without a code', '"north",', ''],
    ['a language that is not listed', 'TITLE[sv]', 'TITLE[se]'],
    ['a text that is not in every language', 'TITLE[sv]="Erfarenheter, 2026-Q1";\r\n', ''],
    ['data by keys', 'DATA=', 'KEYS("Alue")=CODES;\r\nDATA='],
  ])('%s', (_, from, to) => {
    const last = good.lastIndexOf(from);
    const bad = `${good.slice(0, last)}${to}${good.slice(last + from.length)}`;
    expect(bad).not.toBe(good);
    expect(() => read(bad)).toThrow(PxFault);
  });
});

/** How many of all its numbers a file shows. */
function shownIn(file: PxFile): number {
  const variables = file.variables();
  const count = (chosen: Record<string, string>, [next, ...rest]: typeof variables): number =>
    next === undefined
      ? Number(file.number(chosen) !== null)
      : next.codes.reduce((sum, code) => sum + count({ ...chosen, [next.id]: code }, rest), 0);
  return count({}, variables);
}
