/** Releases for tests: one to read, generated ones of every table, and what numbers their cells tell. */
import fc from 'fast-check';
import type { Cell, Earlier, Range, Release, ReleaseId } from '../../shared/domain/releases/release.ts';
import type { Text } from '../../shared/domain/vocabulary.ts';

const same = (text: string): Text => ({ fi: text, sv: text, en: text });

/** By region and role: one cell with all figures, one with a band, and one of a pool. */
export const readableRelease: Release = {
  table: 'T2',
  period: '2026-Q1',
  revision: 1,
  releasedOn: '2026-04-01',
  correction: null,
  title: { fi: 'Kokemukset', sv: 'Erfarenheter', en: 'Experiences' },
  dimensions: ['region', 'role', 'item'],
  labels: {
    region: { north: { fi: 'Pohjoinen', sv: 'Norra', en: 'North' }, '(other)': same('muut') },
    role: {
      child: { fi: 'lapsi', sv: 'barn', en: 'child' },
      parent: { fi: 'vanhempi', sv: 'förälder', en: 'parent' },
    },
    item: {
      heard: { fi: 'Minua kuunneltiin.', sv: 'Man lyssnade på mig.', en: 'I was listened to.' },
      recommend: { fi: 'Suosittelisitko?', sv: 'Skulle du rekommendera?', en: 'Would you recommend?' },
    },
  },
  notes: [{ fi: 'Huomaa.', sv: 'Märk.', en: 'Note.' }],
  cells: [
    {
      ...{ region: 'north', role: 'parent', item: 'recommend', responses: 20, responseRate: 0.4 },
      ...{ distribution: [0, 1, 0, 0, 1, 2, 0, 3, 4, 5, 4], groups: [4, 7, 9], mean: 7.6, meanBand: null },
      ...{ index: 25, indexInterval: { from: -10, to: 60 }, earlier: [] },
    },
    {
      ...{ region: '(other)', role: 'child', item: 'heard', responses: 6, responseRate: null },
      ...{ distribution: null, groups: null, mean: null, meanBand: { from: 3.5, to: 4 } },
      ...{ index: null, indexInterval: null, earlier: [] },
    },
  ],
};

/** The dimensions of every table that has numbers. */
const dimensionsByTable: Readonly<Record<Exclude<ReleaseId, 'C1'>, readonly string[]>> = {
  T1: ['region', 'unit', 'item'],
  T2: ['region', 'role', 'item'],
  T3: ['region', 'stage', 'voluntary', 'item'],
  T4: ['organisation', 'item'],
  T5: ['service', 'item'],
  T6: ['provision', 'item'],
  T7: ['region', 'ageBand', 'item'],
  T8: ['region', 'language', 'item'],
  R1: ['region', 'channel'],
  D1: ['region', 'recommendation', 'item'],
};
export const numberTables = Object.keys(dimensionsByTable) as (keyof typeof dimensionsByTable)[];

/** What an administrator may write as the name of a place, at worst. */
const anyName = (lengthMost: number): fc.Arbitrary<string> =>
  fc
    .oneof(
      { weight: 3, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: lengthMost }) },
      fc.constantFrom(
        '=1+2',
        '-',
        '@x',
        'a;b',
        'a"b',
        '"',
        "'",
        'a\r\nb',
        'constructor',
        '\u0007',
        '#',
        'Ánarâš',
        '..',
        '0',
      ),
    )
    .map((text) => text.trim())
    .filter((text) => text !== '' && text !== '__proto__');

/** PX files can't hold quotation marks or control characters, so codes that differ in nothing else would be the same there. */
const inPx = (code: string): string => code.replaceAll('"', "'").replace(/\p{Cc}/gu, ' ');
export const pxCode = (code: string): string => (inPx(code).trim() === '' ? '-' : inPx(code));

const codes: Readonly<Partial<Record<string, fc.Arbitrary<string>>>> = {
  unit: fc.stringMatching(/^[0-9A-Za-z][0-9A-Za-z.:_-]{0,99}$/),
  role: fc.constantFrom('parent', 'child', 'guardian', 'county-worker'),
  stage: fc.constantFrom('service.ended', 'plan-meeting.held'),
  voluntary: fc.constantFrom('true', 'false', 'unknown'),
  service: fc.constantFrom('10', '2', '31', 'unknown'),
  provision: fc.constantFrom('own', 'purchased', 'unknown'),
  ageBand: fc.constantFrom('0-6', '7-12', '13-17', '18+'),
  language: fc.constantFrom('fi', 'sv', 'en', 'so'),
  channel: fc.constantFrom('mail', 'meeting'),
  item: fc.constantFrom('heard', 'goals-met', 'recommend', 'wellbeing', 'new-one'),
  recommendation: fc.constant('recommend'),
};
const placeName = anyName(80);

const coordinates = (dimensions: readonly string[]): fc.Arbitrary<Record<string, string>[]> =>
  fc
    .tuple(
      ...dimensions.map((dimension) =>
        fc.uniqueArray(
          fc.oneof({ weight: 5, arbitrary: codes[dimension] ?? placeName }, fc.constant('(other)')),
          { minLength: 1, maxLength: 3, selector: pxCode },
        ),
      ),
    )
    .chain((known) =>
      fc.uniqueArray(
        fc.record(
          Object.fromEntries(
            dimensions.map((dimension, index) => [dimension, fc.constantFrom(...(known[index] ?? []))]),
          ),
        ),
        { maxLength: 6, selector: (cell) => JSON.stringify(dimensions.map((dimension) => cell[dimension])) },
      ),
    );

