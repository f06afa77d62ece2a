import { attackOnFigures, type Attack, type Outcome } from './attack.ts';
import { never } from './published/held-back.ts';
import { allKnowledge } from './published/knowledge.ts';
import { withoutLargest } from './published/weaker.ts';
import { publishedYear, publishYear, type Year } from './published/year.ts';

/*
 * Answers are not people. In two units of this world all answers come from four people, and in each region all that workers
 * say comes from two of them. Whoever is one of a few must not find a figure that is about them and hardly anybody else.
 */
const promised = 5;

/** In how many of the cells that hold enough answers, but of too few people, anything is told. */
const attemptOn =
  (isMeant: (person: string) => boolean) =>
  ({ quarters }: Year): Outcome => {
    const examples: string[] = [];
    let of = 0;
    for (const { quarter, item, cells, statements } of quarters.flatMap(allKnowledge)) {
      const told = new Map(statements.map((statement) => [statement.key, statement]));
      for (const [key, together] of Map.groupBy(cells, ({ countedAs }) => countedAs)) {
        const people = new Set(together.flatMap((cell) => [...cell.people]));
        const answers = together.reduce(
          (sum, { counts }) => sum + counts.reduce((all, count) => all + count, 0),
          0,
        );
        if (answers < promised || people.size >= promised || ![...people].some(isMeant)) continue;
        of += 1;
        if (told.has(key))
          examples.push(`${quarter} ${item} ${key}: ${answers} answers of ${people.size} people`);
      }
    }
    if (of === 0) throw new Error('nowhere did so few people give so many answers');
    return {
      tries: [never('figures of fewer than five people', { of, found: examples.length, examples })],
      remarks: [`${of} figures would have rested on fewer than five people`, ...examples.slice(0, 3)],
    };
  };

const described = (id: string, adversary: string, isMeant: (person: string) => boolean): Attack =>
  attackOnFigures<Year>({
    ...{ id, adversary },
    tries: 'to find a figure that rests on fewer than five people, although five or more answers are in it',
    view: publishedYear,
    attempt: attemptOn(isMeant),
    weakened: [
      {
        name: 'answers are counted, and not people (weaker function)',
        view: (size) => publishYear(size, withoutLargest, 1),
      },
    ],
  });

export const fewPeople = described('B-06', 'is one of four people who give all answers of a unit', (person) =>
  person.startsWith('busy'),
);

export const busyWorkers = described(
  'B-07',
  'is one of two workers who are asked again and again',
  (person) => person.startsWith('worker'),
);
