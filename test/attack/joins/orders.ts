import type { Try } from '../attack.ts';
import { judgeLinks, judgePairs, type Links } from '../judging/links.ts';
import { isTelling, matchInOrder, placesOf, reversed, type Order } from '../judging/orders.ts';
import type { Item } from '../world/dumps.ts';

/* Joins on order: what comes first here is what comes first there. And on size: who has more to say needs more room. */

/** Every order that a list of items has: as they were scanned, by each value, and by the size of what is sealed. */
export function ordersOf(what: string, items: readonly Item[]): Order[] {
  const keys = [...new Set(items.flatMap((item) => Object.keys(item)))];
  return [
    { name: `${what} as scanned`, values: [...items.keys()] },
    ...keys.flatMap((key) => {
      const values = items.map((item) => item[key]);
      if (values.every((value) => typeof value === 'number' || typeof value === 'string'))
        return [{ name: `${what} by ${key}`, values }];
      if (values.every((value) => value instanceof Uint8Array))
        return [
          { name: `${what} by ${key}`, values: values.map((bytes) => Buffer.from(bytes).toString('hex')) },
        ];
      return [];
    }),
  ];
}

export const sizesOf = (what: string, items: readonly Item[]): Order[] =>
  [...new Set(items.flatMap((item) => Object.keys(item)))].flatMap((key) => {
    const values = items.map((item) => item[key]);
    if (!values.every((value) => typeof value === 'string' || value instanceof Uint8Array)) return [];
    return [{ name: `${what} by size of ${key}`, values: values.map((value) => value.length) }];
  });

/** Matches every order of people with every order of things, forwards and backwards. */
export function joinOnOrders(people: readonly Order[], things: readonly Order[], links: Links): Try[] {
  const pairs = people
    .filter(isTelling)
    .flatMap((ofPeople) => things.filter(isTelling).map((ofThings) => [ofPeople, ofThings] as const));
  return pairs.flatMap(([ofPeople, ofThings]) => {
    const ranks = placesOf(ofPeople.values);
    const places = placesOf(ofThings.values);
    const name = `${ofPeople.name} in the order of ${ofThings.name}`;
    return [
      judgeLinks(name, matchInOrder(ranks, places), links, 2 * pairs.length),
      judgeLinks(`${name}, backwards`, matchInOrder(ranks, reversed(places)), links, 2 * pairs.length),
    ];
  });
}

/** Tells people apart by how much they had to say. */
export const joinOnSizes = (people: readonly Order[], things: readonly Order[], links: Links): Try[] =>
  people.flatMap((ofPeople) =>
    things.map((ofThings) =>
      judgePairs(
        `${ofPeople.name} told apart by ${ofThings.name}`,
        ofPeople.values.map(Number),
        ofThings.values.map(Number),
        links,
        people.length * things.length,
      ),
    ),
  );
