import type { Try } from '../attack.ts';
import { judgeLinks, type Links } from '../judging/links.ts';
import { isTelling, matchInOrder, placesOf, reversed, type Order } from '../judging/orders.ts';
import type { Item } from '../world/dumps.ts';

/* Joins on order: what comes first here is what comes first there. */

/** Every order that a list of items has: as they were scanned, and by each value. */
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
