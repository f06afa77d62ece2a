import * as z from 'zod';
import type { Answers } from '../questions/answers.ts';
import type { Question, QuestionSet } from '../questions/question.ts';
import { responsesMin } from './tally.ts';

/**
 * Fewest people behind a driver. Sums of squares and products tell far more than counts: those of two people give both
 * answers away, and those of five leave a handful of possibilities.
 */
export const driverResponsesMin = 20;

/** How a statement (x) goes together with the recommendation (y) in one region, among those who answered both. */
export const driverSchema = z.object({
  region: z.string(),
  /** Key of the statement. */
  item: z.string(),
  /** Key of the recommendation question. */
  recommendation: z.string(),
  responses: z.int().min(driverResponsesMin),
  sums: z.object({ x: z.int(), y: z.int(), xy: z.int(), xx: z.int(), yy: z.int() }),
});
export type Driver = z.infer<typeof driverSchema>;

type Sums = { responses: number; x: number; y: number; xy: number; xx: number; yy: number };

/** Of one form in one region. */
type FormSums = {
  /** How many answered each question. */
  readonly answered: Map<string, number>;
  /** Sums of those who answered both, by statement and recommendation. */
  readonly both: Map<string, Sums & { readonly item: string; readonly recommendation: string }>;
};

/** Adds up answers one at a time and forgets each at once, as far as the sums of a report on drivers need it. */
export class DriverSums {
  readonly #regions = new Map<string, Map<string, FormSums>>();

  count(region: string, { id, questions }: QuestionSet, answers: Answers): void {
    const { answered, both } = this.#formOf(region, id);
    const given = questions.flatMap((question) => {
      const answer = answers[question.key];
      return answer === undefined ? [] : [{ question, answer }];
    });
    for (const { question } of given) answered.set(question.key, (answered.get(question.key) ?? 0) + 1);
    for (const { question: statement, answer: x } of given.filter(isOfKind('agreement'))) {
      for (const { question: recommendation, answer: y } of given.filter(isOfKind('recommendation'))) {
        const pair = { item: statement.key, recommendation: recommendation.key };
        const sums = both.get(nameOf(pair)) ?? { ...pair, responses: 0, x: 0, y: 0, xy: 0, xx: 0, yy: 0 };
        both.set(nameOf(pair), plus(sums, { responses: 1, x, y, xy: x * y, xx: x * x, yy: y * y }));
      }
    }
  }

  /**
   * The drivers that may be stored, in the order of region and questions.
   *
   * @param isTold whether the tallies of a question tell a region by name
   */
  storable(isTold: (question: string, region: string) => boolean): Driver[] {
    return [...this.#regions]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([region, forms]) =>
        pairsOf(forms)
          .filter((pair) => isTold(pair.item, region) && isTold(pair.recommendation, region))
          .flatMap((pair) => driverOf(region, [...forms.values()], pair)),
      );
  }

  #formOf(region: string, form: string): FormSums {
    const forms = this.#regions.get(region) ?? new Map<string, FormSums>();
    this.#regions.set(region, forms);
    const sums = forms.get(form) ?? { answered: new Map(), both: new Map() };
    forms.set(form, sums);
    return sums;
  }
}

type Pair = { readonly item: string; readonly recommendation: string };

const nameOf = ({ item, recommendation }: Pair): string => JSON.stringify([item, recommendation]);

const isOfKind =
  (kind: Question['scale']['kind']) =>
  ({ question }: { readonly question: Question }): boolean =>
    question.scale.kind === kind;

const plus = <All extends Sums>(all: All, { responses, x, y, xy, xx, yy }: Sums): All => ({
  ...all,
  responses: all.responses + responses,
  x: all.x + x,
  y: all.y + y,
  xy: all.xy + xy,
  xx: all.xx + xx,
  yy: all.yy + yy,
});

/** Every pair that somebody of a region answered, in order. */
function pairsOf(forms: ReadonlyMap<string, FormSums>): Pair[] {
  const pairs = new Map([...forms.values()].flatMap(({ both }) => [...both]));
  return [...pairs].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair);
}

/**
 * The driver of one pair, or none where it may not be stored: where it has too few, or where the tallies of either
 * question less the driver would tell of a few, who answered one question and not the other. A form is asked of a role
 * at a stage, whose tallies are known, so each form is looked at by itself.
 */
function driverOf(region: string, forms: readonly FormSums[], pair: Pair): Driver[] {
  const name = nameOf(pair);
  const none: Sums = { responses: 0, x: 0, y: 0, xy: 0, xx: 0, yy: 0 };
  const sums = forms.map(({ both }) => both.get(name) ?? none);
  const isSafe = forms.every(({ answered }, index) =>
    [pair.item, pair.recommendation].every((key) => {
      const others = (answered.get(key) ?? 0) - (sums[index]?.responses ?? 0);
      return others === 0 || others >= responsesMin;
    }),
  );
  const { responses, x, y, xy, xx, yy } = sums.reduce(plus, none);
  if (!isSafe || responses < driverResponsesMin) return [];
  const { item, recommendation } = pair;
  return [{ region, item, recommendation, responses, sums: { x, y, xy, xx, yy } }];
}
