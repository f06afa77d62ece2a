import { drawsFor } from '../../../local/simulation/draws.ts';
import { monthAt } from '../../../shared/domain/calendar/month.ts';
import type { Links } from '../judging/links.ts';
import { delayMs } from '../world/delay.ts';
import type { Item } from '../world/dumps.ts';
import type { Line, Shapes } from './shapes.ts';

/** What is left of one invented quarter, as somebody has it who holds the logs, the metrics and every table. */
export type Quarter = {
  /** Those who took part: when their mail left, and the mark of their ticket, found by the mail. */
  readonly people: readonly { readonly askedAt: number; readonly ballot: Item }[];
  readonly answers: readonly Item[];
  readonly lines: readonly Line[];
  /** The minute of every invocation, by function. */
  readonly metrics: readonly { readonly function: string; readonly minute: number }[];
  /** For counting only. */
  readonly truth: Links;
};

const hour = 3600_000;
const day = 24 * hour;
const begins = Date.UTC(2026, 0, 5, 7);
const days = 80;

/** @param perDay answers a day, on average */
export function inventQuarter(perDay: number, number: number, shapes: Shapes): Quarter {
  const draws = drawsFor('timing', perDay, number);
  const count = Math.max(2, Math.round(perDay * days));
  const visits = Array.from({ length: count }, () => {
    // Mails leave from nine to six, a little at a time.
    const askedAt = begins + draws.between(0, days - 10) * day + draws.between(0, 9 * 60 - 1) * 60_000;
    return { askedAt, at: askedAt + delayMs(draws) };
  });
  const given = visits.map(({ askedAt, at }) => {
    const answer = shapes.answer(at, draws);
    return {
      ...{ askedAt, at, answer },
      ballot: shapes.ballot(at, draws),
      lines: shapes.lines(at, draws, answer),
      metrics: shapes
        .invoked(draws)
        .map((name) => ({ function: name, minute: Math.floor(at / 60_000) * 60_000 })),
    };
  });
  // The answers lie in the order of their random identifiers.
  const order = [...given.keys()].toSorted((a, b) =>
    idOf(given[a]?.answer) < idOf(given[b]?.answer) ? -1 : 1,
  );
  const inOrder = order.flatMap((place) => given.slice(place, place + 1));
  return {
    people: given.map(({ askedAt, ballot }) => ({ askedAt, ballot })),
    answers: inOrder.map(({ answer }) => answer),
    lines: given.flatMap(({ lines }) => lines),
    metrics: given.flatMap(({ metrics }) => metrics),
    truth: {
      people: given.map((_, place) => `${number}-${place}`),
      things: inOrder.map(({ answer }) => idOf(answer)),
      thingOf: given.map((_, place) => order.indexOf(place)),
      conceded: inOrder.map(({ at }) => monthAt(at)),
    },
  };
}

const idOf = (item: Item | undefined): string => String(item?.['id']);
