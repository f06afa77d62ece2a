/**
 * How the adversaries of B-04 and B-05 rebuild the answers of a cell: the closed form agrees with trying out every way in
 * which answers can fall, for cells as they are published in all three levels of detail, with none, one or two answers known.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownByUpToTwo, possibleAnswers } from '../../attack/published/answers.ts';
import { figuresOf, type Figures } from '../../../shared/domain/releases/figures.ts';

/** Every way in which so many answers can fall on so many steps. */
function* allWays(responses: number, steps: number): Generator<number[]> {
  if (steps === 1) {
    yield [responses];
    return;
  }
  for (let first = 0; first <= responses; first += 1)
    for (const rest of allWays(responses - first, steps - 1)) yield [first, ...rest];
}

/** By trial: what others can have answered in any way that would have been published alike. */
function byTrial(figures: Figures, from: number, steps: number, known: readonly number[]): Set<number> {
  const detail = figures.distribution ? 'full' : figures.groups ? 'groups' : 'band';
  const possible = new Set<number>();
  for (const counts of allWays(figures.responses, steps)) {
    if (JSON.stringify(figuresOf({ from, counts }, detail)) !== JSON.stringify(figures)) continue;
    const others = counts.map((count, layer) => count - known.filter((one) => one === layer).length);
    if (others.some((count) => count < 0)) continue;
    for (const [layer, count] of others.entries()) if (count > 0) possible.add(layer);
  }
  return possible;
}

const cell = fc.record({
  detail: fc.constantFrom('band', 'groups', 'full'),
  from: fc.constantFrom(0, 1),
  counts: fc
    .array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 })
    .filter((counts) => counts.reduce((sum, count) => sum + count, 0) >= 5),
});

describe('the answers that somebody can have given', () => {
  it('are those that trying out all ways finds', () => {
    fc.assert(
      fc.property(cell, fc.nat(), ({ detail, from, counts }, nth) => {
        const figures = figuresOf({ from, counts }, detail);
        const choices = [[], ...knownByUpToTwo(counts)];
        const known = choices[nth % choices.length] ?? [];
        expect(possibleAnswers(figures, { from, steps: 5 }, known)).toEqual(byTrial(figures, from, 5, known));
      }),
      { numRuns: 150, seed: 5 },
    );
  });

  it('are one only, where a mean is at the end of the scale', () => {
    const figures = figuresOf({ from: 1, counts: [0, 0, 0, 0, 7] }, 'groups');
    expect(possibleAnswers(figures, { from: 1, steps: 5 }, [])).toEqual(new Set([4]));
  });
});

it('two of a cell can know any two answers that were given there, and one any of them', () => {
  expect(knownByUpToTwo([1, 0, 2])).toEqual([[0], [2], [0, 2], [2, 2]]);
});
