import type { ReplayMeasures } from './measures/replay.ts';
import { prices } from './prices.ts';
import type { FileReplay } from './replay/outcome.ts';
import type { Table } from './table.ts';

const percent = (share: number): number => Math.round(100 * share);

/** How fast a year is replayed, in how much memory, and what reading it costs. */
export function replayTable({ heapMegabytes, liveRules, halfTheCap, overTable }: ReplayMeasures): Table {
  const rowOf = (rules: string, replay: FileReplay): Table['rows'][number] => [
    rules,
    replay.events,
    replay.recipients,
    replay.same,
    replay.different,
    replay.recipientsPerSecond,
    replay.extraMegabytes,
    percent(replay.shares.reading),
    percent(replay.shares.parsing),
    percent(replay.shares.deciding),
  ];
  const { recipients, readUnits, pages, emptyDays, recipientsPerSecond } = overTable;
  const unitsPerThousand = (1000 * readUnits) / recipients;
  const yearUnits = (liveRules.recipients * readUnits) / recipients;
  const dollars = (yearUnits * prices.readUnits.dollars) / 1_000_000;
  return {
    title: 'Replay of a year',
    columns: [
      ...['rules', 'events', 'recipients', 'same', 'different', 'recipients/s', 'MB more than at start'],
      ...['% reading', '% parsing', '% deciding'],
    ],
    rows: [
      rowOf('those of the time', liveRules),
      rowOf('half the cap on what a person is asked', halfTheCap),
    ],
    notes: [
      `The ${liveRules.records} records of an invented year, ends of requests, pauses and bounces among them, in a process ` +
        `of its own with a heap of at most ${heapMegabytes} MB, which takes ${liveRules.startMegabytes} MB before it begins. ` +
        'They come from a file in the JSON in which DynamoDB answers: reading is the file and its JSON, parsing is ' +
        'making records of items (types and schema), deciding is all that a replay does with them. A decision is the ' +
        'same where every gate is: under another cap, all differ that have come as far as the cap.',
      `Over DynamoDB Local, the ${recipients} recipients of the first days are ${pages} pages of the index: ` +
        `${Math.round(unitsPerThousand)} read units for 1 000 recipients, ${Math.round(yearUnits)} for the whole year ` +
        `(${dollars.toPrecision(2)} dollars). Each of the ${emptyDays} days on which nothing is recorded costs a query and ` +
        `half a unit more. It went at ${recipientsPerSecond} recipients a second, queries for empty days included, ` +
        "which is the emulator's rate and nobody else's.",
    ],
  };
}
