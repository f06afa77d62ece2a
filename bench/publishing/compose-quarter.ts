import { loadSolver } from '../../shared/adapters/linear-programs.ts';
import { packed } from '../../shared/adapters/packed.ts';
import type { Solve } from '../../shared/domain/disclosure/linear-program.ts';
import { composeReleases } from '../../shared/domain/releases/compose.ts';
import { Tallying } from '../../shared/domain/tallies/tallying.ts';
import { responsesMin } from '../../shared/domain/tallies/tally.ts';
import { inventedAnswers, structureBehind } from '../mixing/invented-answers.ts';
import { catalogueOf } from '../../shared/domain/questions/catalogue.ts';

/*
 * Composes all releases of an invented quarter, in a process of its own: how many answers, and units. Every person got one
 * request, so that what is held back is held back for the numbers alone.
 */
const [count = 0, units = 0] = process.argv.slice(2).map(Number);
const answers = [...inventedAnswers(count, units)];
const tallying = new Tallying();
for (const { asked, questionSet, answers: given } of answers) tallying.count(asked, questionSet, given);
const solver = await loadSolver();
let programs = 0;
const solve: Solve = (program) => {
  programs += 1;
  return solver(program);
};
const before = process.cpuUsage();
const releases = composeReleases(
  {
    ...{ period: '2026-Q1', ...tallying.storable(), structure: structureBehind(answers), invited: [] },
    tooFew: { in: () => responsesMin - 1, around: () => responsesMin - 1 },
    ...{ least: responsesMin, units: [], questions: catalogueOf({ standings: [], published: [] }).items },
    ...{ earlier: [], already: [] },
  },
  solve,
);
const { user, system } = process.cpuUsage(before);
process.stdout.write(
  JSON.stringify({
    cpuSeconds: (user + system) / 1e6,
    programs,
    cells: releases.reduce((sum, { cells }) => sum + cells.length, 0),
    largestBytes: Math.max(...releases.map((release) => packed({ ...release, revision: 1 }).length)),
    peakBytes: process.resourceUsage().maxRSS * 1024,
  }),
);
