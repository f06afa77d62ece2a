import { attackOnFigures, type Outcome } from './attack.ts';
import { never } from './published/held-back.ts';
import { allKnowledge } from './published/knowledge.ts';
import { withoutLargest, withoutReach } from './published/weaker.ts';
import { publishedBy, publishedYear, type Year } from './published/year.ts';

/*
 * Answers are not people. In three units of this world all answers come from four people, in one of them with tickets that
 * were sent about another; and in each region all that workers say comes from two of them. Whoever is one of a few must not find a figure that is about them and hardly anybody else.
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

const weakened: Parameters<typeof attackOnFigures<Year>>[0]['weakened'] = [
  {
    name: 'answers are counted, and not people (weaker function)',
    view: (size) => publishedBy(size, withoutLargest, 1),
  },
];
const common = {
  tries: 'to find a figure that rests on fewer than five people, although five or more answers are in it',
  view: publishedYear,
};

export const fewPeople = attackOnFigures<Year>({
  id: 'B-06',
  adversary: 'is one of four people who give all answers of a unit, also with tickets about another unit',
  ...common,
  attempt: attemptOn((person) => person.startsWith('busy')),
  weakened: [
    ...weakened,
    {
      name: 'tickets are counted only where they were sent about (weaker function)',
      view: (size) => publishedBy(size, withoutReach, 1),
    },
  ],
});

export const busyWorkers = attackOnFigures<Year>({
  id: 'B-07',
  adversary: 'is one of two workers who are asked again and again',
  ...common,
  attempt: attemptOn((person) => person.startsWith('worker')),
  weakened,
});
