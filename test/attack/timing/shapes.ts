import { randomBytes } from 'node:crypto';
import type { Draws } from '../../../local/simulation/draws.ts';
import { environment } from '../../../shared/contract/environment.ts';
import { monthAt } from '../../../shared/domain/calendar/month.ts';
import type { Item } from '../world/dumps.ts';
import type { Moment, World } from '../world/world.ts';

/*
 * What an answer leaves behind, learnt from answers that really were given: so that quarters with many more or far fewer
 * answers can be invented, in which every answer leaves behind the same.
 */

/** A line that a function has logged, and when. */
export type Line = { readonly function: string; readonly text: string };

/** What one answer leaves behind. Its moment is in epoch milliseconds. */
export type Shapes = {
  /** Its sealed answer in the pool, and the mark of its used ticket. */
  readonly answer: (at: number, draws: Draws) => Item;
  readonly ballot: (at: number, draws: Draws) => Item;
  /** What is logged of it, with the stored answer that it is about. */
  readonly lines: (at: number, draws: Draws, answer: Item) => readonly Line[];
  /** Functions that it invokes: each is counted by the minute in the metrics. */
  readonly invoked: (draws: Draws) => readonly string[];
};

/** The answers of a world, each with what its moment brought. */
const moments = (world: World): Moment[] => world.moments.filter(({ what }) => what === 'answer');

/** @throws Error where something stored is of no kind that is known here: then its meaning has to be thought about */
export function shapesOf(world: World): Shapes {
  const all = moments(world);
  const ofTable = (table: string) =>
    all.flatMap(({ at, changed }) => (changed.get(table) ?? []).map((item) => ({ at, item })));
  return {
    answer: learnt(ofTable(environment.poolTable)),
    ballot: learnt(ofTable(environment.ballotsTable)),
    lines: (at, draws) =>
      draws
        .oneOf(all)
        .lines.map((line) => ({ ...line, text: line.text.replaceAll(isoTime, new Date(at).toISOString()) })),
    invoked: (draws) => [...new Set(draws.oneOf(all).calls.map(({ caller }) => caller))],
  };
}

export const isoTime = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z/g;

type Given = { readonly at: number; readonly item: Item };
type Value = (at: number, draws: Draws) => unknown;

function learnt(given: readonly Given[]): (at: number, draws: Draws) => Item {
  const keys = [...new Set(given.flatMap(({ item }) => Object.keys(item)))];
  const values = keys.map((key) => [key, valueOf(key, given)] as const);
  return (at, draws) => Object.fromEntries(values.map(([key, value]) => [key, value(at, draws)]));
}

function valueOf(key: string, given: readonly Given[]): Value {
  const values = given.map(({ item }) => item[key]);
  if (given.every(({ at }, place) => values[place] === monthAt(at))) return monthAt;
  const distinct = new Set(values).size;
  const [first] = values;
  // Few values for many answers: what belongs to a month or a quarter.
  if (distinct <= 6) {
    const byMonth = Map.groupBy(given, ({ at }) => monthAt(at));
    return (at, draws) => draws.oneOf(byMonth.get(monthAt(at)) ?? given).item[key];
  }
  if (distinct === values.length && typeof first === 'string' && first.length >= 22)
    return () => randomBytes(32).toString('base64url');
  // Nobody compares what is sealed: one is as good as another.
  if (distinct === values.length && first instanceof Uint8Array) return () => first;
  throw new Error(`"${key}" is kept with answers, and nobody has said what it tells`);
}
