import { monthsOf } from '../calendar/month.ts';
import type { Solve } from '../disclosure/linear-program.ts';
import { other } from '../tallies/pooling.ts';
import { reportTable, reportTables, type ReportTable } from '../tallies/table.ts';
import type { Closed } from './closed.ts';
import { driverFigures } from './driver-figures.ts';
import { besides } from './earlier.ts';
import { figuresOf } from './figures.ts';
import { labelsOf } from './labels.ts';
import { notesOf } from './notes.ts';
import type { Cell, Release, ReleaseId, ReleasePeriod } from './release.ts';
import { responseRates } from './response-rate.ts';
import { toldCells, type ToldCell } from './told.ts';
import type { Text } from '../vocabulary.ts';

/** A release that was not released yet. */
export type Draft = Omit<Release, 'revision' | 'releasedOn' | 'correction'>;

/**
 * Every release of a period but its comments, in the order of tables. The same input gives the same releases.
 *
 * @throws where something could be worked out of them that must not be known
 */
export function composeReleases(closed: Closed, solve: Solve): Draft[] {
  const rateOf = responseRates(closed.tallies, closed.invited, closed.least);
  const told = Map.groupBy(toldCells(closed, solve), ({ table }) => table);
  const byQuestion = reportTables.flatMap((table) => {
    const cells = told.get(table.id) ?? [];
    if (table.id === 'R1') return [];
    return editionsOf(table, closed, cells).map(([period, within]) =>
      asRelease(
        table.id,
        period,
        table.title,
        [...dimensionsOf(table), 'item'],
        closed,
        within.map(cellOf(table, rateOf)),
      ),
    );
  });
  return [...byQuestion, composeRates(closed, rateOf), composeDrivers(closed)];
}

/** What is told by month comes out by month, all three with their quarter. */
const editionsOf = (
  { id }: ReportTable,
  { period }: Closed,
  cells: readonly ToldCell[],
): [ReleasePeriod, readonly ToldCell[]][] =>
  id === 'T4'
    ? monthsOf(period).map((month) => [month, cells.filter(({ stratum }) => stratum['month'] === month)])
    : [[period, cells]];

const dimensionsOf = ({ dimensions }: ReportTable): string[] => dimensions.filter((name) => name !== 'month');

const cellOf =
  (table: ReportTable, rateOf: ReturnType<typeof responseRates>) =>
  ({ stratum, tally, item, detail }: ToldCell): Cell => ({
    ...Object.fromEntries(dimensionsOf(table).map((name) => [name, stratum[name] ?? other])),
    item,
    ...figuresOf(tally, detail),
    // Only what is told by stage, role or channel of a region says of how many people it speaks.
    responseRate: table.id === 'T2' || table.id === 'T3' ? rateOf(table.id, stratum) : null,
  });

function composeRates(closed: Closed, rateOf: ReturnType<typeof responseRates>): Draft {
  const { id, title, dimensions } = reportTable('R1');
  const cells = closed.tallies.flatMap(({ table, stratum }) => {
    const responseRate = table === id ? rateOf(id, stratum) : null;
    return responseRate === null ? [] : [{ ...stratum, responseRate }];
  });
  return asRelease(id, closed.period, title, [...dimensions], closed, cells);
}

const driversTitle: Text = {
  fi: 'Mikä kulkee yhdessä suosittelun kanssa, alueittain ja vuosineljänneksittäin',
  sv: 'Vad som hänger ihop med rekommendationen, enligt område och kvartal',
  en: 'What goes together with the recommendation, by region and quarter',
};

function composeDrivers(closed: Closed): Draft {
  const { drivers, tooFew, least } = closed;
  const cells = drivers.flatMap((driver) => {
    const { region, item, recommendation, responses } = driver;
    const most = [item, recommendation].map((each) =>
      tooFew.around({ table: 'R1', stratum: { region }, item: each }),
    );
    const figures = responses >= least && responses > Math.max(...most) ? driverFigures(driver) : undefined;
    return figures === undefined ? [] : [{ region, recommendation, item, ...figures }];
  });
  return asRelease('D1', closed.period, driversTitle, ['region', 'recommendation', 'item'], closed, cells);
}

/** Cells come in the order of their coordinates, which says nothing of anything else. */
function asRelease(
  table: ReleaseId,
  period: ReleasePeriod,
  title: Text,
  dimensions: string[],
  { units, questions, earlier }: Closed,
  cells: readonly Cell[],
): Draft {
  const sorted = cells.toSorted((a, b) => (keyOf(dimensions, a) < keyOf(dimensions, b) ? -1 : 1));
  const beside = besides(
    dimensions,
    earlier.filter((release) => release.table === table),
  );
  const isByQuestion = table.startsWith('T');
  return {
    table,
    period,
    title,
    dimensions,
    labels: labelsOf(dimensions, sorted, { units, questions }),
    notes: notesOf(table),
    cells: isByQuestion ? sorted.map((cell) => ({ ...cell, earlier: beside(cell) })) : sorted,
  };
}

const keyOf = (dimensions: readonly string[], cell: Cell): string =>
  JSON.stringify(dimensions.map((dimension) => cell[dimension]));
