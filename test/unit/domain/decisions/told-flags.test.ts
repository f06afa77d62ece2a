/**
 * Shows that what the latest event says must be minded about a person holds, in whatever order events arrive: for what
 * is decided, and for requests that are pending.
 */
import { describe, expect, it } from 'vitest';
import { decide } from '../../../../shared/domain/decisions/decide.ts';
import { emptyContact, type ContactLedger } from '../../../../shared/domain/decisions/ledger.ts';
import type { RecipientFlag } from '../../../../shared/domain/vocabulary.ts';
import { eventFacts, nothingKnown, numbered, recipientFacts, rule } from '../../../support/decision-facts.ts';

type Telling = readonly [day: number, flags: readonly RecipientFlag[]];

const noon = (day: number): number => Date.UTC(2026, 2, day, 10);
const about = ([day, flags]: Telling) =>
  eventFacts({ occurredAt: noon(day), recipients: [recipientFacts({ flags: [...flags] })] });

/** The person's ledger after events that arrive one after another. */
const after = (tellings: readonly Telling[]): ContactLedger =>
  tellings.reduce<ContactLedger>((contact, telling) => {
    const known = nothingKnown({ contacts: new Map([['contact-1', contact]]) });
    return decide(about(telling), known, [], numbered()).ledgers.contacts.get('contact-1') ?? contact;
  }, emptyContact);

const ordersOf = <One>(all: readonly One[]): One[][] =>
  all.length === 0
    ? [[]]
    : all.flatMap((one, index) =>
        ordersOf(all.filter((_, other) => other !== index)).map((rest) => [one, ...rest]),
      );

describe('what must be minded about a person', () => {
  it.each<[string, Telling[], RecipientFlag[]]>([
    [
      'is what the latest event says',
      [
        [2, ['non-disclosure']],
        [3, ['no-messages']],
      ],
      ['no-messages'],
    ],
    [
      'is nothing once a later event says so',
      [
        [2, ['non-disclosure']],
        [3, []],
      ],
      [],
    ],
    [
      'stays while later events say it again',
      [
        [2, ['no-messages']],
        [3, []],
        [4, ['no-messages']],
      ],
      ['no-messages'],
    ],
    [
      'is all that is said at one time',
      [
        [2, ['non-disclosure']],
        [2, []],
        [2, ['no-messages']],
      ],
      ['no-messages', 'non-disclosure'],
    ],
  ])('%s, in any order', (_, tellings, expected) => {
    for (const order of ordersOf(tellings)) expect(after(order).flags.toSorted()).toEqual(expected);
  });

  it('is noted at stages without a rule, and disturbs where a flag is added', () => {
    expect(after([[2, []]]).disturbedAt).toBe(0);
    expect(after([[2, ['non-disclosure']]]).disturbedAt).toBeGreaterThan(0);
    const { disturbedAt } = after([[2, ['non-disclosure']]]);
    expect(
      after([
        [2, ['non-disclosure']],
        [3, []],
      ]).disturbedAt,
    ).toBe(disturbedAt);
  });

  it('holds for an event that is reported late, and for both namings in one event', () => {
    const contacts = new Map([['contact-1', after([[9, ['contact-restricted']]])]]);
    const late = decide(about([2, []]), nothingKnown({ contacts }), [rule()], numbered());
    expect(late.decisions[0]?.outcome).toMatchObject({ reason: 'contact-restricted' });
    const recipients = [recipientFacts(), recipientFacts({ position: 1, flags: ['non-disclosure'] })];
    const twice = decide(eventFacts({ recipients }), nothingKnown(), [rule()], numbered());
    expect(twice.decisions.map(({ outcome }) => outcome)).toMatchObject([
      { reason: 'non-disclosure' },
      { reason: 'non-disclosure' },
    ]);
  });
});
