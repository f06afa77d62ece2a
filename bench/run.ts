import { mkdirSync, writeFileSync } from 'node:fs';
import { measureBallotCpu } from './measures/ballot-cpu.ts';
import { measurePipeline } from './measure-pipeline.ts';
import { memoryOf, synthesizeDeployment } from './measures/deployment.ts';
import { measureMixing } from './measures/mixing.ts';
import { measurePublishing } from './measures/publishing.ts';
import { measureReplay } from './measures/replay.ts';
import { measureStartUp } from './measures/start-up.ts';
import { renderReport, renderTables } from './report.ts';
import { priceWork, type Results } from './results-file.ts';

/* Measures the system in one run, prints the tables, and writes them to bench/results/. */

const progress = (line: string): void => {
  console.error(line);
};

const pipeline = await measurePipeline(progress);
progress('Bundling every function as for a deployment');
const deployment = synthesizeDeployment();
try {
  progress('Replaying a year of a large county');
  const replay = await measureReplay(memoryOf(deployment, 'run-replay'));
  progress('Opening and counting sealed answers');
  const mixing = await measureMixing();
  const ballotCpu = await measureBallotCpu();
  progress('Publishing a large quarter');
  const publishing = await measurePublishing();
  progress('Loading every bundle in fresh processes');
  const results: Results = {
    measuredOn: new Date().toISOString().slice(0, 10),
    node: process.versions.node,
    ...{ pipeline, replay, mixing, publishing, ballotCpu },
    deployment: { resources: deployment.resources },
    startUps: await measureStartUp(deployment.functions),
    money: priceWork(pipeline, deployment),
  };
  const folder = new URL('results/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL('latest.json', folder), `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(new URL('latest.md', folder), renderReport(results));
  console.log(renderTables(results));
} finally {
  deployment.remove();
}
