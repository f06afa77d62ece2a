import { attackOnFigures, type Outcome } from './attack.ts';
import { possibleAnswers } from './published/answers.ts';
import { never } from './published/held-back.ts';
import { allKnowledge } from './published/knowledge.ts';
import { withoutBands } from './published/weaker.ts';
import { publishedBy, publishedYear, type Year } from './published/year.ts';

/*
 * From how many answered, the mean or its band, the groups and the distribution of a cell, every way in which its answers
 * can have fallen is rebuilt. (The index follows from the groups, and the response rate from how many answered.) Somebody
 * is found out where they gave the same answer in all of them.
 */
function attempt({ quarters }: Year): Outcome {
  let [people, foundOut, cells] = [0, 0, 0];
  const examples: string[] = [];
  for (const known of quarters.flatMap(allKnowledge))
    for (const { key, figures } of known.statements) {
      const answers = possibleAnswers(figures, known, []);
      if (answers.size === 0) throw new Error('a published cell that no answers fit');
      people += figures.responses;
      cells += 1;
      if (answers.size > 1) continue;
      foundOut += figures.responses;
      examples.push(`${known.quarter} ${known.item} ${key}`);
    }
  return {
    tries: [never('answers that are the same in every solution', { of: people, found: foundOut, examples })],
    remarks: [
      `${cells} published cells with ${people} answers in them were rebuilt`,
      ...examples.slice(0, 3),
    ],
  };
}

export const reconstruction = attackOnFigures<Year>({
  id: 'B-04',
  adversary: 'has every release',
  tries: 'to rebuild the answers of a cell from all that is told of it',
  view: publishedYear,
  attempt,
  weakened: [
    {
      name: 'means to one decimal from five answers on (weaker function)',
      view: (size) => publishedBy(size, withoutBands, 1),
    },
  ],
});
