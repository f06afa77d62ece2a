/**
 * Who is asked and who is held back, and why. A recipient against whom every gate speaks is mended one gate after
 * another: the reasons must come in the contract's order, each with the record of all gates that were tried.
 */
import { describe, expect, it } from 'vitest';
import { decide, type Decision } from '../../../shared/domain/decisions/decide.ts';
import type { EventFacts, RecipientFacts } from '../../../shared/domain/decisions/facts.ts';
import type { Ask, ContactLedger } from '../../../shared/domain/decisions/ledger.ts';
import { eventFacts, recipientFacts, rule } from '../../support/decision-facts.ts';
import { recipient } from '../../support/stage-events.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** Two days after the event, at the same hour, is before the window opens. */
const due = Date.parse('2026-03-04T12:00:00+02:00');

const numbered = (): (() => string) => {
  let count = 0;
  return () => `request-${(count += 1)}`;
};

function decideOne(facts: EventFacts): Decision {
  const [decision] = decide(facts, numbered()).decisions;
  if (decision === undefined) throw new Error('the event has a recipient');
  return decision;
}

const asked = (changes: Partial<Ask> = {}): Ask => ({
  requestId: 'earlier',
  stage: 'placement.ended',
  caseHash: 'case-2',
  at: due,
  ...changes,
});
const ledgerOf = (...asks: Ask[]): ContactLedger => ({ version: asks.length, asks });

type Step = { event?: Partial<EventFacts>; facts?: Partial<RecipientFacts> };

const unfit = recipient({
  role: 'child',
  ageBand: '7-12',
  language: 'so',
  flags: ['non-disclosure', 'whereabouts-withheld', 'contact-restricted', 'ambiguous-contact', 'no-messages'],
});
const strict = rule({ fallbackLanguage: null });

/** Each step mends what the gate before it has held back; the last leaves nothing. */
const steps: readonly [reason: string, mended: Step][] = [
  ['unknown-stage', {}],
  ['no-rule', { event: { stage: 'service.ended' } }],
  ['rule-disabled', { event: { rules: [{ ...strict, enabled: false }] } }],
  ['duplicate-event', { event: { rules: [strict] } }],
  ['role-not-asked', { event: { occasionIsKnown: false } }],
  ['too-young', { facts: { recipient: { ...unfit, role: 'parent' } } }],
  ['non-disclosure', { facts: { recipient: { ...unfit, role: 'parent', ageBand: '13-17' } } }],
  ...(
    [
      ['whereabouts-withheld', unfit.flags.slice(1)],
      ['contact-restricted', unfit.flags.slice(2)],
      ['ambiguous-contact', unfit.flags.slice(3)],
      ['no-channel', unfit.flags.slice(4)],
      ['no-language-form', []],
    ] as const
  ).map(([reason, flags]): [string, Step] => [
    reason,
    { facts: { recipient: recipient({ language: 'so', flags: [...flags] }) } },
  ]),
  ['already-asked-for-stage', { facts: { recipient: recipient() } }],
  ['cooldown', { facts: { ledger: ledgerOf(asked()) } }],
];

