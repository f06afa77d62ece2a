import type { PublishingMeasures } from './measures/publishing.ts';
import type { Table } from './table.ts';

/** What publishing a quarter takes, and how far it is from the longest that a function may run. */
export const publishingTable = (measures: readonly PublishingMeasures[]): Table => ({
  title: 'Publishing',
  columns: [
    'answers',
    'units',
    'cells',
    'linear programs',
    'CPU, s',
    '% of the longest run',
    'peak, MB',
    'largest release, kB',
  ],
  rows: measures.map((each) => [
    ...[each.answers, each.units, each.cells, each.programs, each.cpuSeconds],
    ...[100 * each.shareOfLongest, each.peakBytes / 1e6, each.largestBytes / 1000],
  ]),
  notes: [
    'Twelve regions and up to sixty providers that work in several of them; all roles, stages, services and languages. Composed, ' +
      'protected and audited with the code of publish-report in a process of its own; the longest run is reckoned as for the mix.',
  ],
});
