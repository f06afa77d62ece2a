import { bank } from '../../questions/bank.ts';
import { other } from '../../tallies/pooling.ts';
import { unknown } from '../../tallies/table.ts';
import { ageBands, languages, provisions, roles, stages, type Text } from '../../vocabulary.ts';
import type { Release } from '../release.ts';
import { flatRows } from './flat.ts';
import { measuresOf, type Measure } from './measures.ts';
import { codeName, nothing, nothingName } from './names.ts';

type Category = { readonly code: string; readonly name: Text };

/** A dimension of a release, with the codes that occur in a cell, and no other. */
export type CubeDimension = { readonly id: string; readonly categories: readonly Category[] };

/** A release as a table with a place for every combination of codes: what statistical formats are made of. */
export type Cube = {
  readonly dimensions: readonly CubeDimension[];
  readonly measures: readonly Measure[];
  /**
   * The numbers, or null for what is not shown: by the dimensions in their order, the last changing fastest, and within
   * each combination by the measures.
   */
  readonly values: readonly (number | null)[];
};

export function cubeOf(release: Release): Cube {
  const rows = flatRows(release);
  const measures = measuresOf(release.table);
  const dimensions = release.dimensions.map((id, index) => ({
    id,
    categories: categoriesOf(release, id, new Set(rows.map(({ codes }) => codes[index] ?? ''))),
  }));
  const places = dimensions.map(
    ({ categories }) => new Map(categories.map(({ code }, place) => [code, place])),
  );
  const size = dimensions.reduce((product, { categories }) => product * categories.length, measures.length);
  const values = Array.from<number | null>({ length: size }).fill(null);
  for (const row of rows) {
    const place = places.reduce((before, codes, index) => {
      return before * codes.size + (codes.get(row.codes[index] ?? '') ?? 0);
    }, 0);
    row.values.forEach((value, index) => (values[place * measures.length + index] = value));
  }
  return { dimensions, measures, values };
}

function categoriesOf(release: Release, dimension: string, codes: ReadonlySet<string>): Category[] {
  if (codes.size === 0) return [{ code: nothing, name: nothingName }];
  return [...codes]
    .toSorted(inOrderOf(orderOf(release, dimension)))
    .map((code) => ({ code, name: codeName(release, dimension, code) }));
}

/** The codes that have an order of their own, by dimension; the others are in the order of the alphabet. */
const orders: Readonly<Record<string, readonly string[]>> = {
  role: roles,
  stage: stages,
  ageBand: ageBands,
  language: languages,
  provision: provisions,
  voluntary: ['true', 'false'],
};

const bankKeys: readonly string[] = Object.values(bank).map(({ key }) => key);

/** Questions come in the order of the bank, and then in that in which the release names them. */
const orderOf = ({ labels }: Release, dimension: string): readonly string[] =>
  dimension === 'item' ? [...bankKeys, ...Object.keys(labels['item'] ?? {})] : (orders[dimension] ?? []);

/** Known codes first, in their order, then the others; what is told together, or not known, comes last. */
function inOrderOf(order: readonly string[]): (a: string, b: string) => number {
  const last = [unknown, other];
  const rank = (code: string): number => {
    if (last.includes(code)) return order.length + 1 + last.indexOf(code);
    return order.includes(code) ? order.indexOf(code) : order.length;
  };
  return (a, b) => rank(a) - rank(b) || (a < b ? -1 : 1);
}
