import type { Draws } from '../../../local/simulation/draws.ts';
import { dayMs, hourMs } from '../naive-calendar.ts';
import { monthAt, monthBegins, quarterAt, quarterBegins } from './naive-terms.ts';

export const secondMs = 1000;
export const minuteMs = 60 * secondMs;

/** What may go wrong with a post between a browser and the server. */
export type OnTheWay =
  | 'request lost'
  | 'reply lost'
  /** It comes to the server when the page has lost its patience. */
  | 'request late'
  | 'turned away by the gateway'
  | 'answered by a stranger'
  | 'phone off before the request'
  | 'phone off before the reply';

const onTheWay: readonly (readonly [OnTheWay, number])[] = [
  ['request lost', 5],
  ['reply lost', 5],
  ['request late', 3],
  ['turned away by the gateway', 2],
  ['answered by a stranger', 1],
  ['phone off before the request', 1],
  ['phone off before the reply', 1],
];

export const drawOnTheWay = (draws: Draws): OnTheWay => draws.weighted(onTheWay);

/** What may go wrong in a process of the server at one of its calls to the tables. */
export type InTheServer = {
  readonly kind:
    | 'died before a call'
    | 'died after a call'
    | 'call refused'
    | 'call failed after its effect'
    | 'call made twice'
    | 'call slow';
  /** Which call, from 1. */
  readonly call: number;
};

const inTheServer: readonly (readonly [InTheServer['kind'], number])[] = [
  ['died before a call', 2],
  ['died after a call', 3],
  ['call refused', 1],
  ['call failed after its effect', 1],
  ['call made twice', 1],
  ['call slow', 2],
];

export const drawInTheServer = (draws: Draws): InTheServer => ({
  kind: draws.weighted(inTheServer),
  call: draws.between(1, 2),
});

/** How much later a post is delivered once more. */
export function drawCopyDelay(draws: Draws, now: number): number {
  const about = draws.weighted([
    ['at once', 4],
    ['minutes', 2],
    ['days', 2],
    ['next quarter', 1],
  ] as const);
  if (about === 'at once') return draws.between(0, 3 * secondMs);
  if (about === 'minutes') return draws.between(0, 30 * minuteMs);
  if (about === 'days') return draws.between(hourMs, 40 * dayMs);
  return quarterBegins(quarterAt(now) + 1) - now + draws.between(0, 50 * dayMs);
}

/** For how long somebody's phone is off, or they do something else. */
export function drawAbsence(draws: Draws, now: number): number {
  const about = draws.weighted([
    ['minutes', 8],
    ['hours', 4],
    ['a day', 4],
    ['to midnight after a month', 2],
    ['to the next quarter', 2],
  ] as const);
  if (about === 'minutes') return draws.between(0, 20 * minuteMs);
  if (about === 'hours') return draws.between(0, 10 * hourMs);
  if (about === 'a day') return draws.between(20 * hourMs, 30 * hourMs);
  if (about === 'to midnight after a month')
    return Math.max(0, aroundMidnight(draws, monthAt(now) + 1) - now);
  return quarterBegins(quarterAt(now) + 1) - now + draws.between(0, 45 * dayMs);
}

/** An instant within a quarter of an hour of the midnight with which a month begins. */
export const aroundMidnight = (draws: Draws, month: number): number =>
  monthBegins(month) + draws.between(-12 * minuteMs, 13 * minuteMs);

/** Most phones know the time, many are wrong by up to a day, and a few have lost it. */
export function drawClockError(draws: Draws): number {
  const about = draws.weighted([
    ['right', 12],
    ['a day', 7],
    ['lost', 1],
  ] as const);
  if (about === 'right') return 0;
  return about === 'a day' ? draws.between(-dayMs, dayMs) : -draws.between(10 * dayMs, 2000 * dayMs);
}