describe('the gates', () => {
  it('are tried in the order of the contract, each with its reason and a record of all before it', () => {
    let event = eventFacts({ stage: undefined, occasionIsKnown: true, rules: [] });
    let facts = recipientFacts({
      recipient: unfit,
      ledger: ledgerOf(asked({ stage: 'service.ended', caseHash: 'case-1' })),
    });
    const tried: string[] = [];
    for (const [reason, mended] of steps) {
      event = { ...event, ...mended.event };
      facts = { ...facts, ...mended.facts };
      const { gates, outcome } = decideOne({ ...event, recipients: [facts] });
      tried.push(reason);
      expect(outcome).toMatchObject({ kind: 'held-back', reason });
      expect(gates.map(({ gate }) => gate)).toEqual(tried);
      expect(gates.map(({ passed }) => passed)).toEqual(
        tried.map((_, position) => position < tried.length - 1),
      );
    }
    const last = decideOne({ ...event, recipients: [recipientFacts()] });
    expect(last.outcome.kind).toBe('asked');
    expect(last.gates.map(({ gate }) => gate)).toEqual(tried);
  });

  it('record what they looked at', () => {
    const values = Object.fromEntries(decideOne(eventFacts()).gates.map(({ gate, value }) => [gate, value]));
    expect(values).toMatchObject({
      'unknown-stage': 'service.ended',
      'no-rule': 'service-ended',
      'rule-disabled': true,
      'duplicate-event': false,
      'role-not-asked': 'parent',
      'too-young': '18+',
      'non-disclosure': false,
      'no-channel': 'mail',
      'no-language-form': 'fi',
      'already-asked-for-stage': 180,
      cooldown: 30,
    });
  });

  it('have no rule to name where there is none', () => {
    expect(decideOne(eventFacts({ rules: [] })).rule).toBeNull();
    expect(decideOne(eventFacts({ occasionIsKnown: true })).rule).toEqual({
      id: 'service-ended',
      version: 3,
    });
  });

  it.each(['non-disclosure', 'whereabouts-withheld', 'contact-restricted', 'ambiguous-contact'] as const)(
    'hold back for %s alone',
    (flag) => {
      const facts = recipientFacts({ recipient: recipient({ flags: [flag] }) });
      expect(decideOne(eventFacts({ recipients: [facts] })).outcome).toMatchObject({ reason: flag });
    },
  );

  it('close the channel for the wish for no messages, and for want of an address', () => {
    const withoutAddress = recipient();
    delete withoutAddress.email;
    for (const someone of [recipient({ flags: ['no-messages'] }), withoutAddress]) {
      const facts = recipientFacts({ recipient: someone });
      expect(decideOne(eventFacts({ recipients: [facts] })).outcome).toMatchObject({ reason: 'no-channel' });
    }
  });

  it("count a role's age band that no audience names as too young", () => {
    const event = eventFacts({
      rules: [
        rule({
          audiences: [{ role: 'child', ageBands: ['13-17'], questionSet: 'young-person' }],
          youngestAgeBand: '0-6',
        }),
      ],
      recipients: [recipientFacts({ recipient: recipient({ role: 'child', ageBand: '7-12' }) })],
    });
    expect(decideOne(event).outcome).toMatchObject({ reason: 'too-young' });
  });
});

describe('an ask', () => {
  it('is due in the window, expires after its days, and carries its form and gap', () => {
    expect(decideOne(eventFacts()).outcome).toEqual({
      kind: 'asked',
      requestId: 'request-1',
      questionSet: 'family',
      language: 'fi',
      dueAt: due,
      expiresAt: due + 14 * dayMs,
      minimumGapDays: 30,
    });
  });

  it.each([
    ['sv', 'sv'],
    ['en-GB', 'en'],
    ['so', 'en'],
    ['fin', 'en'],
  ])('to somebody who speaks %s is made in %s', (language, form) => {
    const facts = recipientFacts({ recipient: recipient({ language }) });
    expect(decideOne(eventFacts({ recipients: [facts] })).outcome).toMatchObject({
      kind: 'asked',
      language: form,
    });
  });

  it("picks the audience of the recipient's age", () => {
    const event = eventFacts({
      rules: [
        rule({
          youngestAgeBand: '7-12',
          audiences: [
            { role: 'child', ageBands: ['7-12'], questionSet: 'child' },
            { role: 'child', ageBands: ['13-17', '18+'], questionSet: 'young-person' },
          ],
        }),
      ],
      recipients: (['7-12', '13-17', '18+'] as const).map((ageBand, position) =>
        recipientFacts({
          position,
          contactHash: `c-${position}`,
          recipient: recipient({ role: 'child', ageBand }),
        }),
      ),
    });
    expect(decide(event, numbered()).decisions.map(({ outcome }) => outcome)).toMatchObject([
      { questionSet: 'child' },
      { questionSet: 'young-person' },
      { questionSet: 'young-person' },
    ]);
  });

  it('is remembered in the ledger, beside what is still counted', () => {
    const { now } = eventFacts({});
    const kept = asked({ requestId: 'kept', at: now - 395 * dayMs });
    const forgotten = asked({ requestId: 'forgotten', at: now - 397 * dayMs });
    const facts = recipientFacts({ ledger: { version: 7, asks: [forgotten, kept] } });
    expect(decide(eventFacts({ recipients: [facts] }), numbered()).ledgers.get('contact-1')).toEqual({
      version: 7,
      asks: [kept, { requestId: 'request-1', stage: 'service.ended', caseHash: 'case-1', at: due }],
    });
  });

  it('leaves the ledger of those who are held back alone', () => {
    expect(decide(eventFacts({ occasionIsKnown: true }), numbered()).ledgers.size).toBe(0);
  });
});

