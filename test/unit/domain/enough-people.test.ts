/**
 * Shows that whatever is published rests on at least five people, though answers can't be counted by person: a few people
 * who got many invitations use every ticket that they have, some as late as they can, and some with the context of another
 * mail. It holds of what is told by name, and of what is told of several together. What is looked at is the most that may
 * be told of each cell by itself: whatever lies beside it can only take away from that. The same generated people break the
 * rule as soon as any part of it is left out.
 */
import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthsOf, type Quarter } from '../../../shared/domain/calendar/month.ts';
import { spanOf, ticketsBehind } from '../../../shared/domain/calendar/ticket-term.ts';
import type { Context } from '../../../shared/domain/context.ts';
import { questionSetVersion } from '../../../shared/domain/questions/question-sets.ts';
import { InvitedCount, type Ask } from '../../../shared/domain/tallies/invited-count.ts';
import type { Invited } from '../../../shared/domain/tallies/invited.ts';
import { other } from '../../../shared/domain/tallies/pooling.ts';
import { reportTable, type TableId } from '../../../shared/domain/tallies/table.ts';
import type { Tally } from '../../../shared/domain/tallies/tally.ts';
import { detailOf } from '../../../shared/domain/releases/detail.ts';
import { tooFewIn, type TooFew } from '../../../shared/domain/releases/too-few.ts';
import { forms, Tallying } from '../../../shared/domain/tallies/tallying.ts';
import { context } from '../../support/answers.ts';
import { ask, placeOf } from '../../support/asks.ts';
import { shippedCatalogue } from '../../support/shipped-forms.ts';

const period = '2026-Q2';
const before = '2026-Q1';
const isWithin = ({ from, to }: { from: number; to: number }, { at }: Ask): boolean => from <= at && at < to;

/** One answer: whose it is, with which context it was sent, and in which quarter. */
type Given = { readonly contact: string; readonly context: Context; readonly quarter: Quarter };

function talliesOf(given: readonly Given[]) {
  const tallying = new Tallying();
  for (const { context, quarter } of given) {
    const form = questionSetVersion(context.questionSet, context.questionSetVersion);
    if (form === undefined) throw new Error('asks come with forms that are shipped');
    const answers = Object.fromEntries(form.questions.map(({ key, scale }) => [key, scale.to]));
    tallying.count(
      { context, place: placeOf(context.unit), month: monthsOf(quarter)[0] ?? '' },
      form,
      answers,
    );
  }
  return tallying.storable().tallies;
}

function invitedBehind(quarter: Quarter, asks: readonly Ask[]): Invited {
  const count = new InvitedCount(quarter, placeOf, shippedCatalogue.version);
  for (const one of asks) count.count(one);
  return count.counts();
}

/** A rule that says how many answers of a cell can be from too few people. */
type Rule = (asks: readonly Ask[], counted: readonly Quarter[]) => TooFew;
const theRule: Rule = (asks, counted) =>
  tooFewIn(period, counted, new Map(counted.map((quarter) => [quarter, invitedBehind(quarter, asks)])));

/** One question in one cell of which something may be told, and of how many people it is. */
type Told = {
  readonly table: TableId;
  readonly stratum: object;
  readonly item: string;
  readonly people: number;
};

/** Every cell of which something may be told, with the number of the people whose answers are in it. */
function told(given: readonly Given[], asks: readonly Ask[], rule: Rule): Told[] {
  const counted = [...new Set([...given.map(({ quarter }) => quarter), period])].toSorted();
  const tooFew = rule(asks, counted);
  const tallies = talliesOf(given);
  // By channel nothing is told of a question, and whoever sent a form at all is told in no other way than as a rate.
  const byQuestion = tallies.filter(({ table }) => table !== 'R1');
  return byQuestion.flatMap(({ table, stratum, items }) =>
    Object.entries(items).flatMap(([item, tally]) => {
      if (item === forms) return [];
      if (detailOf(tally, tooFew.in({ table, stratum, item })) === 'none') return [];
      const whose = given.filter((one) => isIn({ table, stratum, item }, one, tallies));
      return [{ table, stratum, item, people: new Set(whose.map(({ contact }) => contact)).size }];
    }),
  );
}

/** A question in a stratum. */
type Spot = { readonly table: TableId; readonly stratum: Tally['stratum']; readonly item: string };

/** Whether an answer to a question is counted in a stratum: in the one that has its coordinates, else in the pool. */
function isIn(
  { table, stratum, item }: Spot,
  { context, quarter }: Given,
  tallies: readonly Tally[],
): boolean {
  const form = questionSetVersion(context.questionSet, context.questionSetVersion);
  if (form?.questions.some(({ key }) => key === item) !== true) return false;
  const month = monthsOf(quarter)[0] ?? '';
  const { parents, stratum: of } = reportTable(table);
  const own = of({ context, place: placeOf(context.unit), month });
  const others = tallies.filter((tally) => tally.table === table && item in tally.items);
  const hasAll = (wanted: Tally['stratum']): boolean =>
    others.some((tally) => isDeepStrictEqual(tally.stratum, wanted));
  const hasParent = (name: string): boolean => others.some((tally) => tally.stratum[name] === own[name]);
  // Regions and organisations are told under their own name, or with others, for all of a question at once.
  const placed = Object.fromEntries(
    Object.entries(own).map(([name, value]) => [
      name,
      parents.includes(name) && !hasParent(name) ? other : value,
    ]),
  );
  const pooled = Object.fromEntries(
    Object.entries(placed).map(([name, value]) => [name, parents.includes(name) ? value : other]),
  );
  return isDeepStrictEqual(stratum, hasAll(placed) ? placed : pooled);
}

