import { assumptions, type MixingMeasures } from './measures/mixing.ts';
import type { Table } from './table.ts';

/** What the mix takes for each answer, and how large a period one run can take. */
export function mixingTable({
  answers,
  cpuMsPerAnswer,
  bytesPerAnswer,
  capacity,
  cpuMsAtMost,
  tallies,
}: MixingMeasures): Table {
  const { seconds, timesSlower, pageMs, quartersInPool } = assumptions;
  return {
    title: 'The mix',
    columns: ['what', 'figure'],
    rows: [
      ['CPU for each answer: open, check, count (ms)', cpuMsPerAnswer],
      ['the same, so that one run would take no more than 100 000 (ms)', cpuMsAtMost],
      ['memory that each further answer keeps, comments (bytes)', bytesPerAnswer],
      ['answers that one run can take', capacity],
      ...tallies.flatMap(({ answers: count, units, bytes, items, writeUnits }): [string, number][] => [
        [`tallies of ${count} answers in ${units} units (kB)`, bytes / 1000],
        [`the same, items`, items],
        [`the same, write units per answer`, writeUnits / count],
      ]),
    ],
    notes: [
      `Measured on ${answers} envelopes with the mix's own code, keys of 3 072 bits and a comment of 200 characters in ` +
        'every fifth, after a round to warm up in which every stratum was met. Nearly all of it is RSA.',
      `What one run can take is reckoned: ${seconds / 60} minutes, which is Lambda's longest; one core of Lambda ` +
        `${timesSlower} times as slow as this machine's; and ${pageMs} ms for each megabyte of the pool, in which ` +
        `${quartersInPool} quarters of the same size lie. It is a limit of time: memory is that of strata, contexts and comments.`,
    ],
  };
}