const tenth = (from: number, to: number): fc.Arbitrary<number> =>
  fc.integer({ min: from * 10, max: to * 10 }).map((tenths) => tenths / 10);
const interval = (ends: fc.Arbitrary<number>): fc.Arbitrary<Range> =>
  fc.tuple(ends, ends).map(([one, other]) => ({ from: Math.min(one, other), to: Math.max(one, other) }));
const count = fc.nat({ max: 100_000 });
const point = fc.integer({ min: -20, max: 20 }).map((fives) => fives * 5);

const figuresWithRate: fc.Arbitrary<Cell> = fc.constantFrom(5, 10, 11).chain((steps) =>
  fc.record({
    responses: count,
    responseRate: fc.option(tenth(0, 0.9)),
    distribution: fc.option(fc.array(count, { minLength: steps, maxLength: steps })),
    groups: fc.option(fc.tuple(count, count, count)),
    mean: fc.option(tenth(0, 10)),
    meanBand: fc.option(interval(tenth(0, 10))),
    index: fc.option(point),
    indexInterval: fc.option(interval(point)),
    earlier: fc.constant<Earlier[]>([]),
  }),
);
const withoutRate = figuresWithRate.map((cell): Cell => ({ ...cell, responseRate: null }));
const figures: Readonly<Partial<Record<ReleaseId, fc.Arbitrary<Cell>>>> = {
  T2: figuresWithRate,
  T3: figuresWithRate,
  R1: fc.record({ responseRate: fc.option(tenth(0, 0.9)) }),
  D1: fc.record({ responses: count, correlation: tenth(-1, 1), correlationInterval: interval(tenth(-1, 1)) }),
};

/** A release of a table, with any names in it, and perhaps nothing. */
export const releaseOf = (table: keyof typeof dimensionsByTable): fc.Arbitrary<Release> => {
  const dimensions = dimensionsByTable[table];
  const text = fc.record({ fi: anyName(120), sv: anyName(120), en: anyName(120) });
  return fc
    .record({
      period: fc.constantFrom('2026-Q1', '2027-Q4', '2026-03', '2026-12'),
      revision: fc.integer({ min: 1, max: 3 }),
      releasedOn: fc.constantFrom('2026-04-01', '2027-12-31'),
      correction: fc.constantFrom(null, 'A unit was counted twice.'),
      title: fc.record({ fi: anyName(120), sv: anyName(120), en: anyName(120) }),
      notes: fc.array(fc.record({ fi: anyName(900), sv: anyName(900), en: anyName(900) }), { maxLength: 2 }),
      places: coordinates(dimensions),
      names: fc.array(text, { minLength: 6, maxLength: 6 }),
      cells: fc.array(figures[table] ?? withoutRate, { minLength: 6, maxLength: 6 }),
    })
    .map(({ places, names, cells, ...release }) => ({
      ...release,
      table,
      dimensions: [...dimensions],
      // Some codes have a label, some have the same, and some have none.
      labels: Object.fromEntries(
        dimensions.map((dimension) => [
          dimension,
          Object.fromEntries(
            places.flatMap((place, index) => {
              const name = names[index % 4];
              return index % 3 === 2 || name === undefined ? [] : [[place[dimension] ?? '', name] as const];
            }),
          ),
        ]),
      ),
      cells: places.map((place, index) => ({ ...place, ...cells[index] })),
    }));
};

export const anyRelease: fc.Arbitrary<Release> = fc.constantFrom(...numberTables).chain(releaseOf);

/** Every number that a cell tells, by the name of its measure. */
export function numbersIn(cell: Cell): Map<string, number> {
  const numbers: [string, unknown][] = [];
  for (const name of ['responses', 'responseRate', 'mean', 'index', 'correlation'])
    numbers.push([name, cell[name]]);
  const intervals = [
    ['mean', cell['meanBand']],
    ['index', cell['indexInterval']],
    ['correlation', cell['correlationInterval']],
  ] as const;
  for (const [name, ends] of intervals) {
    const range = ends as Range | null | undefined;
    numbers.push([`${name}From`, range?.from], [`${name}To`, range?.to]);
  }
  const [groups, distribution] = [cell['groups'], cell['distribution']] as (number[] | null | undefined)[];
  ['low', 'middle', 'high'].forEach((name, index) => numbers.push([name, groups?.[index]]));
  const from = distribution?.length === 11 ? 0 : 1;
  distribution?.forEach((answers, index) => numbers.push([`answer${from + index}`, answers]));
  return new Map(numbers.filter((pair): pair is [string, number] => typeof pair[1] === 'number'));
}

/** The coordinates of a cell, as text. */
export const placeOf = ({ dimensions }: Release, cell: Cell): Record<string, string> =>
  Object.fromEntries(dimensions.map((dimension) => [dimension, cell[dimension] as string]));