describe('what few people can do', () => {
  const unit = fc.constantFrom('north-1', 'north-1', 'north-2', 'south-1', 'west-1', 'east-1');
  const form = fc.constantFrom<Partial<Context>>(
    { questionSet: 'meeting' },
    { questionSet: 'meeting' },
    { questionSet: 'county-worker', role: 'county-worker' },
  );
  const at = fc.integer({ min: ticketsBehind(before).from, max: ticketsBehind(period).to - 1 });
  const mail = fc.record({ unit, form, at }).map(({ form: rest, ...one }) => ({
    at: one.at,
    context: context({ unit: one.unit, ...rest }),
    isSent: true,
  }));
  const plays = fc.record({
    /** People who get one mail each after a meeting in the same unit, and how many of them answer. */
    manyAsked: fc.integer({ min: 0, max: 12 }),
    manyAnswer: fc.integer({ min: 0, max: 12 }),
    /** People who get many mails, and use every ticket. */
    few: fc.array(fc.array(mail, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 4 }),
    /** Whether the few send every answer with the context of their first mail. */
    isSwapped: fc.boolean(),
    /** How many of their tickets are used for answers that are carried over from the quarter before. */
    carried: fc.constantFrom(0, 0, 3, 9),
  });
  type Play = typeof plays extends fc.Arbitrary<infer Value> ? Value : never;

  /** Who is asked, and what they answer. */
  function play({ manyAsked, manyAnswer, few, isSwapped, carried }: Play) {
    const many = Array.from({ length: manyAsked }, (_, number) =>
      ask(`one-of-many-${number}`, '2026-05-15T12:00:00+03:00'),
    );
    const fewAsks = few.flatMap((mails, number) =>
      mails.map((one): Ask => ({ contact: `one-of-few-${number}`, ...one })),
    );
    const early = fewAsks.filter((one) => isWithin(ticketsBehind(before), one)).slice(0, carried);
    const late = fewAsks.filter((one) => isWithin(ticketsBehind(period), one) && !early.includes(one));
    const given = [[early, before] as const, [late, period] as const].flatMap(([used, quarter]) =>
      used.map(({ contact, context: own }): Given => {
        const first = used.find((other) => other.contact === contact);
        return { contact, quarter, context: isSwapped ? (first?.context ?? own) : own };
      }),
    );
    const others = many
      .slice(0, manyAnswer)
      .map(({ contact, context: own }): Given => ({ contact, context: own, quarter: period }));
    return { asks: [...many, ...fewAsks], given: [...given, ...others] };
  }

  const restsOnFive = (rule: Rule) =>
    fc.property(plays, (played) => {
      const { asks, given } = play(played);
      for (const cell of told(given, asks, rule))
        expect(cell.people, JSON.stringify(cell)).toBeGreaterThanOrEqual(5);
    });

  it('is never told, whatever they do', () => {
    fc.assert(restsOnFive(theRule), { numRuns: 300 });
  });

  it.each([
    ['by name', false],
    ['of several together', true],
  ])('does not keep what many have answered from being told %s', (_, isTogether) => {
    const nothing = fc.property(plays, (played) => {
      const { asks, given } = play(played);
      expect(told(given, asks, theRule).filter((cell) => isPool(cell) === isTogether)).toEqual([]);
    });
    expect(fc.check(nothing, { endOnFailure: true }).failed).toBe(true);
  });

  const isPool = ({ stratum }: Told): boolean => Object.values(stratum).includes(other);

  const weakened: Readonly<Record<string, Rule>> = {
    'no rule but five answers': () => ({ in: () => 0, around: () => 0 }),
    'for several together the rule of none of them': (asks, counted) => {
      const { in: most, around } = theRule(asks, counted);
      return { in: (cell) => (Object.values(cell.stratum).includes(other) ? 0 : most(cell)), around };
    },
    'no tickets from before the period': (asks, counted) =>
      theRule(
        asks.filter((one) => isWithin(spanOf(period), one)),
        counted,
      ),
    'only tickets that came with a context of the cell': (asks, counted) =>
      tooFewIn(
        period,
        counted,
        new Map(
          counted.map((quarter) => [
            quarter,
            invitedBehind(quarter, asks).map((each) => ({
              ...each,
              reach: Object.fromEntries(Object.keys(each.reach).map((item) => [item, 1])),
            })),
          ]),
        ),
      ),
    'nothing of what was carried over': (asks) => theRule(asks, [period]),
  };

  it.each(Object.entries(weakened))('would be told with %s', (_, rule) => {
    expect(fc.check(restsOnFive(rule), { numRuns: 2000, endOnFailure: true }).failed).toBe(true);
  });
});
