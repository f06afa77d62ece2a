/**
 * Who is asked and who is held back, and why. A recipient against whom every gate speaks is mended one gate after
 * another: the reasons must come in the contract's order, each with the record of all gates that were tried.
 */
import { describe, expect, it } from 'vitest';
import { decide } from '../../../shared/domain/decisions/decide.ts';
import type { EventFacts, RecipientFacts } from '../../../shared/domain/decisions/facts.ts';
import type { Known } from '../../../shared/domain/decisions/known.ts';
import {
  emptyCase,
  emptyContact,
  emptyHousehold,
  emptyOccasion,
  emptyUnit,
  type Ask,
  type Preference,
} from '../../../shared/domain/decisions/ledger.ts';
import { heldBackReasons } from '../../../shared/domain/decisions/reasons.ts';
import { days } from '../../../shared/domain/calendar/duration.ts';
import { dayNumberAt } from '../../../shared/domain/calendar/helsinki.ts';
import { lotOf } from '../../../shared/domain/rules/sampling.ts';
import type { Rule } from '../../../shared/domain/rules/rule.ts';
import {
  contactWith,
  decideFirst,
  eventFacts,
  nothingKnown,
  numbered,
  pastAsk,
  plannedAt,
  recipientFacts,
  rule,
} from '../../support/decision-facts.ts';

/** All that a decision is made from, and that a step of mending changes a part of. */
type World = {
  readonly event: Partial<EventFacts>;
  readonly facts: Partial<RecipientFacts>;
  readonly known: Partial<Known>;
  readonly rules: readonly Rule[];
};

const stageAsk = pastAsk(plannedAt, { stage: 'service.ended', caseHash: 'case-1' });
const often = [0, 1, 2].map((n) => pastAsk(plannedAt - days(40 + n)));
/** Of a hundred people, those with this lot are not asked by a rule that asks so many percent. */
const lot = lotOf('contact-1', 'service.ended');
const weighty = rule({ id: 'placement-ended', stage: 'placement.ended', priority: 80 });
const strict = rule({
  enabled: false,
  fallbackLanguage: null,
  personCap: { most: 3, days: 365 },
  samplePercent: Math.max(1, lot),
  unitDailyCap: 1,
});
const flags = [
  'non-disclosure',
  'whereabouts-withheld',
  'contact-restricted',
  'ambiguous-contact',
  'no-messages',
] as const;

const worst: World = {
  event: { stage: null, stageName: 'service.ended' },
  facts: { role: 'child', ageBand: '7-12', language: 'so', flags: [...flags] },
  known: {
    occasion: { ...emptyOccasion, stages: ['service.ended'], cancelledAt: 1 },
    case: {
      ...emptyCase,
      holds: [{ reason: 'other', change: 'started', at: plannedAt - 1 }],
      expected: [{ stage: 'placement.ended', occasion: '', on: '2026-03-10', toldAt: 1 }],
      asks: Array.from({ length: 8 }, (_, n) => ({ requestId: `c-${n}`, at: plannedAt - days(50 + n) })),
    },
    household: {
      ...emptyHousehold,
      asks: Array.from({ length: 6 }, (_, n) => ({ requestId: `h-${n}`, at: plannedAt - days(50 + n) })),
    },
    unit: { ...emptyUnit, days: [{ day: dayNumberAt(plannedAt), asked: 1 }] },
    contacts: new Map([
      ['contact-1', { ...contactWith(stageAsk, ...often), preference: { kind: 'opted-out' } as const }],
    ]),
    suppressed: new Set(['address-1']),
  },
  rules: [],
};
const said = (preference: Preference, ...asks: Ask[]) =>
  new Map([['contact-1', { ...contactWith(...asks), preference }]]);

type Mend = (world: World) => Partial<World>;
const facts =
  (changes: Partial<RecipientFacts>): Mend =>
  (world) => ({ facts: { ...world.facts, ...changes } });
const known =
  (changes: Partial<Known>): Mend =>
  (world) => ({ known: { ...world.known, ...changes } });
const rules =
  (...next: Rule[]): Mend =>
  () => ({ rules: next });

