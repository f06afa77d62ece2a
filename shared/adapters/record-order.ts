import { recordsByDay } from '../contract/tables.ts';

/** Where a record lies in the index by day: attributes that any item of the Invitations zone can have. */
export type RecordPlace = {
  readonly [recordsByDay.partition]: string;
  readonly [recordsByDay.sort]: string;
};

/**
 * A record's place in the one order in which events, decisions, preferences, bounces and ends of requests count.
 *
 * @param sequence epoch milliseconds, raised above everything that the record builds on
 * @param names what tells records of the same sequence apart, broadest first
 */
export function recordPlace(sequence: number, ...names: readonly string[]): RecordPlace {
  const instant = new Date(sequence).toISOString();
  return {
    [recordsByDay.partition]: instant.slice(0, 'YYYY-MM-DD'.length),
    [recordsByDay.sort]: [instant, ...names].join('#'),
  };
}

/** The sequence at the beginning of a record's order: epoch milliseconds. */
export const instantOfOrder = (order: string): number => Date.parse(order.split('#')[0] ?? '');
