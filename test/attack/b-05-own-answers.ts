import { total } from '../../shared/domain/tallies/tally.ts';
import { attackOnFigures, type Outcome } from './attack.ts';
import { knownByUpToTwo, possibleAnswers } from './published/answers.ts';
import { knownSets } from './published/combinations.ts';
import { never, type Found } from './published/held-back.ts';
import { allKnowledge, type Knowledge } from './published/knowledge.ts';
import { withoutUniformity } from './published/weaker.ts';
import { publishedBy, publishedYear, type Year } from './published/year.ts';

/*
 * One or two people of a cell put together what they answered, and look what is left for all others: in each published cell,
 * and in each set of answers that follows from published ones by subtraction.
 */

/** In how many of the cells two people of them are told what all others answered. */
function inCells({ quarter, item, cells, statements, from, steps }: Knowledge): Found {
  const examples = statements.flatMap(({ key, figures, members }) => {
    const counts = Array.from({ length: steps }, (_, layer) =>
      total(members.map((member) => cells[member]?.counts[layer] ?? 0)),
    );
    const tells = knownByUpToTwo(counts).find(
      (known) => possibleAnswers(figures, { from, steps }, known).size < 2,
    );
    return tells === undefined ? [] : [`${quarter} ${item} ${key}: ${tells.join(' and ')} tell the others`];
  });
  return { of: statements.length, found: examples.length, examples };
}

/** The same for sets of which is known how often each step was chosen, without being published. */
function inLeftovers(known: Knowledge): Found {
  const sets = knownSets(known, 'steps', 2).filter(
    ({ factors, value }) => total(value) > 0.5 && [...factors.values()].every((factor) => factor === 1),
  );
  const examples = sets
    .filter(({ value }) => Math.max(...value) >= total(value) - 2)
    .map(({ value }) => `${known.quarter} ${known.item}: ${value.join(', ')}`);
  return { of: sets.length, found: examples.length, examples };
}

const added = (name: string, all: readonly Found[]) => ({
  name,
  of: total(all.map(({ of }) => of)),
  found: total(all.map(({ found }) => found)),
  examples: all.flatMap(({ examples }) => examples).slice(0, 3),
});

function attempt({ quarters }: Year): Outcome {
  const known = quarters.flatMap(allKnowledge);
  const found = [
    added('cells where one or two learn the answers of all others', known.map(inCells)),
    added('sets left over where one or two learn the answers of all others', known.map(inLeftovers)),
  ];
  return {
    tries: found.map((one) => never(one.name, one)),
    remarks: found.flatMap(({ examples }) => examples),
  };
}

export const ownAnswers = attackOnFigures<Year>({
  id: 'B-05',
  adversary: 'are one or two people who answered, have every release, and tell each other what they answered',
  tries: 'to subtract their own answers, and to learn what the others answered',
  view: publishedYear,
  attempt,
  weakened: [
    {
      name: 'cells are told however much they agree (weaker function)',
      view: (size) => publishedBy(size, withoutUniformity, 1),
    },
  ],
});
