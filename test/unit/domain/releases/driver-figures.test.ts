/**
 * Shows that the figures of a driver are those of textbooks: correlations are reckoned again from the answers themselves, not
 * from sums, and the interval is held to worked examples of Fisher's z.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { driverFigures } from '../../../../shared/domain/releases/driver-figures.ts';
import type { Driver } from '../../../../shared/domain/tallies/drivers.ts';

type Pair = readonly [x: number, y: number];

function driverOf(pairs: readonly Pair[]): Driver {
  const sum = (of: (pair: Pair) => number): number => pairs.reduce((all, pair) => all + of(pair), 0);
  return {
    ...{ region: 'north', item: 'heard', recommendation: 'recommend', responses: pairs.length },
    sums: {
      ...{ x: sum(([x]) => x), y: sum(([, y]) => y), xy: sum(([x, y]) => x * y) },
      ...{ xx: sum(([x]) => x * x), yy: sum(([, y]) => y * y) },
    },
  };
}

/** By the definition: how far both lie from their means together. */
function plainCorrelation(pairs: readonly Pair[]): number {
  const mean = (of: (pair: Pair) => number): number =>
    pairs.reduce((all, pair) => all + of(pair), 0) / pairs.length;
  const [x, y] = [mean(([each]) => each), mean(([, each]) => each)];
  const covariance = mean((pair) => (pair[0] - x) * (pair[1] - y));
  return covariance / Math.sqrt(mean((pair) => (pair[0] - x) ** 2) * mean((pair) => (pair[1] - y) ** 2));
}

const repeated = (times: number, ...pairs: Pair[]): Pair[] =>
  Array.from({ length: times }, () => pairs).flat();

describe('a driver', () => {
  it('that goes all the way together is 1, and with nothing left open', () => {
    expect(driverFigures(driverOf(repeated(10, [5, 10], [1, 2])))).toEqual({
      ...{ responses: 20, correlation: 1, correlationInterval: { from: 1, to: 1 } },
    });
    expect(driverFigures(driverOf(repeated(10, [5, 2], [1, 10])))).toMatchObject({
      ...{ correlation: -1, correlationInterval: { from: -1, to: -1 } },
    });
  });

  it('of answers that do not go together is 0 within a wide interval', () => {
    // n = 28: tanh(1.96 / 5) = 0.373.
    const figures = driverFigures(driverOf(repeated(7, [1, 0], [1, 10], [5, 0], [5, 10])));
    expect(figures).toEqual({
      ...{ responses: 25, correlation: 0, correlationInterval: { from: -0.4, to: 0.4 } },
    });
    // Told apart from minus zero, which would be printed with its sign.
    expect(Object.is(figures?.correlation, 0)).toBe(true);
  });

  it('has the interval of a worked example', () => {
    // Two of three agree: r = 1/3, z = 0.347 ± 1.96 / 9 is from 0.129 to 0.564, and r so from 0.128 to 0.511.
    const pairs = [...repeated(28, [1, 1], [2, 2]), ...repeated(14, [1, 2], [2, 1])];
    expect(driverFigures(driverOf(pairs))).toEqual({
      ...{ responses: 80, correlation: 0.3, correlationInterval: { from: 0.1, to: 0.6 } },
    });
  });

  it('is not told where all answered alike, on either side', () => {
    expect(driverFigures(driverOf(repeated(30, [5, 10])))).toBeUndefined();
    expect(driverFigures(driverOf(repeated(10, [5, 10], [5, 1])))).toBeUndefined();
    expect(driverFigures(driverOf(repeated(10, [5, 10], [1, 10])))).toBeUndefined();
  });

  it('tells how many answered to the nearest five below', () => {
    const of = (count: number): number | undefined =>
      driverFigures(driverOf([...repeated(count - 1, [5, 10]), [1, 2]]))?.responses;
    expect([20, 24, 25, 29, 104].map(of)).toEqual([20, 20, 25, 25, 100]);
  });

  it('is, for any answers, what the definition says', () => {
    const anyPair = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 10 }));
    let told = 0;
    fc.assert(
      fc.property(fc.array(anyPair, { minLength: 20, maxLength: 60, size: 'max' }), (pairs) => {
        const figures = driverFigures(driverOf(pairs));
        if (figures === undefined) return;
        told += 1;
        const plain = plainCorrelation(pairs);
        expect(Math.abs(figures.correlation - plain)).toBeLessThanOrEqual(0.05 + 1e-9);
        const { from, to } = figures.correlationInterval;
        expect(from).toBeLessThanOrEqual(plain);
        expect(to).toBeGreaterThanOrEqual(plain);
        expect(from).toBeGreaterThanOrEqual(-1);
        expect(to).toBeLessThanOrEqual(1);
      }),
    );
    expect(told).toBeGreaterThan(90);
  });
});
