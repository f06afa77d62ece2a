import { Facts, type Fact } from '../../disclosure/facts.ts';
import { leaksIn, type Leak, type Secret } from '../../disclosure/known-numbers.ts';
import type { Solve } from '../../disclosure/linear-program.ts';
import { other } from '../../tallies/pooling.ts';
import { total } from '../../tallies/tally.ts';
import { tellsAtLeast, type Detail, type ToldDetail } from '../detail.ts';
import { figuresOf, groupsOf, middleOf } from '../figures.ts';
import type { CountedCell } from './counted-cell.ts';
import type { AddedUp } from './sums.ts';

type ToldCell = CountedCell & {
  /** The most that may be told of it, looked at by itself. */
  readonly detail: Detail;
  /** What an earlier edition has told of it: it can't be taken back. */
  readonly already: Detail;
};

/** How much of each cell of a question is told, and how the cells add up. */
export type Told = {
  readonly cells: readonly ToldCell[];
  readonly details: readonly Detail[];
  readonly added: AddedUp;
  /** Fewest answers of a cell that is told at all. */
  readonly least: number;
};

/**
 * Lays everything side by side that is told of one question: counts, bands, means, groups and steps, and how cells add up on
 * each step. The index is rounded of groups that are told with it, so it tells nothing more.
 *
 * What must not be known: how many have answered in a cell of which nothing is told, to less than the fewest that one is told
 * of; how many have chosen a step or a group, where that is not told, and follows not from the cell's own figures. What follows
 * from an earlier edition alone is known whatever is told now.
 *
 * @param among secrets that are looked at, where not all are
 */
export function leaksOf(told: Told, solve: Solve, among?: readonly Secret[]): Leak[] {
  const layout = layoutOf(told);
  // Nobody is in two cells of a table: no number is more than all answers, and a little room does no harm.
  const most = 100 + told.added.table.cells.reduce((all, { value }) => Math.max(all, value), 0);
  const secrets = among ?? secretsOf(told, layout);
  const leaks = leaksIn(factsOf(told, layout, secrets), secrets, most, solve);
  const isKept = told.cells.some(({ already }) => already !== 'none');
  const before = { ...told, details: told.cells.map(({ already }) => already) };
  const wasKnown = (secret: Secret): boolean =>
    isKept && leaksIn(factsOf(before, layout, [secret]), [secret], most, solve).some(isKnown);
  return leaks.filter(
    ({ secret }) => !isOwnFigure(told, layout, secret, { most, solve }) && !wasKnown(secret),
  );
}

const isKnown = ({ kind }: Leak): boolean => kind === 'known';

const factsOf = (told: Told, layout: Layout, secrets: readonly Secret[]): Facts =>
  new Facts([
    ...sumsOf(told, layout),
    ...told.cells.flatMap((cell, index) => statementsOf(cell, told.details[index] ?? 'none', index, layout)),
    ...secrets.flatMap(({ number }) => tieOf(number, layout)),
  ]);

/** Whether a secret follows from what its own cell tells, so that it is told and no secret. */
function isOwnFigure(
  { cells, details }: Told,
  layout: Layout,
  secret: Secret,
  { most, solve }: { readonly most: number; readonly solve: Solve },
): boolean {
  const index = Math.floor(secret.number / layout.size);
  const cell = cells[index];
  const detail = details[index] ?? 'none';
  if (cell === undefined || detail === 'none') return false;
  const own = [...statementsOf(cell, detail, index, layout), ...tieOf(secret.number, layout)];
  return leaksIn(new Facts(own), [secret], most, solve).some(isKnown);
}

/** Numbers of a cell stand together: how many chose each step, how many answered, and how many are in each group. */
type Layout = {
  readonly steps: readonly number[];
  readonly groups: readonly (readonly number[])[];
  readonly size: number;
};

function layoutOf({ cells }: Told): Layout {
  const steps = [...(cells[0]?.tally.counts ?? []).keys()];
  const [middle, high] = middleOf(steps.length);
  const groups = [steps.slice(0, middle), steps.slice(middle, high), steps.slice(high)];
  return { steps, groups, size: steps.length + 1 + groups.length };
}

const equal = (factors: readonly (readonly [number, number])[], value: number, source?: number): Fact => ({
  ...{ factors: new Map(factors), from: value, to: value, source },
});

