import type { Solve } from '../disclosure/linear-program.ts';
import { forms } from '../tallies/tallying.ts';
import type { Closed } from './closed.ts';
import { detailOf, tellsAtLeast, type Detail } from './detail.ts';
import { figuresSchema } from './figures.ts';
import { auditItem, protectItem, type Candidate } from './protection/protect-item.ts';
import type { CountedCell } from './protection/counted-cell.ts';
import { codeIn, type Release } from './release.ts';

/** A cell of one question, and how much of it is told. */
export type ToldCell = CountedCell & { readonly item: string; readonly detail: Exclude<Detail, 'none'> };

/**
 * What may be told of every cell of every table, side by side with all others and with what was told before. Each question is
 * looked at by itself: its answers are counted apart, and nothing adds up across questions.
 *
 * @throws where the last look finds something that could be worked out
 */
export function toldCells(closed: Closed, solve: Solve): ToldCell[] {
  const { structure, least } = closed;
  const already = alreadyTold(closed.already);
  return itemsOf(closed).flatMap((item) => {
    const candidates = candidatesOf(closed, item, already);
    const options = { structure, least, solve };
    const told = protectItem(candidates, options);
    if (auditItem(candidates, told, options).length > 0)
      throw new Error(
        `figures of ${closed.period} about "${item}" could be subtracted: nothing is published`,
      );
    return candidates.flatMap(({ table, stratum, tally }, index) => {
      const detail = told[index] ?? 'none';
      return detail === 'none' ? [] : [{ table, stratum, tally, item, detail }];
    });
  });
}

const itemsOf = ({ tallies }: Closed): string[] =>
  [...new Set(tallies.flatMap(({ items }) => Object.keys(items)))]
    .filter((item) => item !== forms)
    .toSorted();

function candidatesOf(
  { tallies, tooFew, least }: Closed,
  item: string,
  already: ReadonlyMap<string, Detail>,
): Candidate[] {
  // Where several ways lose equally much, the order decides: it is that of the names, however the tallies come.
  const named = tallies.map((tally) => [nameOf(tally.table, tally.stratum), tally] as const);
  const ordered = named.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, tally]) => tally);
  return ordered.flatMap(({ table, stratum, items }): Candidate[] => {
    const tally = items[item];
    // What is told by channel adds nothing to a question: it is there for the response rate.
    if (tally === undefined || table === 'R1') return [];
    const place = { table, stratum, item };
    return [
      {
        table,
        stratum,
        tally,
        detail: detailOf(tally, tooFew.in(place), least),
        tooFewAround: tooFew.around(place),
        already: already.get(nameOf(table, { ...stratum, item })) ?? 'none',
      },
    ];
  });
}

/** How much each cell of earlier revisions tells. */
function alreadyTold(releases: readonly Release[]): Map<string, Detail> {
  const told = new Map<string, Detail>();
  for (const { table, period, dimensions, cells } of releases) {
    for (const cell of cells) {
      const figures = figuresSchema.safeParse(cell);
      if (!figures.success) continue;
      const coordinates = Object.fromEntries(dimensions.map((name) => [name, codeIn(cell, name)]));
      const name = nameOf(table, table === 'T4' ? { ...coordinates, month: period } : coordinates);
      const detail = detailIn(figures.data);
      if (!tellsAtLeast(told.get(name) ?? 'none', detail)) told.set(name, detail);
    }
  }
  return told;
}

const detailIn = ({ distribution, groups }: { distribution: unknown; groups: unknown }): Detail => {
  if (distribution !== null) return 'full';
  return groups === null ? 'band' : 'groups';
};

const nameOf = (table: string, coordinates: Readonly<Record<string, string>>): string =>
  JSON.stringify([table, ...Object.entries(coordinates).toSorted(([a], [b]) => (a < b ? -1 : 1))]);
