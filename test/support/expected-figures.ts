import { questionSets } from '../../shared/domain/questions/question-sets.ts';
import type { Person } from './quarter.ts';

/** What somebody answered, by question key: kept by the test alone, beside the system. */
export type KnownAnswer = { readonly person: Person; readonly answers: Readonly<Record<string, number>> };

/** A cell as the report API shows it. */
export type ExpectedCell = {
  readonly stratum: string;
  readonly item: string;
  readonly responses: number;
  readonly distribution: readonly number[];
  readonly mean: number;
};

/**
 * Counts answers anew, by nothing but arithmetic: no code of the pipeline but the scales.
 *
 * @param stratumOf coordinates of the cell, joined by `/`
 */
export function expectedCells(
  known: readonly KnownAnswer[],
  stratumOf: (person: Person) => string,
): ExpectedCell[] {
  const values = new Map<string, number[]>();
  for (const { person, answers } of known) {
    for (const [item, value] of Object.entries(answers)) {
      const key = `${stratumOf(person)}\n${item}`;
      values.set(key, [...(values.get(key) ?? []), value]);
    }
  }
  return [...values].map(([key, given]) => {
    const [stratum = '', item = ''] = key.split('\n');
    const scale = questionSets.flatMap(({ questions }) => questions).find(({ key }) => key === item)?.scale;
    if (scale === undefined) throw new Error(`no question has the key ${item}`);
    const steps = Array.from({ length: scale.to - scale.from + 1 }, (_, step) => scale.from + step);
    const mean = given.reduce((sum, value) => sum + value, 0) / given.length;
    return {
      stratum,
      item,
      responses: given.length,
      distribution: steps.map((step) => given.filter((value) => value === step).length),
      mean: Math.round(mean * 10) / 10,
    };
  });
}
