/**
 * The administrators' handbook says what the code does: every field, shipped rule and reason stands in it, and each of
 * its worked examples comes out as it says. The examples are told to the very function that decides, event by event,
 * with the ledgers that it returns.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decide, type Decision } from '../../../shared/domain/decisions/decide.ts';
import type { EventFacts, RecipientFacts } from '../../../shared/domain/decisions/facts.ts';
import * as ledger from '../../../shared/domain/decisions/ledger.ts';
import { heldBackReasons } from '../../../shared/domain/decisions/reasons.ts';
import { defaultRules } from '../../../shared/domain/rules/default-rules.ts';
import { ruleDraftSchema, type Rule } from '../../../shared/domain/rules/rule.ts';
import type { Stage } from '../../../shared/domain/vocabulary.ts';

const handbook = readFileSync('docs/handbook.md', 'utf8');

/** The cells of the table whose first columns have these titles, row by row. */
function table(...titles: readonly string[]): string[][] {
  const lines = handbook.split('\n');
  const head = lines.findIndex((line) =>
    titles.every((title, column) => line.split('|')[column + 1]?.trim() === title),
  );
  const rows = lines.slice(head + 2);
  return rows
    .slice(
      0,
      rows.findIndex((line) => !line.startsWith('|')),
    )
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim().replace(/^`(.+)`$/, '$1')));
}

it('explains every reason, in the order of the gates', () => {
  expect(table('Reason', 'Means').map(([reason]) => reason)).toEqual([...heldBackReasons]);
});

it('explains every field of a rule, in the order of the schema', () => {
  const fields = Object.keys(ruleDraftSchema.shape).filter((field) => field !== 'id' && field !== 'stage');
  expect(table('Field').map(([field]) => field)).toEqual(fields);
});

it('lists the shipped rules as they are', () => {
  const written = table('Rule').map(([id, stage, , leaves = '', again, priority]) => {
    const days = leaves.includes('the next day') ? 1 : Number(/(\d+) days/.exec(leaves)?.[1]);
    const [fromHour, toHour] = (/(\d+)–(\d+)/.exec(leaves) ?? []).slice(1).map(Number);
    return { id, stage, days, fromHour, toHour, again, priority, off: leaves.includes('turned off') };
  });
  const shipped = defaultRules.map(
    ({ id, stage, delayDays: days, window, stageGapDays, priority, enabled }) => ({
      ...{ id, stage, days, fromHour: window.fromHour, toHour: window.toHour },
      ...{ again: `after ${stageGapDays} days`, priority: String(priority), off: !enabled },
    }),
  );
  expect(written).toEqual(shipped);
});

it('says what all shipped rules share', () => {
  for (const rule of defaultRules) {
    expect(rule).toMatchObject({
      minimumGapDays: 30,
      personCap: { most: 4, days: 365 },
      householdCap: { most: 6, days: 365 },
      caseCap: { most: 8, days: 365 },
      worker: { minimumGapDays: 30, cap: { most: 6, days: 365 } },
      expiresAfterDays: 14,
      samplePercent: 100,
      unitDailyCap: null,
      fallbackLanguage: 'en',
    });
    const { bereavement, ...others } = rule.holdDays;
    expect([bereavement, ...new Set(Object.values(others))]).toEqual([60, 30]);
  }
});

type Told = Partial<Omit<EventFacts, 'recipients' | 'stage'>> & { readonly people?: readonly string[] };

/** A course of events about one family, unless they say otherwise, decided one after another. */
class Course {
  readonly #rules: readonly Rule[];
  #unit = ledger.emptyUnit;
  readonly #cases = new Map<string, ledger.CaseLedger>();
  readonly #households = new Map<string, ledger.HouseholdLedger>();
  readonly #occasions = new Map<string, ledger.Occasion>();
  readonly #contacts = new Map<string, ledger.ContactLedger>();
  #events = 0;

  constructor(rules: readonly Rule[] = defaultRules) {
    this.#rules = rules;
  }

