import { other } from '../../../shared/domain/tallies/pooling.ts';
import { responsesMin } from '../../../shared/domain/tallies/tally.ts';
import { readCells } from './reading.ts';
import type { Year } from './year.ts';

/** The question that everybody is asked who uses a service: the one that Kuultu is about. */
const leading = 'heard';

/**
 * How much of what people answered stands in a published cell: the price of all that is held back. Of the leading question,
 * and of all. Beside it how much could: what stands in a unit that has enough answers to the question.
 */
export function sharesOf({ name, quarters }: Year): string[] {
  const told = quarters.flatMap(({ releases }) => readCells(releases));
  const given = quarters.flatMap(({ quarter, responses }) =>
    responses.flatMap(({ context: { unit }, answers }) =>
      Object.keys(answers).map((item) => ({ item, cell: JSON.stringify([quarter, unit, item]) })),
    ),
  );
  const shares = (isMeant: (item: string) => boolean): string => {
    const answers = given.filter(({ item }) => isMeant(item));
    const of = (count: number): string => `${((100 * count) / answers.length).toFixed(1)} %`;
    const published = (table: string, isTold: (isPool: boolean) => boolean): string =>
      of(
        told
          .filter(
            ({ key, item }) => isMeant(item) && key.startsWith(`["${table}"`) && isTold(key.includes(other)),
          )
          .reduce((sum, { figures }) => sum + figures.responses, 0),
      );
    const enough = [...Map.groupBy(answers, ({ cell }) => cell).values()].filter(
      ({ length }) => length >= responsesMin,
    );
    return (
      `of ${answers.length}, ${published('T1', (isPool) => !isPool)} in figures of their unit (${of(enough.flat().length)} lie in units ` +
      `with ${responsesMin} or more), ${published('T1', () => true)} with those of other units together; ` +
      `${published('T2', (isPool) => !isPool)} in those of their region and role`
    );
  };
  return [
    `${name}, answers to "${leading}" that are published: ${shares((item) => item === leading)}`,
    `${name}, answers to all questions: ${shares(() => true)}`,
  ];
}