const enabled = { ...strict, enabled: true };
/** What mends the world that a gate has held back in. */
const mends: Record<(typeof heldBackReasons)[number], Mend> = {
  'unknown-stage': () => ({ event: {} }),
  'no-rule': rules(strict),
  'rule-disabled': rules(enabled, weighty),
  'stage-cancelled': known({
    occasion: { ...emptyOccasion, stages: ['service.ended'], cancelledAt: 1, scheduledAt: 2 },
  }),
  'duplicate-event': known({ occasion: emptyOccasion }),
  'role-not-asked': facts({ role: 'parent' }),
  'too-young': facts({ ageBand: '13-17' }),
  'non-disclosure': facts({ flags: flags.slice(1) }),
  'whereabouts-withheld': facts({ flags: flags.slice(2) }),
  'contact-restricted': facts({ flags: flags.slice(3) }),
  'ambiguous-contact': facts({ flags: flags.slice(4) }),
  'no-channel': facts({ flags: [] }),
  'no-language-form': facts({ language: 'sv' }),
  'opted-out': known({ contacts: said({ kind: 'paused', until: plannedAt + 1 }, stageAsk, ...often) }),
  paused: known({ contacts: said({ kind: 'open' }, stageAsk, ...often) }),
  'address-suppressed': known({ suppressed: new Set(['another']) }),
  hold: (world) => ({ known: { ...world.known, case: { ...(world.known.case ?? emptyCase), holds: [] } } }),
  'already-asked-for-stage': known({ contacts: said({ kind: 'open' }, pastAsk(plannedAt), ...often) }),
  cooldown: known({ contacts: said({ kind: 'open' }, ...often) }),
  'period-cap': known({ contacts: new Map() }),
  'household-cap': known({ household: emptyHousehold }),
  'case-cap': (world) => ({
    known: { ...world.known, case: { ...(world.known.case ?? emptyCase), asks: [] } },
  }),
  'lower-priority': rules({ ...enabled, priority: 90 }, weighty),
  'sampled-out': rules({ ...enabled, priority: 90, samplePercent: 100 }, weighty),
  'unit-daily-cap': known({ unit: emptyUnit }),
};

const decideIn = (world: World) =>
  decideFirst(
    eventFacts({ ...world.event, recipients: [recipientFacts(world.facts)] }),
    nothingKnown(world.known),
    world.rules,
  );