  /** Tells of a stage at an instant, and of the people concerned: parents, unless their name says `young`. */
  tell(stage: Stage, time: string, { people = [], ...more }: Told = {}): Decision[] {
    const now = Date.parse(time);
    this.#events += 1;
    const name = `event-${this.#events}`;
    const event: EventFacts = {
      ...{ eventHash: name, occasionHash: name, stage, stageName: stage, occurredAt: now, now },
      ...{ caseHash: 'case', householdHash: 'household', unit: 'unit' },
      ...{ holdReason: null, documentType: null, scheduledFor: null, expectedEnd: null, inPlacement: false },
      ...more,
      recipients: people.map(recipientNamed),
    };
    const { caseHash, householdHash, occasionHash } = event;
    const known = {
      occasion: this.#occasions.get(occasionHash) ?? ledger.emptyOccasion,
      case: this.#cases.get(caseHash) ?? ledger.emptyCase,
      household: this.#households.get(householdHash ?? '') ?? ledger.emptyHousehold,
      unit: this.#unit,
      contacts: this.#contacts,
      suppressed: new Set<string>(),
      withdrawnForms: new Set<string>(),
    };
    const { decisions, ledgers } = decide(event, known, this.#rules, (position) => `${name}-${position}`);
    if (ledgers.case) this.#cases.set(caseHash, ledgers.case);
    this.#unit = ledgers.unit ?? this.#unit;
    if (ledgers.household) this.#households.set(householdHash ?? '', ledgers.household);
    if (ledgers.occasion) this.#occasions.set(occasionHash, ledgers.occasion);
    for (const [hash, contact] of ledgers.contacts) this.#contacts.set(hash, contact);
    return [...decisions];
  }

  /** As if somebody had been asked at these instants, about cases of their own. */
  wasAsked(person: string, times: readonly string[]): void {
    const asks = times.map((time, index) => {
      return {
        requestId: `old-${index}`,
        at: Date.parse(time),
        stage: 'service.ended',
        caseHash: `old-${index}`,
      };
    });
    this.#contacts.set(person, { ...ledger.emptyContact, asks });
  }
}

const recipientNamed = (contactHash: string, position: number): RecipientFacts => ({
  ...{ position, contactHash, addressHash: `address of ${contactHash}`, language: 'fi', flags: [] },
  ...(contactHash.startsWith('young')
    ? { role: 'young-person', ageBand: '13-17' }
    : { role: 'parent', ageBand: '18+' }),
});

const inHelsinki = (epochMs: number | null): string | null =>
  epochMs === null
    ? null
    : new Date(epochMs).toLocaleString('sv-SE', { timeZone: 'Europe/Helsinki' }).slice(0, 16);

/** When somebody is asked, or why not and from when it would be possible. */
const told = (decisions: readonly Decision[]): (string | null)[][] =>
  decisions.map(({ outcome }) =>
    outcome.kind === 'asked'
      ? ['asked', inHelsinki(outcome.dueAt)]
      : [outcome.reason, inHelsinki(outcome.nextPossibleAt)],
  );
const reasons = (decisions: readonly Decision[]): unknown[] => told(decisions).map(([reason]) => reason);

describe('the example of', () => {
  it('a gap, to both sides', () => {
    const people = ['mother'];
    const after = new Course();
    expect(told(after.tell('service.ended', '2026-01-10T10:00+02:00', { people }))).toEqual([
      ['asked', '2026-01-12 12:00'],
    ]);
    expect(told(after.tell('plan-meeting.held', '2026-01-20T10:00+02:00', { people }))).toEqual([
      ['cooldown', '2026-02-11 12:00'],
    ]);
    const before = new Course();
    expect(told(before.tell('placement.ended', '2026-02-02T10:00+02:00', { people }))).toEqual([
      ['asked', '2026-02-16 12:00'],
    ]);
    expect(reasons(before.tell('plan-meeting.held', '2026-02-05T10:00+02:00', { people }))).toEqual([
      'cooldown',
    ]);
  });

  it("a person's cap", () => {
    const course = new Course();
    const days = ['2026-01-09', '2026-03-20', '2026-06-15', '2026-09-01'];
    course.wasAsked(
      'father',
      days.map((day) => `${day}T12:00Z`),
    );
    const decisions = course.tell('plan-meeting.held', '2026-12-02T10:00+02:00', { people: ['father'] });
    expect(told(decisions)).toEqual([['period-cap', '2027-01-11 09:00']]);
  });

  it("a household's cap, and a case's", () => {
    const course = new Course();
    const people = ['mother', 'father', 'young Ann', 'young Bo'];
    expect(reasons(course.tell('service.ended', '2026-01-12T10:00+02:00', { people }))).toEqual(
      people.map(() => 'asked'),
    );
    expect(reasons(course.tell('plan-meeting.held', '2026-04-14T10:00+03:00', { people }))).toEqual([
      ...['asked', 'asked'],
      ...['household-cap', 'household-cap'],
    ]);
    const other = { householdHash: 'other home', people: ['stepmother', 'stepfather', 'young Cai'] };
    expect(reasons(course.tell('service.ended', '2026-05-12T10:00+03:00', other))).toEqual([
      ...['asked', 'asked'],
      'case-cap',
    ]);
  });

  it('a hold, and of its early end', () => {
    const course = new Course();
    const mother = { people: ['mother'] };
    course.tell('hold.started', '2026-03-03T10:00+02:00', { holdReason: 'emergency-placement' });
    expect(told(course.tell('service.ended', '2026-03-10T10:00+02:00', mother))).toEqual([
      ['hold', '2026-04-02 12:00'],
    ]);
    course.tell('hold.ended', '2026-03-11T10:00+02:00', { holdReason: 'emergency-placement' });
    expect(reasons(course.tell('service.ended', '2026-03-12T10:00+02:00', mother))).toEqual(['asked']);
  });

  it('a hold that a document begins by itself', () => {
    const course = new Course();
    course.tell('placement.started', '2026-03-03T10:00+02:00', { documentType: '11025' });
    const decisions = course.tell('service.ended', '2026-03-10T10:00+02:00', { people: ['mother'] });
    expect(reasons(decisions)).toEqual(['hold']);
  });

  it('priority', () => {
    const course = new Course();
    course.tell('placement.started', '2026-01-05T10:00+02:00', {
      expectedEnd: '2026-03-10',
      inPlacement: true,
    });
    const [decision] = course.tell('plan-meeting.held', '2026-03-02T10:00+02:00', { people: ['mother'] });
    expect(decision?.gates.at(-1)).toMatchObject({
      gate: 'lower-priority',
      passed: false,
      value: { stage: 'placement.ended', on: '2026-03-10' },
    });
    const [end] = course.tell('placement.ended', '2026-03-10T10:00+02:00', { people: ['mother'] });
    expect(told(end ? [end] : [])).toEqual([['asked', '2026-03-24 12:00']]);
  });

  it('sampling: a higher percentage asks all whom the lower one asks', () => {
    const names = Array.from({ length: 200 }, (_, index) => `somebody ${index}`);
    const askedAt = (samplePercent: number): string[] => {
      const rules = defaultRules.map((rule) => ({ ...rule, samplePercent }));
      return names.filter((name) => {
        const decisions = new Course(rules).tell('service.ended', '2026-03-02T10:00+02:00', {
          people: [name],
        });
        return reasons(decisions)[0] === 'asked';
      });
    };
    const [quarter, more] = [askedAt(25), askedAt(40)];
    expect(quarter.length).toBeGreaterThan(20);
    expect(more.length).toBeGreaterThan(quarter.length);
    expect(more).toEqual(expect.arrayContaining(quarter));
  });

  it("a unit's cap", () => {
    const course = new Course(defaultRules.map((rule) => ({ ...rule, unitDailyCap: 10 })));
    const decisions = Array.from({ length: 12 }, (_, index) =>
      course.tell('service.ended', '2026-03-02T10:00+02:00', {
        ...{ caseHash: `case ${index}`, householdHash: `household ${index}` },
        people: [`mother ${index}`],
      }),
    ).flat();
    const asked = Array.from({ length: 10 }, () => 'asked');
    expect(reasons(decisions)).toEqual([...asked, 'unit-daily-cap', 'unit-daily-cap']);
  });
});
