/**
 * Shows what is counted of asks: generated ones are counted again, naively, for every stratum of every table and for the
 * whole deployment, by dimensions written here. The edges of the quarter, and of the months before it, are among the times.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogueOf } from '../../../shared/domain/questions/catalogue.ts';
import { InvitedCount, type Ask } from '../../../shared/domain/tallies/invited-count.ts';
import { invitedSchema, stratumKey, type Invited } from '../../../shared/domain/tallies/invited.ts';
import type { Stratum } from '../../../shared/domain/tallies/table.ts';
import { ask, asksAt, fourLargest, placeOf } from '../../support/asks.ts';
import { shippedCatalogue } from '../../support/shipped-forms.ts';
import { ownForm, ownQuestion } from '../../support/own-forms.ts';

function countOf(asks: readonly Ask[], period = '2026-Q2'): Invited {
  const count = new InvitedCount(period, placeOf, shippedCatalogue.version);
  for (const one of asks) count.count(one);
  return count.counts();
}

it('knows who can have answered a question of the organisation’s own: those whose form asks it', () => {
  const standings = [{ id: 'meeting', published: [2], withdrawn: [] }];
  const { version } = catalogueOf({ standings, published: [ownForm('meeting', 2)] });
  const count = new InvitedCount('2026-Q2', placeOf, version);
  for (let person = 0; person < 6; person += 1)
    count.count(
      ask(`contact-${person}`, '2026-05-05T12:00:00+03:00', { questionSetVersion: person < 2 ? 2 : 1 }),
    );
  const all = count.counts().find(({ table }) => table === 'R1');
  expect(all?.reach).toMatchObject({ heard: 4, [ownQuestion]: 2, aim: 4 });
});

const within =
  (from: string, to: string) =>
  ({ at }: Ask) =>
    Date.parse(from) <= at && at < Date.parse(to);
const isBehind = within('2025-11-01T00:00:00+02:00', '2026-07-01T00:20:00+03:00');
const isInPeriod = within('2026-04-01T00:00:00+03:00', '2026-07-01T00:00:00+03:00');
const isIn = {
  '2026-04': within('2026-04-01T00:00:00+03:00', '2026-05-01T00:00:00+03:00'),
  '2026-05': within('2026-05-01T00:00:00+03:00', '2026-06-01T00:00:00+03:00'),
  '2026-06': within('2026-06-01T00:00:00+03:00', '2026-07-01T00:00:00+03:00'),
};

const regionOf = ({ context }: Ask): string => context.unit.split('-')[0] ?? '';
const coordinates: Readonly<Record<string, (one: Ask) => Stratum>> = {
  T1: (one) => ({ region: regionOf(one), unit: one.context.unit }),
  T2: (one) => ({ region: regionOf(one), role: one.context.role }),
  T3: (one) => ({
    region: regionOf(one),
    stage: one.context.stage,
    voluntary: one.context.voluntary === null ? 'unknown' : String(one.context.voluntary),
  }),
  T5: ({ context }) => ({ service: context.socialService ?? 'unknown' }),
  T6: ({ context }) => ({ provision: context.provision ?? 'unknown' }),
  T7: (one) => ({ region: regionOf(one), ageBand: one.context.ageBand }),
  T8: (one) => ({ region: regionOf(one), language: one.context.language }),
  R1: (one) => ({ region: regionOf(one), channel: 'mail' }),
};
/** What the forms ask that the generated asks come with. */
const questions: Readonly<Record<string, readonly string[]>> = {
  meeting: ['heard', 'respect', 'part', 'aim', 'comment'],
  family: ['heard', 'respect', 'trust', 'skill', 'enough', 'benefit', 'recommend', 'comment'],
  child: ['heard-faces', 'respect-faces', 'part-faces', 'benefit-faces'],
  'county-worker': [
    ...[
      'goals-met',
      'goals-reviewed',
      'agreed',
      'tailored',
      'price',
      'renewing',
      'recommend-partner',
      'comment',
    ],
  ],
};

const perContact = (asks: readonly Ask[]): Map<string, number> =>
  new Map([...Map.groupBy(asks, ({ contact }) => contact)].map(([contact, { length }]) => [contact, length]));

/** All that is to be said of the asks of one stratum. */
function expectedOf(here: readonly Ask[], sent: readonly Ask[], all: readonly Ask[]) {
  const everywhere = perContact(all.filter(isBehind));
  const tickets = perContact(here);
  const items = new Set(here.flatMap(({ context }) => questions[context.questionSet] ?? []));
  const reach = [...items].map((item) => {
    const able = here.filter(({ context }) => questions[context.questionSet]?.includes(item));
    return [item, fourLargest([...perContact(able).keys()].map((one) => everywhere.get(one) ?? 0))];
  });
  return {
    people: tickets.size,
    sent: sent.length,
    contacts: perContact(sent).size,
    largest: fourLargest([...tickets.values()]),
    reach: Object.fromEntries(reach) as Record<string, number>,
  };
}