describe('the gates', () => {
  it('are tried in the order of the contract, each with its reason and a record of all before it', () => {
    expect(lot).toBeGreaterThan(0);
    let world = worst;
    heldBackReasons.forEach((reason, position) => {
      const { gates, outcome } = decideIn(world);
      expect(outcome).toMatchObject({ kind: 'held-back', reason });
      expect(gates.map(({ gate }) => gate)).toEqual(heldBackReasons.slice(0, position + 1));
      expect(gates.filter(({ passed }) => !passed).map(({ gate }) => gate)).toEqual([reason]);
      world = { ...world, ...mends[reason](world) };
    });
    const last = decideIn(world);
    expect(last.outcome.kind).toBe('asked');
    expect(last.gates.map(({ gate }) => gate)).toEqual(heldBackReasons);
  });

  it('hold back whoever would be asked with a form that is withdrawn, and nobody else', () => {
    const without = (...forms: string[]) =>
      decideFirst(eventFacts(), nothingKnown({ withdrawnForms: new Set(forms) }));
    const { gates, outcome } = without('family');
    expect(outcome).toMatchObject({ reason: 'no-language-form', nextPossibleAt: null });
    // It is there in no language, so none was looked at.
    expect(gates.at(-1)).toMatchObject({ gate: 'no-language-form', value: null });
    expect(without('meeting', 'child').outcome.kind).toBe('asked');
  });

  it('record what they looked at', () => {
    const values = Object.fromEntries(decideFirst().gates.map(({ gate, value }) => [gate, value]));
    expect(values).toEqual({
      'unknown-stage': 'service.ended',
      'no-rule': 'service-ended',
      'rule-disabled': true,
      'stage-cancelled': false,
      'duplicate-event': false,
      'role-not-asked': 'parent',
      'too-young': '18+',
      'non-disclosure': false,
      'whereabouts-withheld': false,
      'contact-restricted': false,
      'ambiguous-contact': false,
      'no-channel': 'mail',
      'no-language-form': 'fi',
      'opted-out': false,
      paused: null,
      'address-suppressed': false,
      hold: null,
      'already-asked-for-stage': 180,
      cooldown: 30,
      'period-cap': { counted: 0, most: 4, days: 365 },
      'household-cap': { counted: 0, most: 6, days: 365 },
      'case-cap': { counted: 0, most: 8, days: 365 },
      'lower-priority': 60,
      'sampled-out': { lot, percent: 100 },
      'unit-daily-cap': null,
    });
  });

  it('have no rule to name where there is none, and name the enabled one of two', () => {
    expect(decideFirst(eventFacts(), nothingKnown(), []).rule).toBeNull();
    const off = rule({ id: 'off', enabled: false });
    expect(decideFirst(eventFacts(), nothingKnown(), [off, rule()]).rule).toEqual({
      id: 'service-ended',
      version: 3,
    });
    expect(decideFirst(eventFacts(), nothingKnown(), [off]).outcome).toMatchObject({
      reason: 'rule-disabled',
    });
  });

  it.each(['non-disclosure', 'whereabouts-withheld', 'contact-restricted', 'ambiguous-contact'] as const)(
    'hold back for %s alone',
    (flag) => {
      const event = eventFacts({ recipients: [recipientFacts({ flags: [flag] })] });
      expect(decideFirst(event).outcome).toEqual({ kind: 'held-back', reason: flag, nextPossibleAt: null });
    },
  );

  it.each(['whereabouts-withheld', 'contact-restricted'] as const)(
    'hold back everybody of a case that a document has blocked by %s, workers too',
    (flag) => {
      const known = nothingKnown({ case: { ...emptyCase, blocks: [{ flag, since: 5, liftedAt: null }] } });
      const rules = [rule({ audiences: [{ role: 'county-worker', questionSet: 'county-worker' }] })];
      const event = eventFacts({ recipients: [recipientFacts({ role: 'county-worker' })] });
      expect(decideFirst(eventFacts(), known).outcome).toMatchObject({ reason: flag });
      expect(decideFirst(event, known, rules).outcome).toMatchObject({ reason: flag });
    },
  );

  it('close the channel for the wish for no messages, and for want of an address', () => {
    for (const changes of [{ flags: ['no-messages' as const] }, { addressHash: null }]) {
      const event = eventFacts({ recipients: [recipientFacts(changes)] });
      expect(decideFirst(event).outcome).toMatchObject({ reason: 'no-channel' });
    }
  });

  const ofChild = (ageBand: RecipientFacts['ageBand']) => {
    const rules = [
      rule({
        audiences: [{ role: 'child', ageBands: ['7-12', '13-17'], questionSet: 'young-person' }],
        youngestAgeBand: '0-6',
      }),
    ];
    const event = eventFacts({ recipients: [recipientFacts({ role: 'child', ageBand })] });
    return decideFirst(event, nothingKnown(), rules).outcome;
  };
  it("tell somebody younger than all of a role's audiences from somebody older", () => {
    expect(ofChild('0-6')).toMatchObject({ reason: 'too-young' });
    expect(ofChild('7-12')).toMatchObject({ kind: 'asked' });
    expect(ofChild('18+')).toMatchObject({ reason: 'role-not-asked' });
  });
});

