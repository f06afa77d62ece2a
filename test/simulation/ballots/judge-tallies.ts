import { isDeepStrictEqual } from 'node:util';
import { readComments } from '../../../shared/adapters/comments.ts';
import { readClosedPeriods } from '../../../shared/adapters/closed-periods.ts';
import { readTallied } from '../../../shared/adapters/tallies.ts';
import type { Structure } from '../../../shared/domain/tallies/structure.ts';
import type { Place } from '../../../shared/domain/tallies/table.ts';
import { Tallying } from '../../../shared/domain/tallies/tallying.ts';
import { insist } from '../insist.ts';
import { familyForm } from './cast.ts';
import { monthAt, monthName, quarterAt, quarterName } from './naive-terms.ts';
import { note } from './processes.ts';
import type { Stored } from './witness.ts';
import type { World } from './world.ts';

/** Fewer than so many answers wait for the next quarter, through four of them. */
const batchLeast = 10;
const waitQuarters = 4;

/**
 * What a close has made of the answers: of what was first stored for each page, sealed for quarters up to this one and not
 * counted yet, all of it, once, or nothing where it is too little.
 *
 * @param counted what was counted at earlier closes; what was counted now is added
 */
export async function judgeTallies(
  { witness, counts }: World,
  quarter: number,
  counted: Set<Stored>,
): Promise<void> {
  const period = quarterName(quarter);
  const open = [...witness.stored.values()].filter(
    (stored) => stored.quarter <= quarter && quarter <= stored.quarter + waitQuarters && !counted.has(stored),
  );
  const truth = open.length < batchLeast ? [] : open;
  const closed = (await readClosedPeriods('reports')).find((one) => one.period === period);
  const comments = (await readComments('reports', period)).map(({ text }) => text).sort();
  const told = truth.flatMap(({ contents: { answers } }) => answers['comment'] ?? []).sort();
  const tallied = await readTallied('reports', period);
  const facts = { period, answers: truth.length, open: open.length, closed };

  insist(closed?.spoiled === 0, 'a quarter is closed, and no envelope spoiled', facts);
  insist((closed?.counted.length === 0) === (truth.length === 0), 'too few wait, and others do not', facts);
  insist(isDeepStrictEqual(comments, told), 'every comment is there once', { ...facts, comments, told });
  insist(isDeepStrictEqual(tallied, tallyOf(truth)), 'the tallies are those of what was stored', facts);
  for (const [key, expected] of naiveCounts(truth)) {
    const whole = tallied.tallies.find(({ table }) => table === 'T6')?.items[key];
    const found = whole?.counts.flatMap((count, step) => (count > 0 ? [[whole.from + step, count]] : []));
    insist(isDeepStrictEqual(found, expected), 'every answer counts once', { key, found, expected });
  }
  for (const stored of truth) counted.add(stored);
  note(counts, truth.length > 0 ? 'in the mix: a quarter counted' : 'in the mix: a quarter carried over');
}

/** What a mix leaves that has died: a quarter that is closed for good, or nothing of it that can be read. */
export async function judgeHalf(quarter: number): Promise<void> {
  const period = quarterName(quarter);
  if ((await readClosedPeriods('reports')).some((closed) => closed.period === period)) return;
  const comments = await readComments('reports', period);
  const { tallies, drivers } = await readTallied('reports', period);
  insist(comments.length + tallies.length + drivers.length === 0, 'a mix that dies leaves no half', {
    period,
    comments: comments.length,
    tallies: tallies.length,
  });
}

/** Every unit stands for itself. */
export const placeOf = (unit: string): Place => ({ region: unit, organisation: unit });

/** What everybody may know of the units, which the mix keeps beside its counts, and of nothing where it counted nothing. */
export const structure: Structure = {
  units: [{ id: 'u', region: 'u', organisation: 'u', services: ['31'], provisions: ['own'] }],
  ages: { parent: ['18+'] },
};
const noStructure: Structure = { units: [], ages: {} };

/** By the domain's own arithmetic: what it makes of answers is judged elsewhere, here it is only which of them. */
function tallyOf(truth: readonly Stored[]) {
  const tallying = new Tallying();
  for (const { page, contents, quarter, at } of truth) {
    const context = page.person.circumstances;
    const place = placeOf(context.unit);
    // What was sealed before a quarter ended belongs to its last month, though it came after midnight.
    const month = monthName(quarterAt(at) === quarter ? monthAt(at) : quarter * 3 + 2);
    const answers = Object.entries(contents.answers).flatMap(([key, value]) =>
      typeof value === 'number' ? [[key, value] as const] : [],
    );
    tallying.count({ context, place, month }, familyForm(), Object.fromEntries(answers));
  }
  return { ...tallying.storable(), structure: truth.length === 0 ? noStructure : structure };
}

/** How many gave each answer to a question, where enough have for a tally to be kept. Everybody here has one provision. */
function naiveCounts(truth: readonly Stored[]): Map<string, (readonly [number, number])[]> {
  const given = new Map<string, number[]>();
  for (const { contents } of truth)
    for (const [key, value] of Object.entries(contents.answers))
      if (typeof value === 'number') given.set(key, [...(given.get(key) ?? []), value]);
  return new Map(
    [...given]
      .filter(([, values]) => values.length >= 5)
      .map(([key, values]) => [
        key,
        [...Map.groupBy(values, (value) => value)]
          .sort(([a], [b]) => a - b)
          .map(([value, same]) => [value, same.length] as const),
      ]),
  );
}