const sumsOf = ({ added: { table } }: Told, { steps, size }: Layout): Fact[] =>
  table.sums.flatMap(({ total: whole, parts }) =>
    steps.map((step) =>
      equal([[whole * size + step, -1], ...parts.map((part) => [part * size + step, 1] as const)], 0),
    ),
  );

/** How far off a mean to one decimal is; a little more, since a computer's decimals are not exact. */
const meanRoom = 0.05 + 1e-9;

/** What the figures of a cell say. */
function statementsOf({ tally }: CountedCell, detail: Detail, index: number, layout: Layout): Fact[] {
  if (detail === 'none') return [];
  const { responses, distribution, groups, mean, meanBand } = figuresOf(tally, detail);
  const at = (step: number): number => index * layout.size + step;
  const sum = (steps: readonly number[], value: number): Fact =>
    equal(
      steps.map((step) => [at(step), 1] as const),
      value,
      index,
    );
  if (distribution !== null) return distribution.map((count, step) => sum([step], count));
  const counts =
    groups === null
      ? [sum(layout.steps, responses)]
      : layout.groups.map((steps, group) => sum(steps, groups[group] ?? 0));
  const ends = mean === null ? meanBand : { from: mean - meanRoom, to: mean + meanRoom };
  if (ends === null) return counts;
  const score = {
    factors: new Map(layout.steps.map((step) => [at(step), tally.from + step])),
    from: ends.from * responses,
    to: ends.to * responses,
    source: index,
  };
  return [...counts, score];
}

/** How a number that is a sum of a cell's steps is tied to them. */
function tieOf(number: number, { steps, groups, size }: Layout): Fact[] {
  const within = number % size;
  const first = number - within;
  if (within < steps.length) return [];
  const summed = within === steps.length ? steps : (groups[within - steps.length - 1] ?? []);
  return [equal([[number, -1], ...summed.map((step) => [first + step, 1] as const)], 0)];
}

function secretsOf(told: Told, { steps, groups, size }: Layout): Secret[] {
  const { cells, details, least, added } = told;
  const count = steps.length;
  const isWide: Secret['isEnough'] = ({ from, to }) => to - from >= least;
  // That perhaps nobody has chosen a step says nothing of anybody.
  const isOpen: Secret['isEnough'] = ({ from, to }) => from === 0 || from < to;
  // Of units it is found out of how many answers there must be in some.
  const hasAnybody = (place: number): boolean =>
    added.pooledUnits.has(place) && (added.table.cells[place]?.value ?? 0) > 0;
  const ofCells = cells.flatMap(({ tally, stratum, detail: most }, index): Secret[] => {
    const detail = details[index] ?? 'none';
    const isNamed = !Object.values(stratum).includes(other);
    // What may be told of a cell does no harm, unless it was held back.
    const isHeldBack = isNamed && !tellsAtLeast(detail, 'groups');
    const isSecret = (level: ToldDetail): boolean =>
      !tellsAtLeast(detail, level) && (isHeldBack || !tellsAtLeast(most, level));
    const secret = (within: number, value: number, isEnough: Secret['isEnough']): Secret[] =>
      value === 0 ? [] : [{ number: index * size + within, value, isEnough }];
    // A group that is one step is told where groups are.
    const hidden = groups.filter((within) => within.length > 1 || isSecret('groups')).flat();
    return [
      ...(isNamed && detail === 'none' ? secret(count, total(tally.counts), isWide) : []),
      ...(isSecret('groups')
        ? groupsOf(tally).flatMap((value, group) => secret(count + 1 + group, value, isOpen))
        : []),
      ...(isSecret('full') ? hidden.flatMap((step) => secret(step, tally.counts[step] ?? 0, isOpen)) : []),
    ];
  });
  // What is told together with others was counted nowhere by itself: what it is, is not known here either.
  const unknown = (number: number, isEnough: Secret['isEnough']): Secret => ({
    number,
    value: undefined,
    isEnough,
  });
  const pooled = [...added.pooledUnits, ...added.pooledParts];
  const isWideOrNobody: Secret['isEnough'] = (interval) => interval.from === 0 || isWide(interval);
  const ofPooled = pooled.flatMap((place) => [
    unknown(place * size + count, hasAnybody(place) ? isWide : isWideOrNobody),
    ...steps.map((step) => unknown(place * size + step, isOpen)),
  ]);
  return [...ofCells, ...ofPooled];
}
