import { figuresSchema, type Figures } from '../../../shared/domain/releases/figures.ts';
import type { Cell, Release } from '../../../shared/domain/releases/release.ts';
import * as z from 'zod';
import { keyOf } from './truth.ts';

/** What is told of a cell. */
export type ToldFigures = { readonly key: string; readonly item: string; readonly figures: Figures };

/** A coordinate of a cell, or whatever else is a text in it. */
export const textIn = (cell: Cell, name: string): string => z.string().parse(cell[name]);

/** How much figures tell: more is better for whoever attacks. */
const detailOf = ({ distribution, groups }: Figures): number => (distribution ? 2 : groups ? 1 : 0);

/**
 * All that releases tell of each cell of a quarter, whichever revision says it, by its key and question. Only the tables by
 * question: T1 to T8.
 */
export function readCells(releases: readonly Release[]): ToldFigures[] {
  const told = new Map<string, ToldFigures>();
  for (const { table, period, dimensions, cells } of releases.filter((release) =>
    release.table.startsWith('T'),
  )) {
    for (const cell of cells) {
      const codes = dimensions
        .filter((name) => name !== 'item')
        .map((name) => [name, textIn(cell, name)] as const);
      const stratum = Object.fromEntries(table === 'T4' ? [...codes, ['month', period] as const] : codes);
      const [key, item] = [keyOf(table, stratum), textIn(cell, 'item')];
      const figures = figuresSchema.parse(cell);
      const name = JSON.stringify([key, item]);
      const known = told.get(name)?.figures;
      if (known !== undefined && known.responses !== figures.responses)
        throw new Error('two revisions count differently: nobody corrects counts in this world');
      if (known === undefined || detailOf(known) < detailOf(figures)) told.set(name, { key, item, figures });
    }
  }
  return [...told.values()];
}