function naively(asks: readonly Ask[]): Map<string, ReturnType<typeof expectedOf>> {
  const behind = asks.filter(isBehind);
  const strata = new Map<string, ReturnType<typeof expectedOf>>();
  for (const [table, of] of Object.entries(coordinates)) {
    for (const [key, here] of Map.groupBy(behind, (one) => stratumKey(table as 'T1', of(one))))
      strata.set(
        key,
        expectedOf(
          here,
          here.filter((one) => one.isSent && isInPeriod(one)),
          asks,
        ),
      );
  }
  for (const [region, here] of Map.groupBy(behind, regionOf)) {
    for (const [month, isInMonth] of Object.entries(isIn)) {
      const sent = here.filter((one) => one.isSent && isInMonth(one));
      const stratum = { organisation: `services of ${region}`, month };
      strata.set(stratumKey('T4', stratum), expectedOf(here, sent, asks));
    }
  }
  const everybody = behind.filter((one) => one.isSent && isInPeriod(one));
  strata.set(stratumKey('R1', {}), expectedOf(behind, everybody, asks));
  return new Map([...strata].filter(([, { people }]) => people >= 5));
}

const edges = [
  ...['2025-11-01T00:00:00+02:00', '2026-04-01T00:00:00+03:00', '2026-05-01T00:00:00+03:00'],
  ...['2026-07-01T00:00:00+03:00', '2026-07-01T00:20:00+03:00'],
].flatMap((edge) => [Date.parse(edge) - 1, Date.parse(edge)]);
const anywhere = fc.integer({
  min: Date.parse('2025-10-15T00:00:00Z'),
  max: Date.parse('2026-07-15T00:00:00Z'),
});
const times = fc.oneof(fc.constantFrom(...edges), { arbitrary: anywhere, weight: 2 });

it('is, for every stratum in which five people could answer, what a naive count says, and nothing of any other', () => {
  let strata = 0;
  fc.assert(
    fc.property(fc.array(asksAt(times), { minLength: 20, maxLength: 60, size: 'max' }), (asks) => {
      const counts = countOf(asks);
      strata += counts.length;
      const expected = naively(asks);
      const found = new Map(
        counts.map(({ table, stratum, ...figures }) => [stratumKey(table, stratum), figures]),
      );
      expect([...found.keys()].toSorted()).toEqual([...expected.keys()].toSorted());
      for (const [key, { people, ...figures }] of expected) {
        expect(people).toBeGreaterThanOrEqual(5);
        expect(found.get(key)).toEqual(figures);
      }
    }),
  );
  expect(strata).toBeGreaterThan(1000);
});

it('is the same whatever order asks are read in, and can be read back as it was stored', () => {
  const shuffled = fc
    .array(asksAt(times), { minLength: 10, maxLength: 60 })
    .chain((asks) => fc.tuple(fc.constant(asks), fc.shuffledSubarray(asks, { minLength: asks.length })));
  fc.assert(
    fc.property(shuffled, ([asks, inAnotherOrder]) => {
      const stored = JSON.stringify(countOf(asks));
      expect(JSON.stringify(countOf(inAnotherOrder))).toBe(stored);
      expect(invitedSchema.parse(JSON.parse(stored))).toEqual(countOf(asks));
    }),
  );
});

describe('a stratum', () => {
  const others = ['b', 'c', 'd', 'e'].map((contact) => ask(contact, '2026-05-04T12:00:00+03:00'));
  const unit = (asks: readonly Ask[], period?: string) =>
    countOf(asks, period).find(({ table }) => table === 'T1');

  it.each([
    ['2025-10-31T23:59:59+02:00', 0, 0],
    ['2025-11-01T00:00:00+02:00', 1, 0],
    ['2026-03-31T23:59:59+03:00', 1, 0],
    ['2026-04-01T00:00:00+03:00', 1, 1],
    ['2026-06-30T23:59:59+03:00', 1, 1],
    ['2026-07-01T00:00:00+03:00', 1, 0],
    ['2026-07-01T00:19:59+03:00', 1, 0],
    ['2026-07-01T00:20:00+03:00', 0, 0],
  ])('with an ask at %s has %i tickets more, and %i requests', (at, tickets, requests) => {
    const five = [...others, ask('a', '2026-05-04T12:00:00+03:00')];
    expect(unit([...five, ask('a', at)])).toMatchObject({ largest: 4 + tickets, sent: 5 + requests });
  });

  it('counts a quarter that begins and ends in winter time alike', () => {
    const at = (time: string) => ['a', 'b', 'c', 'd', 'e'].map((contact) => ask(contact, time));
    expect(unit(at('2025-12-31T23:59:59+02:00'), '2025-Q4')).toMatchObject({ sent: 5 });
    expect(unit(at('2026-01-01T00:00:00+02:00'), '2025-Q4')).toMatchObject({ sent: 0, largest: 4 });
    expect(unit(at('2026-01-01T00:00:00+02:00'), '2026-Q1')).toMatchObject({ sent: 5 });
  });

  it('counts a mail that may have left as a ticket, and not as sent', () => {
    const unsure = ask('a', '2026-05-04T12:00:00+03:00', {}, false);
    expect(unit([...others, unsure])).toMatchObject({ sent: 4, contacts: 4, largest: 4 });
  });

  it('is not told of where four people could answer, however many requests they got', () => {
    expect(countOf([...others, ...others])).toEqual([]);
  });
});
