import * as z from 'zod';
import type { Quarter } from '../calendar/month.ts';
import { agreement, faces, recommendation, wellbeing, type Scale } from '../questions/question.ts';
import { figuresSchema } from '../releases/figures.ts';
import { earlierSchema, type Release } from '../releases/release.ts';
import type { Text } from '../vocabulary.ts';
import type { Pair } from './actions.ts';
import {
  questionGroups,
  type Digest,
  type DigestQuestion,
  type QuestionGroup,
  type Reading,
} from './digest.ts';
import { groupOf, type KnownQuestions } from './known-questions.ts';
import type { Subject } from './subject.ts';
import { byMerit, wentWell } from './merit.ts';

/** How many periods a reader can take in beside each other, those of the quarter and those before it. */
const periodsMost = 4;

const cellSchema = figuresSchema.extend({
  item: z.string(),
  earlier: z.array(earlierSchema).default([]),
});
type SubjectCell = z.infer<typeof cellSchema> & { readonly period: string };

export type DigestSources = {
  readonly subject: Subject;
  readonly name: Text;
  readonly period: Quarter;
  /** At least one. Of a unit: T1 of the quarter. Of an organisation: T4 of its months, those that there are, earliest first. */
  readonly releases: readonly Release[];
  readonly pairs: readonly Pair[];
  readonly questions: KnownQuestions;
  /** Fewest answers of a cell that may be shown. */
  readonly responsesMin: number;
};

/** Whether anything at all is published of a unit or an organisation. */
export const isTold = (releases: readonly Release[], subject: Subject): boolean =>
  releases.some((release) => cellsOf(release, subject, 0).length > 0);

/** What there is to say: nothing that is not in the releases, and nothing of cells that are too small for the reader. */
export function composeDigest(sources: DigestSources): Digest {
  const { subject, name, period, releases, pairs, responsesMin } = sources;
  const cells = releases.flatMap((release) => cellsOf(release, subject, responsesMin));
  const wordings = new Map(releases.flatMap(({ labels }) => Object.entries(labels['item'] ?? {})));
  const questions = [...Map.groupBy(cells, ({ item }) => item)].map(([item, ofItem]) =>
    questionOf({ item, wording: wordings.get(item), known: sources.questions }, ofItem, responsesMin),
  );
  const ordered = questionGroups.flatMap((group) =>
    questions.filter((question) => question.group === group).toSorted(byMerit),
  );
  return {
    kind: subject.kind,
    id: subject.id,
    period,
    name,
    releasedOn: releases.map(({ releasedOn }) => releasedOn).reduce((a, b) => (a > b ? a : b)),
    isCorrected: releases.some(({ revision }) => revision > 1),
    responses: rangeOf(questions.map(({ readings }) => sum(readings.map(({ responses }) => responses)))),
    responsesMin,
    wentWell: wentWell(ordered),
    questions: ordered,
    pairs: [...pairs],
  };
}

function cellsOf({ cells, period }: Release, { kind, id }: Subject, responsesMin: number): SubjectCell[] {
  const dimension = kind === 'units' ? 'unit' : 'organisation';
  return cells
    .filter((cell) => cell[dimension] === id)
    .map((cell) => ({ ...cellSchema.parse(cell), period }))
    .filter(({ responses }) => responses >= responsesMin);
}

const scales: Readonly<Record<QuestionGroup, Scale>> = {
  statements: agreement,
  partners: agreement,
  faces,
  wellbeing,
  recommendation,
};

function questionOf(
  {
    item,
    wording,
    known,
  }: { readonly item: string; readonly wording: Text | undefined; readonly known: KnownQuestions },
  cells: readonly SubjectCell[],
  responsesMin: number,
): DigestQuestion {
  const [first] = cells;
  if (first === undefined) throw new Error('a question has a cell');
  const group = groupOf(item, first, known);
  const { from, to } = scales[group];
  return {
    item,
    wording: wording ?? known.items.get(item)?.text ?? { fi: item, sv: item, en: item },
    group,
    scale: { from, to },
    readings: cells.map(readingOf),
    earlier: first.earlier
      .filter(({ period, responses }) => period < first.period && responses >= responsesMin)
      .map((earlier) => readingOf({ ...earlier, indexInterval: null }))
      .toSorted((a, b) => (a.period < b.period ? -1 : 1))
      .slice(-Math.max(1, periodsMost - cells.length)),
    distribution: summed(cells.map(({ distribution }) => distribution)),
    groups: z
      .tuple([z.int(), z.int(), z.int()])
      .nullable()
      .parse(summed(cells.map(({ groups }) => groups))),
  };
}

const readingOf = ({ period, responses, mean, meanBand, index, indexInterval }: Reading): Reading => ({
  period,
  responses,
  mean,
  meanBand,
  index,
  indexInterval,
});

/** Step by step; null where one of them is not told. */
function summed(counts: readonly (readonly number[] | null)[]): number[] | null {
  const told = counts.filter((each) => each !== null);
  const [first] = told;
  if (first === undefined || told.length < counts.length) return null;
  return first.map((_, step) => sum(told.map((each) => each[step] ?? 0)));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const rangeOf = (values: readonly number[]): { from: number; to: number } | null =>
  values.length === 0 ? null : { from: Math.min(...values), to: Math.max(...values) };
