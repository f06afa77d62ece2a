import { attackOnFigures, type Outcome } from './attack.ts';
import { exactSteps, narrowCounts, never, together } from './published/held-back.ts';
import { allKnowledge } from './published/knowledge.ts';
import { plainThreshold, primaryOnly } from './published/weaker.ts';
import { ordinaryYear, publishedBy, publishedYear, yearOfOneForm, type Year } from './published/year.ts';
import { sharesInWords } from './published/shares.ts';

/*
 * Whatever can be worked out of sums can be worked out by linear programs. So they are asked for both ends between which
 * each figure that is not told can lie, given all that is.
 */
function attempt(years: readonly Year[]): Outcome {
  const known = years.flatMap(({ quarters, solve }) =>
    quarters.flatMap(allKnowledge).map((one) => ({ one, solve })),
  );
  const counts = known.map(({ one, solve }) => narrowCounts(one, solve));
  const steps = known.map(({ one, solve }) => exactSteps(one, solve));
  const found = {
    'held-back counts known to less than five': together(counts.map(({ named }) => named)),
    'pooled counts known to less than five': together(counts.map(({ pooled }) => pooled)),
    'steps that somebody chose in a held-back cell, known': together(steps.map(({ held }) => held)),
    'steps that somebody chose in a cell with a band, known': together(steps.map(({ banded }) => banded)),
  };
  const examples = Object.values(found).flatMap((one) => one.examples.slice(0, 3));
  return {
    tries: Object.entries(found).map(([name, one]) => never(name, one)),
    remarks: [...years.flatMap(sharesInWords), ...examples.map((example) => `worked out: ${example}`)],
  };
}

export const linearPrograms = attackOnFigures<readonly Year[]>({
  id: 'B-02',
  adversary:
    'has every release, knows where units belong and which figures are not empty, and solves linear programs',
  tries: 'to work out a figure that is held back, or the answers behind it',
  view: async (size) => [
    await publishedYear(size),
    await ordinaryYear(size),
    ...(size === 'full' ? [await yearOfOneForm(size)] : []),
  ],
  attempt,
  weakened: [
    {
      name: 'cells below five are left out (weaker function)',
      view: async (size) => [await publishedBy(size, plainThreshold, 1)],
    },
    {
      name: 'small cells are pooled, nothing is held back for their sake (weaker function)',
      view: async (size) => [await publishedBy(size, primaryOnly, 1)],
    },
  ],
});
