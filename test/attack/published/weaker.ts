import { monthsOf } from '../../../shared/domain/calendar/month.ts';
import type { Closed } from '../../../shared/domain/releases/closed.ts';
import type { Draft } from '../../../shared/domain/releases/compose.ts';
import { detailOf, type Detail } from '../../../shared/domain/releases/detail.ts';
import { figuresOf } from '../../../shared/domain/releases/figures.ts';
import { tooFewIn } from '../../../shared/domain/releases/too-few.ts';
import { placesOf } from '../../../shared/domain/tallies/places.ts';
import { other } from '../../../shared/domain/tallies/pooling.ts';
import { reportTables } from '../../../shared/domain/tallies/table.ts';
import { total, type ItemTally, type Tally } from '../../../shared/domain/tallies/tally.ts';
import type { Response } from '../../simulation/releases/deployment.ts';
import { keyOf } from './truth.ts';
import type { Publisher } from './year.ts';

/* Weaker ways to publish: what others do, or what ours would be without one of its rules. */

/** Publishes each cell by itself, whatever others say. */
const eachByItself =
  (tells: (tally: ItemTally, cell: Tally, item: string, closed: Closed) => Detail): Publisher['compose'] =>
  (closed): Draft[] =>
    reportTables
      .filter(({ id }) => id !== 'R1')
      .flatMap(({ id, title, dimensions }) => {
        const names = dimensions.filter((name) => name !== 'month');
        const cellsIn = (month?: string): Draft['cells'] =>
          closed.tallies
            .filter(
              ({ table, stratum }) => table === id && (month === undefined || stratum['month'] === month),
            )
            .flatMap((cell) =>
              Object.entries(cell.items).flatMap(([item, tally]) => {
                const detail = item.startsWith('(') ? 'none' : tells(tally, cell, item, closed);
                if (detail === 'none') return [];
                const codes = Object.fromEntries(names.map((name) => [name, cell.stratum[name] ?? other]));
                return [{ ...codes, item, ...figuresOf(tally, detail) }];
              }),
            );
        const draft = { table: id, title, dimensions: [...names, 'item'], labels: {}, notes: [] };
        return id === 'T4'
          ? monthsOf(closed.period).map((period) => ({ ...draft, period, cells: cellsIn(period) }))
          : [{ ...draft, period: closed.period, cells: cellsIn() }];
      });

/** Every stratum as it is: nothing is pooled. */
const unpooled: Publisher['closing'] = (closed, responses) => ({
  ...closed,
  tallies: rawTallies(closed, responses),
});

function rawTallies({ units }: Closed, responses: readonly Response[]): Tally[] {
  const placeOf = placesOf(units);
  type Counts = { from: number; counts: number[] };
  const tallies = new Map<string, Omit<Tally, 'items'> & { items: Record<string, Counts> }>();
  for (const { context, month, questionSet, answers } of responses)
    for (const { id: table, stratum: of } of reportTables) {
      const stratum = of({ context, place: placeOf(context.unit), month });
      const tally = tallies.get(keyOf(table, stratum)) ?? { table, stratum, items: {} };
      tallies.set(keyOf(table, stratum), tally);
      for (const { key, scale } of questionSet.questions) {
        const answer = answers[key];
        if (answer === undefined) continue;
        const counts = (tally.items[key] ??= {
          from: scale.from,
          counts: Array<number>(scale.to - scale.from + 1).fill(0),
        });
        counts.counts[answer - scale.from] = (counts.counts[answer - scale.from] ?? 0) + 1;
      }
    }
  return [...tallies.values()];
}

/** Every cell from five answers on, in full; smaller ones are left out. */
export const plainThreshold: Partial<Publisher> = {
  closing: unpooled,
  compose: eachByItself(({ counts }) => (total(counts) < 5 ? 'none' : 'full')),
};

/** What is small is pooled, and what rests on too few people is left out; but nothing is held back for its sake. */
export const primaryOnly: Partial<Publisher> = {
  compose: eachByItself((tally, { table, stratum }, item, { tooFew, least }) =>
    detailOf(tally, tooFew.in({ table, stratum, item }), least),
  ),
};

/** Mean and groups from five answers on: no bands. */
export const withoutBands: Partial<Publisher> = {
  compose: eachByItself(({ counts }) => (total(counts) < 20 ? 'groups' : 'full')),
};

/** By the number of answers alone, whether they agree or not. */
export const withoutUniformity: Partial<Publisher> = {
  compose: eachByItself(({ counts }) => {
    const responses = total(counts);
    return responses < 10 ? 'band' : responses < 20 ? 'groups' : 'full';
  }),
};

/** People are counted by the tickets that they got about a stratum, and not by all that they could use there. */
export const withoutReach: Partial<Publisher> = {
  closing: (closed) => ({
    ...closed,
    tooFew: tooFewIn(
      closed.period,
      [closed.period],
      new Map([
        [closed.period, closed.invited.flat().map((one) => ({ ...one, reach: unreached(one.reach) }))],
      ]),
    ),
  }),
};

const unreached = (reach: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.keys(reach).map((item) => [item, 1]));

/** Answers are counted, and not people. */
export const withoutLargest: Partial<Publisher> = {
  closing: (closed) => ({ ...closed, tooFew: { in: () => 0, around: () => 0 } }),
};