describe('the gaps', () => {
  const outcomeWith = (...asks: Ask[]) =>
    decideOne(eventFacts({ recipients: [recipientFacts({ ledger: ledgerOf(...asks) })] })).outcome;

  it.each([-30 * dayMs, 30 * dayMs])('let an ask pass exactly at the gap (%d ms away)', (distance) => {
    expect(outcomeWith(asked({ at: due + distance })).kind).toBe('asked');
  });

  it.each([-1, 1])('hold back one millisecond within the gap, on side %d', (side) => {
    const at = due + side * (30 * dayMs - 1);
    expect(outcomeWith(asked({ at }))).toEqual({
      kind: 'held-back',
      reason: 'cooldown',
      nextPossibleAt: at + 30 * dayMs,
    });
  });

  it('name a next date on which no ask is too near, those planned for later included', () => {
    const later = asked({ at: due + 20 * dayMs });
    const outcome = outcomeWith(asked({ at: due - 3 * dayMs }), later);
    expect(outcome).toMatchObject({ reason: 'cooldown', nextPossibleAt: later.at + 30 * dayMs });
  });

  it('of the same stage count in the same case only', () => {
    const at = due - 100 * dayMs;
    expect(outcomeWith(asked({ at, stage: 'service.ended', caseHash: 'case-1' }))).toEqual({
      kind: 'held-back',
      reason: 'already-asked-for-stage',
      nextPossibleAt: at + 180 * dayMs,
    });
    expect(outcomeWith(asked({ at, stage: 'service.ended', caseHash: 'case-2' })).kind).toBe('asked');
    expect(outcomeWith(asked({ at, stage: 'placement.ended', caseHash: 'case-1' })).kind).toBe('asked');
  });
});

it('asks a person who is named twice in one event once, and records both decisions', () => {
  const twice = eventFacts({ recipients: [recipientFacts(), recipientFacts({ position: 1 })] });
  const { decisions, ledgers } = decide(twice, numbered());
  expect(decisions.map(({ position }) => position)).toEqual([0, 1]);
  expect(decisions.map(({ outcome }) => outcome)).toMatchObject([
    { kind: 'asked' },
    { kind: 'held-back', reason: 'already-asked-for-stage' },
  ]);
  expect(ledgers.get('contact-1')?.asks).toHaveLength(1);
});

it('decides the same from the same facts, and leaves them as they were', () => {
  const facts = eventFacts({
    recipients: [
      recipientFacts({ ledger: ledgerOf(asked({ at: due - 40 * dayMs })) }),
      recipientFacts({ position: 1, contactHash: 'contact-2' }),
    ],
  });
  const before = structuredClone(facts);
  expect(decide(facts, numbered())).toEqual(decide(facts, numbered()));
  expect(facts).toEqual(before);
});
