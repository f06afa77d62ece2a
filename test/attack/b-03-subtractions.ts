import { total } from '../../shared/domain/tallies/tally.ts';
import { attackOnFigures, type Outcome } from './attack.ts';
import { knownSets, leastOn, type Equation, type Level } from './published/combinations.ts';
import { never, type Found } from './published/held-back.ts';
import { allKnowledge, type Knowledge } from './published/knowledge.ts';
import { plainThreshold, primaryOnly } from './published/weaker.ts';
import { publishedBy, publishedYear, type Year } from './published/year.ts';

/*
 * Published figures are added to each other and subtracted from each other, table by table, up to three sums at once and by
 * elimination, until what is left are answers of a few.
 */

/** Equations are short: three at once is what a patient person does by hand. */
const sumsAtOnce = 3;

const names: Readonly<Record<Level, string>> = {
  counts: 'sets of fewer than five answers',
  groups: 'sets of fewer than ten answers, and their groups',
  steps: 'sets of fewer than twenty answers, and how they were chosen',
};

const asFew = (known: Knowledge, sets: readonly Equation[], least: number): Found => {
  const few = sets.filter(({ value }) => total(value) > 0.5 && total(value) < least - 0.5);
  const examples = few.map(({ factors, value }) => {
    const cells = [...factors.keys()].map((cell) => known.cells[cell]?.key ?? 'a part');
    return `${known.quarter} ${known.item}: ${value.join(' + ')} in ${cells.slice(0, 3).join(' and ')}`;
  });
  return { of: sets.length, found: few.length, examples };
};

function attempt(year: Year): Outcome {
  const known = year.quarters.flatMap(allKnowledge);
  const found = Object.entries(names).map(([level, name]) => {
    const of = level as Level;
    const all = known.map((one) => asFew(one, knownSets(one, of, sumsAtOnce), leastOn[of]));
    const examples = all.flatMap((one) => one.examples.slice(0, 1)).slice(0, 3);
    const sum = (count: (one: Found) => number): number => all.reduce((so, one) => so + count(one), 0);
    return { name, of: sum((one) => one.of), found: sum((one) => one.found), examples };
  });
  return {
    tries: found.map((one) => never(one.name, one)),
    remarks: [
      `${found.reduce((sum, { of }) => sum + of, 0)} sets of answers follow from published figures by sums and differences`,
      ...found.flatMap(({ examples }) => examples.map((example) => `left over: ${example}`)),
    ],
  };
}

export const subtractions = attackOnFigures<Year>({
  id: 'B-03',
  adversary: 'has every release, and knows where units belong and which figures are not empty',
  tries: 'to subtract figures until fewer answers are left than may be told',
  view: publishedYear,
  attempt,
  weakened: [
    {
      name: 'cells below five are left out (weaker function)',
      view: (size) => publishedBy(size, plainThreshold, 1),
    },
    {
      name: 'small cells are pooled, nothing is held back for their sake (weaker function)',
      view: (size) => publishedBy(size, primaryOnly, 1),
    },
  ],
});
