import { decide, type Decision } from '../../shared/domain/decisions/decide.ts';
import {
  eventFactsSchema,
  type Circumstances,
  type EventFacts,
  type RecipientFacts,
} from '../../shared/domain/decisions/facts.ts';
import type { Known } from '../../shared/domain/decisions/known.ts';
import {
  emptyCase,
  emptyContact,
  emptyHousehold,
  emptyOccasion,
  emptyUnit,
  type Ask,
  type ContactLedger,
} from '../../shared/domain/decisions/ledger.ts';
import type { Situation } from '../../shared/domain/decisions/situation.ts';
import type { Rule } from '../../shared/domain/rules/rule.ts';

/** When a request for the event below would leave: two days after it at noon, as its window opens. */
export const plannedAt = Date.parse('2026-03-04T12:00:00+02:00');

/** A rule that asks parents two days after a service has ended, and that nothing but its own caps can hold back. */
export const rule = (changes: Partial<Rule> = {}): Rule => ({
  id: 'service-ended',
  version: 3,
  stage: 'service.ended',
  enabled: true,
  audiences: [{ role: 'parent', questionSet: 'family' }],
  youngestAgeBand: '13-17',
  fallbackLanguage: 'en',
  delayDays: 2,
  window: { weekdays: [1, 2, 3, 4, 5], fromHour: 12, toHour: 18, publicHolidays: false },
  expiresAfterDays: 14,
  minimumGapDays: 30,
  stageGapDays: 180,
  personCap: { most: 4, days: 365 },
  householdCap: { most: 6, days: 365 },
  caseCap: { most: 8, days: 365 },
  worker: { minimumGapDays: 20, cap: { most: 6, days: 365 } },
  holdDays: {
    'emergency-placement': 30,
    'taking-into-care': 30,
    'restriction-decision': 30,
    bereavement: 60,
    other: 10,
  },
  priority: 60,
  samplePercent: 100,
  unitDailyCap: null,
  ...changes,
});

/** A recipient whom nothing holds back. */
export const recipientFacts = (changes: Partial<RecipientFacts> = {}): RecipientFacts => ({
  position: 0,
  contactHash: 'contact-1',
  addressHash: 'address-1',
  role: 'parent',
  ageBand: '18+',
  language: 'fi',
  flags: [],
  ...changes,
});

/** A service that ended on a Monday at 10.15 in Helsinki, decided a minute later. */
export const eventFacts = (changes: Partial<EventFacts> = {}): EventFacts => ({
  eventHash: 'event-1',
  stage: 'service.ended',
  stageName: 'service.ended',
  occurredAt: Date.parse('2026-03-02T10:15:00+02:00'),
  now: Date.parse('2026-03-02T10:16:00+02:00'),
  caseHash: 'case-1',
  householdHash: 'household-1',
  occasionHash: 'occasion-1',
  unit: 'unit-1',
  holdReason: null,
  documentType: null,
  scheduledFor: null,
  expectedEnd: null,
  inPlacement: false,
  recipients: [recipientFacts()],
  ...changes,
});

/** An event without its recipients, as its record keeps it. */
export const circumstancesOf = (event: EventFacts): Circumstances => eventFactsSchema.parse(event);

/** What is known where nothing has happened yet. */
export const nothingKnown = (changes: Partial<Known> = {}): Known => ({
  occasion: emptyOccasion,
  case: emptyCase,
  household: emptyHousehold,
  unit: emptyUnit,
  contacts: new Map(),
  suppressed: new Set(),
  withdrawnForms: new Set(),
  ...changes,
});

/** The first recipient's situation at the planned time, in which no gate holds back. */
export const situation = (changes: Partial<Situation> = {}): Situation => ({
  event: eventFacts(),
  recipient: recipientFacts(),
  rule: rule(),
  rules: [changes.rule ?? rule()],
  at: plannedAt,
  isCancelled: false,
  isDuplicate: false,
  contact: emptyContact,
  household: emptyHousehold,
  case: emptyCase,
  unit: emptyUnit,
  isSuppressed: false,
  withdrawnForms: new Set(),
  ...changes,
});

/** An ask of another stage in another case. */
export const pastAsk = (at: number, changes: Partial<Ask> = {}): Ask => ({
  requestId: `earlier-${at}`,
  stage: 'placement.ended',
  caseHash: 'case-2',
  at,
  ...changes,
});

export const contactWith = (...asks: readonly Ask[]): ContactLedger => ({ ...emptyContact, asks });

/** Identifiers in the order in which they are asked for, for deciding that has to be the same each time. */
export const numbered = (): (() => string) => {
  let count = 0;
  return () => `request-${(count += 1)}`;
};

/** What is decided about the first recipient. */
export function decideFirst(
  event: EventFacts = eventFacts(),
  known: Known = nothingKnown(),
  rules: readonly Rule[] = [rule()],
): Decision {
  const [decision] = decide(event, known, rules, numbered()).decisions;
  if (decision === undefined) throw new Error('the event has a recipient');
  return decision;
}