describe('an ask', () => {
  it('is due in the window, expires after its days, and carries its form', () => {
    expect(decideFirst().outcome).toEqual({
      kind: 'asked',
      requestId: 'request-1',
      questionSet: 'family',
      language: 'fi',
      dueAt: plannedAt,
      // Two days after the event and fourteen more, at the hour of the event.
      expiresAt: Date.parse('2026-03-18T10:15:00+02:00'),
      isTooLate: false,
    });
  });

  it.each([
    ['sv', 'sv'],
    ['en-GB', 'en'],
    ['so', 'en'],
    ['fin', 'en'],
  ])('to somebody who speaks %s is made in %s', (language, form) => {
    const event = eventFacts({ recipients: [recipientFacts({ language })] });
    expect(decideFirst(event).outcome).toMatchObject({ kind: 'asked', language: form });
  });

  it('is made in the language that the person chose, whatever the event says and the rule falls back to', () => {
    const contacts = new Map([['contact-1', { ...emptyContact, language: 'sv' as const }]]);
    const event = eventFacts({ recipients: [recipientFacts({ language: 'so' })] });
    const { outcome } = decideFirst(event, nothingKnown({ contacts }), [rule({ fallbackLanguage: null })]);
    expect(outcome).toMatchObject({ kind: 'asked', language: 'sv' });
  });

  it("picks the audience of the recipient's age", () => {
    const rules = [
      rule({
        youngestAgeBand: '7-12',
        audiences: [
          { role: 'child', ageBands: ['7-12'], questionSet: 'child' },
          { role: 'child', ageBands: ['13-17', '18+'], questionSet: 'young-person' },
        ],
      }),
    ];
    const event = eventFacts({
      recipients: (['7-12', '13-17', '18+'] as const).map((ageBand, position) =>
        recipientFacts({ position, contactHash: `c-${position}`, role: 'child', ageBand }),
      ),
    });
    const { decisions } = decide(event, nothingKnown(), rules, numbered());
    expect(decisions.map(({ outcome }) => outcome)).toMatchObject([
      { questionSet: 'child' },
      { questionSet: 'young-person' },
      { questionSet: 'young-person' },
    ]);
  });

  it('is remembered where it counts, beside what is still counted', () => {
    const { now } = eventFacts();
    const kept = pastAsk(now - days(395));
    const contacts = new Map([['contact-1', { ...contactWith(pastAsk(now - days(397)), kept), version: 7 }]]);
    const known = nothingKnown({ contacts, case: { ...emptyCase, asks: [pastAsk(now - days(397))] } });
    const { ledgers } = decide(eventFacts(), known, [rule({ unitDailyCap: 5 })], numbered());
    const ask = { requestId: 'request-1', at: plannedAt };
    expect(ledgers.contacts.get('contact-1')).toEqual({
      ...emptyContact,
      version: 7,
      flagsToldAt: eventFacts().occurredAt,
      asks: [kept, { ...ask, stage: 'service.ended', caseHash: 'case-1' }],
    });
    expect(ledgers.case?.asks).toEqual([ask]);
    expect(ledgers.household?.asks).toEqual([ask]);
    expect(ledgers.unit?.days).toEqual([{ day: dayNumberAt(plannedAt), asked: 1 }]);
    expect(ledgers.occasion).toMatchObject({ stages: ['service.ended'], requestIds: ['request-1'] });
  });

  it('that expired before it could leave counts nowhere', () => {
    const old = eventFacts({ occurredAt: Date.parse('2025-03-03T10:15:00+02:00') });
    const { decisions, ledgers } = decide(old, nothingKnown(), [rule({ unitDailyCap: 5 })], numbered());
    expect(decisions[0]?.outcome).toMatchObject({ kind: 'asked', isTooLate: true });
    expect(ledgers.contacts.get('contact-1')?.asks).toEqual([]);
    expect([
      ledgers.case?.asks,
      ledgers.household?.asks,
      ledgers.unit?.days,
      ledgers.occasion?.requestIds,
    ]).toEqual([[], [], [], []]);
  });
});

describe('the ledgers that a decision leaves', () => {
  /** A stage that says nothing of the course of its case. */
  const assessed = eventFacts({ stage: 'assessment.completed', stageName: 'assessment.completed' });
  const assessing = [rule({ stage: 'assessment.completed' })];

  it('are those that it has looked at, even where nobody is asked', () => {
    const paused = { ...emptyContact, preference: { kind: 'opted-out' } as const };
    const known = nothingKnown({ contacts: new Map([['contact-1', paused]]) });
    const { ledgers } = decide(assessed, known, assessing, numbered());
    const named = { ...paused, flagsToldAt: assessed.occurredAt };
    expect(ledgers.contacts).toEqual(new Map([['contact-1', named]]));
    expect(ledgers).toMatchObject({ case: emptyCase, household: emptyHousehold });
    expect(ledgers).not.toHaveProperty('unit');
  });

  it('are none but the occasion, and who was named, where no gate got that far', () => {
    const known = nothingKnown({ occasion: { ...emptyOccasion, stages: ['assessment.completed'] } });
    const { ledgers } = decide(assessed, known, assessing, numbered());
    const named = { ...emptyContact, flagsToldAt: assessed.occurredAt };
    expect(ledgers).toEqual({ occasion: known.occasion, contacts: new Map([['contact-1', named]]) });
  });

  it('come under a sequence above all that was known, or the time, whichever is later', () => {
    const event = eventFacts();
    expect(decide(event, nothingKnown(), [rule()], numbered()).sequence).toBe(event.now);
    const ahead = nothingKnown({ household: { ...emptyHousehold, sequence: event.now + 7 } });
    expect(decide(event, ahead, [rule()], numbered()).sequence).toBe(event.now + 8);
  });
});

