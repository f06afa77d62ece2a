import { questionSets } from '../../../shared/domain/questions/question-sets.ts';
import { other } from '../../../shared/domain/tallies/pooling.ts';
import { responsesMin } from '../../../shared/domain/tallies/tally.ts';
import { readCells } from './reading.ts';
import type { Year } from './year.ts';

/** Questions that most forms ask: whether somebody was heard, met with respect, and would recommend the service. */
const common: ReadonlySet<string> = new Set(
  questionSets
    .flatMap(({ questions }) => questions.map(({ key }) => key))
    .filter(
      (key) =>
        questionSets.filter(({ questions }) => questions.some((one) => one.key === key)).length >
        questionSets.length / 2,
    ),
);

/** Of so many answers, which shares stand in published figures: 0 to 1. */
export type Shares = {
  readonly answers: number;
  /** By the name of their unit; and with the figures of other units together. */
  readonly unit: number;
  readonly unitOrPool: number;
  /** In a unit that has enough answers to the question: no more can be published by its name. */
  readonly enoughInUnit: number;
  readonly regionAndRole: number;
};

/** How much of what people answered stands in a published cell: the price of all that is held back. */
export function sharesOf({ quarters }: Year, isMeant: (item: string) => boolean): Shares {
  const told = quarters.flatMap(({ releases }) => readCells(releases)).filter(({ item }) => isMeant(item));
  const given = quarters.flatMap(({ quarter, responses }) =>
    responses.flatMap(({ context: { unit }, answers }) =>
      Object.keys(answers)
        .filter(isMeant)
        .map((item) => JSON.stringify([quarter, unit, item])),
    ),
  );
  const published = (table: string, isTold: (isPool: boolean) => boolean): number =>
    told
      .filter(({ key }) => key.startsWith(`["${table}"`) && isTold(key.includes(other)))
      .reduce((sum, { figures }) => sum + figures.responses, 0) / given.length;
  const cells = [...Map.groupBy(given, (cell) => cell).values()];
  return {
    answers: given.length,
    unit: published('T1', (isPool) => !isPool),
    unitOrPool: published('T1', () => true),
    enoughInUnit: cells.filter(({ length }) => length >= responsesMin).flat().length / given.length,
    regionAndRole: published('T2', (isPool) => !isPool),
  };
}

/** Of the questions that most forms ask. */
const sharesOfCommon = (year: Year): Shares => sharesOf(year, (item) => common.has(item));

/** What protection costs, in words. */
export function sharesInWords(year: Year): string[] {
  const worded = ({ answers, unit, unitOrPool, enoughInUnit, regionAndRole }: Shares): string =>
    `of ${answers}, ${percent(unit)} in figures of their unit (${percent(enoughInUnit)} lie in units with ${responsesMin} or ` +
    `more), ${percent(unitOrPool)} with those of other units together; ${percent(regionAndRole)} in those of their region and role`;
  return [
    `${year.name}, published answers to ${[...common].join(', ')}: ${worded(sharesOfCommon(year))}`,
    `${year.name}, published answers to all questions: ${worded(sharesOf(year, () => true))}`,
  ];
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
