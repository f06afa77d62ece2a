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

/** Answers that a figure must rest on, and people. */
const fewest = 5;

/**
 * Which of all cells are to be published, counted anew from who got how many mails: those of enough answers that are not
 * told together with smaller siblings of their region, and have more answers than four people together got mails.
 *
 * @param cells as {@link expectedCells} counts them
 * @param mails everybody who got a mail, once for each
 */
export function expectedPublished(
  cells: readonly ExpectedCell[],
  mails: readonly Person[],
  stratumOf: (person: Person) => string,
): ExpectedCell[] {
  const regions = new Map(mails.map((person) => [stratumOf(person), person.region]));
  const regionOf = ({ stratum }: ExpectedCell): string => regions.get(stratum) ?? '';
  const perStratum = Map.groupBy(mails, stratumOf);
  return [...Map.groupBy(cells, ({ item }) => item).values()].flatMap((ofItem) => {
    const smallRegions = toldTogether(Map.groupBy(ofItem, regionOf));
    return [...Map.groupBy(ofItem, regionOf)]
      .filter(([region]) => !smallRegions.has(region))
      .flatMap(([, siblings]) => {
        const small = toldTogether(Map.groupBy(siblings, ({ stratum }) => stratum));
        return siblings.filter(
          ({ stratum, responses }) =>
            !small.has(stratum) && responses > mailsOfFour(perStratum.get(stratum) ?? []),
        );
      });
  });
}

/** Names of all that have too few answers, and of the next smallest while they have too few together. */
function toldTogether(cellsByName: ReadonlyMap<string, readonly ExpectedCell[]>): Set<string> {
  const sizes = [...cellsByName]
    .map(([name, cells]) => ({ name, size: cells.reduce((sum, { responses }) => sum + responses, 0) }))
    .toSorted((a, b) => a.size - b.size || (a.name < b.name ? -1 : 1));
  let taken = sizes.filter(({ size }) => size < fewest).length;
  const together = (): number => sizes.slice(0, taken).reduce((sum, { size }) => sum + size, 0);
  while (taken > 0 && taken < sizes.length && together() < fewest) taken += 1;
  return new Set(sizes.slice(0, taken).map(({ name }) => name));
}

/** How many mails the four people got together who got most. */
const mailsOfFour = (mails: readonly Person[]): number =>
  [...Map.groupBy(mails, ({ contactRef }) => contactRef).values()]
    .map(({ length }) => length)
    .toSorted((a, b) => b - a)
    .slice(0, fewest - 1)
    .reduce((sum, count) => sum + count, 0);