describe('several recipients', () => {
  it('who are one person named twice are asked once, with a record of both', () => {
    const twice = eventFacts({ recipients: [recipientFacts(), recipientFacts({ position: 1 })] });
    const { decisions, ledgers } = decide(twice, nothingKnown(), [rule()], numbered());
    expect(decisions.map(({ position }) => position)).toEqual([0, 1]);
    expect(decisions.map(({ outcome }) => outcome)).toMatchObject([
      { kind: 'asked' },
      { kind: 'held-back', reason: 'already-asked-for-stage' },
    ]);
    expect(ledgers.contacts.get('contact-1')?.asks).toHaveLength(1);
  });

  it.each([
    ['household-cap', { householdCap: { most: 2, days: 365 } }],
    ['case-cap', { caseCap: { most: 2, days: 365 } }],
    ['unit-daily-cap', { unitDailyCap: 2 }],
  ] as const)('use up the %s together', (reason, changes) => {
    const recipients = [0, 1, 2].map((position) =>
      recipientFacts({ position, contactHash: `c-${position}` }),
    );
    const { decisions } = decide(eventFacts({ recipients }), nothingKnown(), [rule(changes)], numbered());
    expect(decisions.map(({ outcome }) => outcome)).toMatchObject([
      { kind: 'asked' },
      { kind: 'asked' },
      { kind: 'held-back', reason },
    ]);
  });

  it('of whom the workers use up nothing of the household or the case', () => {
    const rules = [
      rule({
        audiences: [
          { role: 'parent', questionSet: 'family' },
          { role: 'county-worker', questionSet: 'county-worker' },
        ],
        householdCap: { most: 1, days: 365 },
        caseCap: { most: 1, days: 365 },
      }),
    ];
    const recipients = (['county-worker', 'parent', 'county-worker'] as const).map((role, position) =>
      recipientFacts({ position, contactHash: `c-${position}`, role }),
    );
    const { decisions, ledgers } = decide(eventFacts({ recipients }), nothingKnown(), rules, numbered());
    expect(decisions.map(({ outcome }) => outcome.kind)).toEqual(['asked', 'asked', 'asked']);
    expect(ledgers.case?.asks).toEqual([{ requestId: 'request-2', at: plannedAt }]);
    expect(ledgers.household?.asks).toEqual([{ requestId: 'request-2', at: plannedAt }]);
  });

  it('of no household have no cap of one', () => {
    const recipients = [0, 1].map((position) => recipientFacts({ position, contactHash: `c-${position}` }));
    const event = eventFacts({ householdHash: null, recipients });
    const { decisions, ledgers } = decide(
      event,
      nothingKnown(),
      [rule({ householdCap: { most: 1, days: 365 } })],
      numbered(),
    );
    expect(decisions.map(({ outcome }) => outcome.kind)).toEqual(['asked', 'asked']);
    expect(ledgers).not.toHaveProperty('household');
  });
});

describe('a cancellation', () => {
  const occasion = { ...emptyOccasion, stages: ['plan-meeting.held'], requestIds: ['r-1', 'r-2'] };
  const cancelled = eventFacts({
    stage: 'plan-meeting.cancelled',
    stageName: 'plan-meeting.cancelled',
    recipients: [],
  });

  it('names the requests of its occasion that are to be looked at again, and disturbs the case', () => {
    const outcome = decide(cancelled, nothingKnown({ occasion }), [], numbered());
    expect(outcome.requestsToRecheck).toEqual(['r-1', 'r-2']);
    expect(outcome.ledgers.case?.disturbedAt).toBe(outcome.sequence);
  });

  it('is the only stage to do so', () => {
    const held = eventFacts({ stage: 'plan-meeting.held', stageName: 'plan-meeting.held', recipients: [] });
    const outcome = decide(held, nothingKnown({ occasion }), [], numbered());
    expect(outcome.requestsToRecheck).toEqual([]);
    expect(outcome.ledgers).not.toHaveProperty('case');
  });
});

it('a document that implies a hold holds back the recipients of its own event', () => {
  const event = eventFacts({ documentType: '11025' });
  expect(decideFirst(event).outcome).toMatchObject({ reason: 'hold' });
});

it('decides the same from the same facts, and leaves them as they were', () => {
  const event = eventFacts({
    documentType: '11025',
    recipients: [recipientFacts(), recipientFacts({ position: 1, contactHash: 'contact-2' })],
  });
  const known = nothingKnown({
    contacts: new Map([['contact-1', contactWith(pastAsk(plannedAt - days(40)))]]),
  });
  const before = structuredClone({ event, known });
  expect(decide(event, known, [rule()], numbered())).toEqual(decide(event, known, [rule()], numbered()));
  expect({ event, known }).toEqual(before);
});
