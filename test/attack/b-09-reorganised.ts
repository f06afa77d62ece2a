import { composeReleases } from '../../shared/domain/releases/compose.ts';
import { earlierSchema } from '../../shared/domain/releases/release.ts';
import type { Solve } from '../../shared/domain/disclosure/linear-program.ts';
import * as z from 'zod';
import { loadSolver } from '../../shared/adapters/linear-programs.ts';
import { attackOnFigures, type Outcome } from './attack.ts';
import { narrowCounts, never, together, type Found } from './published/held-back.ts';
import { knowledgeOf } from './published/knowledge.ts';
import { readCells, textIn } from './published/reading.ts';
import { moveToNextRegion } from './published/reorganised.ts';
import { keyOf, scalesIn } from './published/truth.ts';
import {
  closedWith,
  firstQuarter,
  publishedYear,
  released,
  responsesOf,
  unitsOf,
  type PublishedQuarter,
} from './published/year.ts';
import { withMoreAsks } from './published/editions.ts';
import type { Unit } from '../../shared/domain/unit.ts';
import type { Size } from './world/world.ts';

/*
 * Units belong to regions, organisations, services and ways of provision at once, and to others a year later. Units move
 * to another region after their quarter was published; then the quarter is corrected. If the correction counted a unit where
 * it is now, regions would differ by just this unit. And each release repeats figures of earlier ones.
 */
type View = {
  /** The same quarter by each structure by which it was published. */
  readonly editions: readonly PublishedQuarter[];
  /** A year whose releases stand beside each other. */
  readonly year: readonly PublishedQuarter[];
  readonly solve: Solve;
};

/** Figures of an earlier period that stand beside one, and were not told so when that period came out. */
function notToldThen(year: readonly PublishedQuarter[]): Found {
  const told = new Set(
    year.flatMap(({ releases }) =>
      releases.flatMap((release) =>
        readCells([release]).map(({ key, item, figures: { responses, mean, meanBand, index } }) =>
          JSON.stringify([release.period, withoutMonth(key), item, responses, mean, meanBand, index]),
        ),
      ),
    ),
  );
  const besides = year
    .flatMap(({ releases }) => releases)
    .filter(({ table }) => table.startsWith('T'))
    .flatMap(({ table, dimensions, cells }) =>
      cells.flatMap((cell) => {
        const codes = dimensions.filter((name) => name !== 'item').map((name) => [name, textIn(cell, name)]);
        return z
          .array(earlierSchema)
          .parse(cell['earlier'])
          .map(({ period, responses, mean, meanBand, index }) =>
            JSON.stringify([
              ...[period, keyOf(table, z.record(z.string(), z.string()).parse(Object.fromEntries(codes)))],
              ...[cell['item'], responses, mean, meanBand, index],
            ]),
          );
      }),
    );
  const examples = besides.filter((one) => !told.has(one));
  return { of: besides.length, found: examples.length, examples };
}

const withoutMonth = (key: string): string => key.replace(/\["month","[^"]*"\],/, '');

function attempt({ editions, year, solve }: View): Outcome {
  const [first] = editions;
  if (first === undefined) throw new Error('nothing was published');
  const known = [...scalesIn(first).keys()].map((item) => knowledgeOf(editions, item));
  const counts = known.map((one) => narrowCounts(one, solve));
  const found = {
    'counts of units by what they were and are': together(
      counts.flatMap(({ named, pooled }) => [named, pooled]),
    ),
    'earlier figures that were not told then': notToldThen(year),
  };
  return {
    tries: Object.entries(found).map(([name, one]) => never(name, one)),
    remarks: [
      `${found['earlier figures that were not told then'].of} figures of earlier periods stand beside others`,
      ...Object.values(found).flatMap(({ examples }) => examples.slice(0, 3)),
    ],
  };
}

/** Units as they are after each of the smallest three has moved, one after another. */
function afterMoves(units: readonly Unit[]): (readonly Unit[])[] {
  const moves: (readonly Unit[])[] = [];
  let current = units;
  for (let move = 0; move < 3; move += 1) {
    const [moved, ...others] = moveToNextRegion(current);
    current = moved === undefined ? others : [...others, moved];
    moves.push(current);
  }
  return moves;
}

/** A quarter that is corrected each time a small unit of it has moved. @param isRecomputed whether it is counted anew then */
const correctedAfterMove =
  (isRecomputed: boolean) =>
  async (size: Size['name']): Promise<View> => {
    const solve = await loadSolver();
    const before = unitsOf(size);
    const responses = responsesOf(size, firstQuarter, before);
    const sizeOf = (id: string): number => responses.filter(({ context }) => context.unit === id).length;
    const after = afterMoves(before.toSorted((a, b) => sizeOf(a.id) - sizeOf(b.id)));
    const closed = closedWith(size, firstQuarter, { units: before, responses });
    const publish = (...editions: Parameters<typeof released>[1]['editions']): PublishedQuarter =>
      released(firstQuarter, { responses, editions }, (edition) => composeReleases(edition, solve));
    const editions = isRecomputed
      ? [
          publish(closed),
          ...after.map((units) => publish(closedWith(size, firstQuarter, { units, responses }))),
        ]
      : [publish(closed, ...after.map((units) => ({ ...withMoreAsks(closed), units })))];
    return { editions, year: isRecomputed ? editions : (await publishedYear(size)).quarters, solve };
  };

export const reorganisedUnits = attackOnFigures<View>({
  id: 'B-09',
  adversary: 'has all releases and corrections of a year, and knows where units belonged and belong',
  tries: 'to work out a unit from regions, organisations and services that overlap, or have changed',
  view: correctedAfterMove(false),
  attempt,
  weakened: [
    {
      name: 'a correction counts units where they are by then (weaker function)',
      view: correctedAfterMove(true),
    },
  ],
});
