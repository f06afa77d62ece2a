import { bandOf } from '../../../shared/domain/releases/band.ts';
import type { Figures } from '../../../shared/domain/releases/figures.ts';
import { total } from '../../../shared/domain/tallies/tally.ts';
import { groupsOf } from './programs.ts';

/** The lowest step of a scale, and how many steps there are. */
export type Steps = { readonly from: number; readonly steps: number };

/** Steps next to each other that so many chose together. */
type Block = { readonly layers: readonly number[]; readonly count: number };

/**
 * Every answer that one of those can have given of whom nothing is known but what is published, in any of all ways in which
 * the answers of a cell can fall. All ways are looked at: within a block each score between all lowest and all highest
 * occurs, so that one of them fits if and only if its score does.
 *
 * @param known answers of people in the cell, as layers from 0
 */
export function possibleAnswers(
  figures: Figures,
  scale: Steps,
  known: readonly number[],
): ReadonlySet<number> {
  const blocks = blocksOf(figures, scale).map(({ layers, count }) => ({
    layers,
    count: count - known.filter((layer) => layers.includes(layer)).length,
  }));
  if (blocks.some(({ count }) => count < 0)) throw new Error('what is known of oneself is not true');
  const layers = Array.from({ length: scale.steps }, (_, layer) => layer);
  return new Set(
    layers.filter((layer) => {
      const rest = blocks.map((block) =>
        block.layers.includes(layer) ? { ...block, count: block.count - 1 } : block,
      );
      return rest.every(({ count }) => count >= 0) && fits(figures, scale, rest, total([...known, layer]));
    }),
  );
}

function blocksOf({ responses, distribution, groups }: Figures, { steps }: Steps): Block[] {
  const layers = Array.from({ length: steps }, (_, layer) => layer);
  if (distribution !== null) return distribution.map((count, layer) => ({ layers: [layer], count }));
  if (groups === null) return [{ layers, count: responses }];
  return groupsOf(layers).map((within, index) => ({ layers: within, count: groups[index] ?? 0 }));
}

/** Whether some way to fill the blocks has a mean as it is published. */
function fits(figures: Figures, scale: Steps, blocks: readonly Block[], known: number): boolean {
  const ends = (pick: (...layers: number[]) => number): number =>
    known + blocks.reduce((sum, { layers, count }) => sum + (count > 0 ? count * pick(...layers) : 0), 0);
  const highest = ends(Math.max);
  for (let score = ends(Math.min); score <= highest; score += 1)
    if (isAsTold(figures, scale, scale.from + score / figures.responses)) return true;
  return false;
}

function isAsTold({ mean, meanBand }: Figures, { from, steps }: Steps, is: number): boolean {
  if (mean !== null) return Math.round(is * 10) / 10 === mean;
  if (meanBand === null) return true;
  const band = bandOf(is, { from, counts: Array<number>(steps).fill(0) });
  return band.from === meanBand.from && band.to === meanBand.to;
}

/** Every pair of answers, and every single one, that people in a cell can have given: what up to two of them know. */
export function knownByUpToTwo(counts: readonly number[]): number[][] {
  const given = [...counts.keys()].filter((layer) => (counts[layer] ?? 0) > 0);
  const pairs = given.flatMap((one) =>
    given
      .filter((other) => other > one || (other === one && (counts[one] ?? 0) > 1))
      .map((other) => [one, other]),
  );
  return [...given.map((one) => [one]), ...pairs];
}
