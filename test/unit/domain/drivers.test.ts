/**
 * Drivers are sums that give the same correlation as the answers themselves, of regions where enough have answered both
 * questions; and no driver, taken away from the tallies, leaves a few people who answered one question only.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { driverResponsesMin, driverSchema, type Driver } from '../../../shared/domain/tallies/drivers.ts';
import { alike, anyDeployment, anyForms, tallied, type Filled } from '../../support/filled-forms.ts';

const driversOf = (forms: readonly Filled[]): readonly Driver[] => tallied(forms).drivers;

/** Pearson's coefficient as a driver's sums give it. */
function correlationIn({ responses: n, sums: { x, y, xy, xx, yy } }: Driver): number {
  return (n * xy - x * y) / Math.sqrt((n * xx - x * x) * (n * yy - y * y));
}

/** The same from the answers, straight from the definition. */
function naiveCorrelation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(pairs.map(([x]) => x)), mean(pairs.map(([, y]) => y))];
  const covariance = mean(pairs.map(([x, y]) => (x - meanX) * (y - meanY)));
  const spread = (values: readonly number[], middle: number): number =>
    Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
  return (
    covariance /
    spread(
      pairs.map(([x]) => x),
      meanX,
    ) /
    spread(
      pairs.map(([, y]) => y),
      meanY,
    )
  );
}

const pairsIn = (forms: readonly Filled[], region: string, item: string): (readonly [number, number])[] =>
  forms.flatMap(({ asked, answers: { [item]: x, recommend: y } }) =>
    asked.place.region === region && x !== undefined && y !== undefined ? [[x, y] as const] : [],
  );

const both = { heard: 4, recommend: 9 };

describe('a driver', () => {
  it('gives the correlation of the answers', () => {
    const pair = fc.record({
      heard: fc.integer({ min: 1, max: 5 }),
      recommend: fc.integer({ min: 0, max: 10 }),
    });
    fc.assert(
      fc.property(fc.array(pair, { minLength: 20, maxLength: 60 }), (given) => {
        const forms = given.flatMap((answers) => alike(1, { answers }));
        const [driver] = driversOf(forms);
        if (driver === undefined) throw new Error('twenty answers make a driver');
        const pairs = pairsIn(forms, 'north', 'heard');
        expect(driver).toMatchObject({ region: 'north', item: 'heard', recommendation: 'recommend' });
        expect(driver.responses).toBe(pairs.length);
        const naive = naiveCorrelation(pairs);
        // Where all answer alike, there is no coefficient: both are no number, or nearly divide by zero.
        if (Math.abs(naive) <= 1.000001) expect(correlationIn(driver)).toBeCloseTo(naive, 6);
      }),
    );
  });

  it('is of at least twenty who answered both questions', () => {
    expect(driversOf(alike(19, { answers: both }))).toEqual([]);
    expect(driversOf(alike(20, { answers: both }))).toEqual([
      {
        region: 'north',
        item: 'heard',
        recommendation: 'recommend',
        responses: 20,
        sums: { x: 80, y: 180, xy: 720, xx: 320, yy: 1620 },
      },
    ]);
  });

  it('is of a statement: neither well-being nor faces say what one thinks of the service', () => {
    const answers = { ...both, wellbeing: 7 };
    expect(driversOf(alike(20, { answers })).map(({ item }) => item)).toEqual(['heard']);
    expect(driversOf(alike(30, { form: 'child', answers: { 'heard-faces': 4 } }))).toEqual([]);
  });

  it('adds up the forms that ask both questions', () => {
    const forms = [...alike(12, { answers: both }), ...alike(11, { form: 'young-person', answers: both })];
    expect(driversOf(forms)).toMatchObject([{ item: 'heard', responses: 23 }]);
  });

  it('can be read back as it was stored', () => {
    const [stored] = driversOf(alike(20, { answers: both }));
    expect(driverSchema.parse(stored)).toEqual(stored);
  });
});

describe('a driver is left out', () => {
  const enough = alike(25, { answers: both });

  it.each([
    ['some answered the statement only', alike(4, { answers: { heard: 1 } })],
    ['one answered the recommendation only', alike(1, { answers: { recommend: 0 } })],
    ['few were asked the statement only', alike(3, { form: 'meeting', answers: { heard: 1 } })],
  ])('where %s: they are the tally less the driver', (_, others) => {
    expect(driversOf([...enough, ...others])).toEqual([]);
  });

  it('where a few of one form left out an answer, though many of another did', () => {
    const manyOfFamilies = alike(10, { answers: { recommend: 3 } });
    const fewYoung = [
      ...alike(8, { form: 'young-person', answers: both }),
      ...alike(2, { form: 'young-person', answers: { recommend: 1 } }),
    ];
    expect(driversOf([...enough, ...manyOfFamilies])).toHaveLength(1);
    expect(driversOf([...enough, ...manyOfFamilies, ...fewYoung])).toEqual([]);
  });

  it('where the region has the name of what is told together', () => {
    const place = { region: '(other)', organisation: 'county' };
    expect(
      driversOf([...alike(25, { place, answers: both }), ...alike(2, { unit: 'u-1', answers: both })]),
    ).toEqual([]);
  });

  it('where the region is told together with a smaller one: that would be the sum less the driver', () => {
    const south = { region: 'south', organisation: 'county' };
    const other = alike(3, { unit: 'u-1', place: south, answers: both });
    expect(driversOf([...enough, ...other])).toEqual([]);
    const more = alike(5, { unit: 'u-1', place: south, answers: both });
    expect(driversOf([...enough, ...more])).toMatchObject([{ region: 'north', responses: 25 }]);
  });
});

it('no driver stands for fewer than twenty, or leaves one to four, whatever is answered', () => {
  let seen = 0;
  const anything = anyDeployment(4).chain((deployment) => anyForms(deployment, 30));
  fc.assert(
    fc.property(anything, (forms) => {
      for (const { region, item, responses } of driversOf(forms)) {
        seen += 1;
        expect(responses).toBeGreaterThanOrEqual(driverResponsesMin);
        expect(responses).toBe(pairsIn(forms, region, item).length);
        for (const key of [item, 'recommend']) {
          const all = forms.filter(
            ({ asked, answers }) => asked.place.region === region && answers[key] !== undefined,
          );
          const left = all.length - responses;
          expect(left === 0 || left >= 5).toBe(true);
        }
      }
    }),
  );
  expect(seen).toBeGreaterThan(0);
});
