import { cpuTable } from './cpu-table.ts';
import { moneyTable, pageTable, pageTimingTable, startUpTable } from './deployment-tables.ts';
import { mixingTable } from './mixing-table.ts';
import { publishingTable } from './publishing-table.ts';
import { replayTable } from './replay-table.ts';
import type { Results } from './results-file.ts';
import { renderTable } from './table.ts';
import { callsTable, coldTable, growthTable, workTable } from './work-tables.ts';

/** The tables of one run, in Markdown that can be read on a terminal too. */
export const renderTables = ({
  pipeline,
  replay,
  mixing,
  publishing,
  ballotCpu,
  startUps,
  money,
}: Results): string =>
  [
    workTable(pipeline),
    callsTable(pipeline),
    growthTable(pipeline),
    coldTable(pipeline),
    cpuTable(ballotCpu, mixing),
    mixingTable(mixing),
    publishingTable(publishing),
    replayTable(replay),
    startUpTable(startUps),
    pageTable(pipeline.pages),
    pageTimingTable(pipeline.pageTiming),
    moneyTable(money),
  ]
    .map(renderTable)
    .join('\n');

/** The file that is kept: how to make it again, and the tables. */
export const renderReport = (results: Results): string => `# What Kuultu costs

Made by \`npm run bench\`, which needs no account and no network and takes three or four minutes; all figures are in
\`latest.json\` beside this file. It brings the whole system up from its own template on this machine, plays two
quarters of invented events and answers, and counts every call that a function makes to AWS. Then it replays an invented
year of a large county. Counts are the same on every machine. Times are not: start-up stands beside a baseline of the same
run, and the rate of a replay is that of the machine that measured.

Measured on ${results.measuredOn} with Node ${results.node}.

${renderTables(results)}`;
