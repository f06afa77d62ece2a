/**
 * Shows that whatever is published rests on at least five people, though answers can't be counted by person: a few people
 * who got many invitations use every ticket that they have, some as late as they can, and some with the context of another
 * mail. The same generated people break the rule as soon as any part of it is left out.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthsOf, type Quarter } from '../../../shared/domain/calendar/month.ts';
import { spanOf, ticketsBehind } from '../../../shared/domain/calendar/ticket-term.ts';
import type { Context } from '../../../shared/domain/context.ts';
import { questionSetVersion } from '../../../shared/domain/questions/question-sets.ts';
import { InvitedCount, type Ask } from '../../../shared/domain/reports/invited-count.ts';
import { mostByTooFew, type Invited } from '../../../shared/domain/reports/invited.ts';
import { composeRelease } from '../../../shared/domain/reports/release.ts';
import { Tallying } from '../../../shared/domain/reports/tallying.ts';
import { context } from '../../support/answers.ts';
import { ask, placeOf } from '../../support/asks.ts';

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
  const count = new InvitedCount(quarter, placeOf);
  for (const one of asks) count.count(one);
  return count.counts();
}

/** A rule that says how many answers of a cell can be from too few people. */
type Rule = (asks: readonly Ask[], counted: readonly Quarter[]) => ReturnType<typeof mostByTooFew>;
const theRule: Rule = (asks, counted) =>
  mostByTooFew(period, counted, new Map(counted.map((quarter) => [quarter, invitedBehind(quarter, asks)])));

/** Every published cell, with the number of its answers and of the people that they are from. */
function published(given: readonly Given[], asks: readonly Ask[], rule: Rule) {
  const counted = [...new Set([...given.map(({ quarter }) => quarter), period])].toSorted();
  const most = rule(asks, counted);
  const tallies = talliesOf(given);
  return (['T1', 'T2'] as const).flatMap((table) =>
    composeRelease(table, period, tallies, most).cells.map((cell) => ({
      ...cell,
      people: new Set(given.filter(({ context }) => isIn(cell, context)).map(({ contact }) => contact)).size,
    })),
  );
}

const isIn = (cell: Readonly<Record<string, unknown>>, context: Context): boolean => {
  const form = questionSetVersion(context.questionSet, context.questionSetVersion);
  return (
    form?.questions.some(({ key }) => key === cell['item']) === true &&
    ('unit' in cell
      ? cell['unit'] === context.unit
      : cell['region'] === placeOf(context.unit).region && cell['role'] === context.role)
  );
};

describe('what few people can do', () => {
  const unit = fc.constantFrom('north-1', 'north-1', 'north-2', 'south-1');
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
      for (const { people } of published(given, asks, rule)) expect(people).toBeGreaterThanOrEqual(5);
    });

  it('is never published, whatever they do', () => {
    fc.assert(restsOnFive(theRule), { numRuns: 500 });
  });

  it('does not keep what many have answered from being published', () => {
    const nothing = fc.property(plays, (played) => {
      const { asks, given } = play(played);
      expect(published(given, asks, theRule)).toEqual([]);
    });
    expect(fc.check(nothing, { endOnFailure: true }).failed).toBe(true);
  });

  const weakened: Readonly<Record<string, Rule>> = {
    'no rule but five answers': () => () => 0,
    'no tickets from before the period': (asks, counted) =>
      theRule(
        asks.filter((one) => isWithin(spanOf(period), one)),
        counted,
      ),
    'only tickets that came with a context of the cell': (asks, counted) =>
      mostByTooFew(
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

  it.each(Object.entries(weakened))('would be published with %s', (_, rule) => {
    expect(fc.check(restsOnFive(rule), { numRuns: 2000, endOnFailure: true }).failed).toBe(true);
  });
});
