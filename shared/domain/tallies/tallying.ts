import type { Answers } from '../questions/answers.ts';
import type { QuestionSet } from '../questions/question.ts';
import { DriverSums, type Driver } from './drivers.ts';
import { QuestionCounts, whereaboutsOf, type Steps } from './question-counts.ts';
import type { Asked } from './table.ts';
import type { Tally } from './tally.ts';

/** In place of a question: how many forms were sent, of which every one is filled in somewhere. */
export const forms = '(forms)';
const sent: Steps = { from: 1, to: 1 };

/** What is kept of the answers of a period: nothing but this can come out again. */
export type Tallied = { readonly tallies: readonly Tally[]; readonly drivers: readonly Driver[] };

/** Counts answers one at a time and forgets each at once. */
export class Tallying {
  /** By question key. */
  readonly #questions = new Map<string, QuestionCounts>();
  readonly #drivers = new DriverSums();

  count(asked: Asked, questionSet: QuestionSet, answers: Answers): void {
    const whereabouts = whereaboutsOf(asked);
    this.#countsOf(forms, sent).count(whereabouts, sent.from);
    for (const { key, scale } of questionSet.questions) {
      const answer = answers[key];
      if (answer !== undefined) this.#countsOf(key, scale).count(whereabouts, answer);
    }
    this.#drivers.count(asked.place.region, questionSet, answers);
  }

  #countsOf(key: string, scale: Steps): QuestionCounts {
    const counts = this.#questions.get(key) ?? new QuestionCounts(scale);
    this.#questions.set(key, counts);
    return counts;
  }

  /**
   * What may be stored: no stratum in which too few have answered a question, nor anything from which one could be had by
   * subtracting totals. In the order of tables, strata and questions, which says nothing about the order of answers.
   */
  storable(): Tallied {
    const questions = [...this.#questions]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, counts]) => ({ key, ...counts.told() }));
    const tallies = new Map<string, Tally>();
    for (const { key, strata } of questions) {
      for (const { table, stratum, counts } of strata) {
        const name = JSON.stringify([table, ...Object.values(stratum)]);
        const tally = tallies.get(name) ?? { table, stratum, items: {} };
        tallies.set(name, { ...tally, items: { ...tally.items, [key]: counts } });
      }
    }
    const regions = new Map(questions.map(({ key, regions }) => [key, regions]));
    return {
      tallies: [...tallies].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, tally]) => tally),
      drivers: this.#drivers.storable((question, region) => regions.get(question)?.has(region) ?? false),
    };
  }
}
