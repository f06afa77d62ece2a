import { randomInt } from 'node:crypto';
import { composeComments } from '../../shared/domain/comments/comment-release.ts';
import { mixComments, type Written } from '../../shared/domain/comments/comment-strata.ts';
import type { Cell } from '../../shared/domain/releases/release.ts';
import { onceEach } from '../support/closed.ts';
import { drawsFrom } from '../simulation/releases/deployment.ts';
import { attackOnFigures, type Outcome, type Try } from './attack.ts';
import { limitOfShare } from './judging/limits.ts';
import { textIn } from './published/reading.ts';

/*
 * Somebody who knows in which order people answered, and what each of them answered in figures, lays the comments beside:
 * in the order in which they are published, in the opposite one, by length, by what else stands with them. Where comments
 * come in the order of answers, or of scores, each gets the scores of whoever wrote it.
 */

/** Somebody who answered and wrote something, in the order of answering. */
type Author = { readonly region: string; readonly score: number; readonly text: string };

type Edition = {
  /** Conceded: who answered, where and when, and their scores; not the texts, by which the suite counts. */
  readonly authors: readonly Author[];
  readonly cells: readonly Cell[];
};

const regions = ['north', 'south', 'west'];
const quarter = '2026-Q1';

/** What people wrote in many quarters. */
function authorsOf(edition: number): Author[] {
  const draw = drawsFrom(1000 + edition);
  return Array.from({ length: 60 }, () => ({
    region: regions[draw(regions.length)] ?? 'north',
    score: draw(11),
    text: `Kirjoitus ${draw(1_000_000_000)}${' ja vähän lisää'.repeat(draw(8))}.`,
  }));
}

/** The orders in which somebody may lay comments beside people. */
const orders: Readonly<Record<string, (cells: readonly Cell[]) => readonly Cell[]>> = {
  'the order in which they are published': (cells) => cells,
  'the opposite order': (cells) => cells.toReversed(),
  'the order of their letters': (cells) =>
    cells.toSorted((a, b) => textIn(a, 'comment').localeCompare(textIn(b, 'comment'), 'fi')),
  'the order of whatever else stands with them': (cells) =>
    cells.toSorted((a, b) => restOf(a).localeCompare(restOf(b), 'fi', { numeric: true })),
};
const sides: Readonly<Record<string, (authors: readonly Author[]) => readonly Author[]>> = {
  'those who answered': (authors) => authors,
  'their scores': (authors) => authors.toSorted((a, b) => b.score - a.score),
};

const restOf = (cell: Cell): string =>
  JSON.stringify(Object.entries(cell).filter(([name]) => name !== 'comment' && name !== 'region'));

function attempt(editions: readonly Edition[]): Outcome {
  const groups = editions.flatMap(({ authors, cells }) =>
    [...Map.groupBy(cells, (cell) => textIn(cell, 'region'))].map(([region, within]) => ({
      within,
      authors: authors.filter((author) => author.region === region),
    })),
  );
  const trials = groups.reduce((sum, { within }) => sum + within.length, 0);
  // Whoever guesses blindly is right once in each group.
  const chance = groups.length / trials;
  const pairs = Object.entries(orders).flatMap(([by, laid]) =>
    Object.entries(sides).map(([beside, sorted]) => ({ by, laid, beside, sorted })),
  );
  const tries = pairs.map(({ by, laid, beside, sorted }): Try => {
    const right = groups.reduce((sum, { within, authors }) => {
      const people = sorted(authors);
      return sum + laid(within).filter(({ comment }, place) => comment === people[place]?.text).length;
    }, 0);
    return {
      name: `comments in ${by} beside ${beside}`,
      success: right / trials,
      chance,
      limit: limitOfShare(chance, trials, pairs.length),
    };
  });
  return {
    tries,
    remarks: [`${trials} comments in ${groups.length} regions and quarters were laid beside people`],
  };
}

type Mix = (written: readonly Written[]) => readonly { readonly region: string; readonly text: string }[];

const asItIs: Mix = (written) =>
  mixComments(written, (bound) => randomInt(bound)).map(({ stratum, text }) => ({
    region: stratum['region'] ?? '',
    text,
  }));

/** @param mixed how comments leave the mix @param published how they are told */
const editionsBy =
  (
    mixed: (authors: readonly Author[]) => readonly { readonly region: string; readonly text: string }[],
    published: (approved: readonly { readonly region: string; readonly text: string }[]) => readonly Cell[],
  ) =>
  (size: string): Edition[] =>
    Array.from({ length: size === 'quick' ? 60 : 300 }, (_, edition) => {
      const authors = authorsOf(edition);
      return { authors, cells: published(mixed(authors)) };
    });

const composed = (approved: Parameters<typeof composeComments>[1]): readonly Cell[] =>
  composeComments(quarter, approved, onceEach, (bound) => randomInt(bound)).cells;

const inTheirOrder = (approved: readonly { readonly region: string; readonly text: string }[]): Cell[] =>
  approved.map(({ region, text }) => ({ region, comment: text }));

export const matchedComments = attackOnFigures<readonly Edition[]>({
  id: 'B-11',
  adversary:
    'has the published comments, and knows of all who wrote one when they answered, and their scores',
  tries:
    'to match comments to people and their scores by the order in which they stand, or anything that stands with them',
  view: editionsBy(asItIs, composed),
  attempt,
  weakened: [
    {
      name: 'comments stand in the order in which they came (weaker function)',
      view: editionsBy((authors) => authors, inTheirOrder),
    },
    {
      name: 'comments are shuffled, and numbered as they came (weaker function)',
      view: editionsBy(
        (authors) => authors,
        (approved) => {
          const numbers = new Map(approved.map(({ text }, number) => [text, number]));
          return composed(approved).map((cell) => ({
            ...cell,
            id: numbers.get(textIn(cell, 'comment')) ?? -1,
          }));
        },
      ),
    },
    {
      name: 'comments stand by score (weaker function)',
      view: editionsBy((authors) => authors.toSorted((a, b) => b.score - a.score), inTheirOrder),
    },
  ],
});
