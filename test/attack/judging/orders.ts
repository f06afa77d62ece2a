import type { Guess } from './links.ts';

/** What people or things can be sorted by: a number or a text for each, in their order in the list. */
export type Order = { readonly name: string; readonly values: readonly (number | string)[] };

/** The places that each value takes when all are sorted: several where values are equal. */
type Places = readonly { readonly from: number; readonly to: number }[];

/** Whether an order tells anything apart at all. */
export const isTelling = ({ values }: Order): boolean => new Set(values).size > 1;

export function placesOf(values: readonly (number | string)[]): Places {
  const sorted = values.toSorted(compare);
  const places = new Map<number | string, { from: number; to: number }>();
  for (const [index, value] of sorted.entries()) {
    const place = places.get(value) ?? { from: index, to: index };
    place.to = index + 1;
    places.set(value, place);
  }
  return values.map((value) => places.get(value) ?? { from: 0, to: values.length });
}

const compare = (a: number | string, b: number | string): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1;

/** The first person in one order gets the first thing in the other, and so on; who ties is drawn for. */
export function matchInOrder(people: Places, things: Places): Guess {
  return (person, thing) => {
    const one = people[person];
    const other = things[thing];
    if (one === undefined || other === undefined) return 0;
    const shared = Math.min(one.to, other.to) - Math.max(one.from, other.from);
    return shared <= 0 ? 0 : shared / ((one.to - one.from) * (other.to - other.from));
  };
}

/** The same, with the last thing for the first person. */
export const reversed = (places: Places): Places =>
  places.map(({ from, to }) => ({ from: places.length - to, to: places.length - from }));
