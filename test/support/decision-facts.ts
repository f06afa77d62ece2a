import type { EventFacts, RecipientFacts } from '../../shared/domain/decisions/facts.ts';
import { emptyLedger } from '../../shared/domain/decisions/ledger.ts';
import type { Rule } from '../../shared/domain/rules/rule.ts';
import { recipient } from './stage-events.ts';

/** A rule that asks parents two days after a service has ended. */
export const rule = (changes: Partial<Rule> = {}): Rule => ({
  id: 'service-ended',
  version: 3,
  stage: 'service.ended',
  enabled: true,
  audiences: [{ role: 'parent', questionSet: 'family' }],
  youngestAgeBand: '13-17',
  fallbackLanguage: 'en',
  delayDays: 2,
  window: { weekdays: [1, 2, 3, 4, 5], fromHour: 12, toHour: 18 },
  expiresAfterDays: 14,
  minimumGapDays: 30,
  stageGapDays: 180,
  ...changes,
});

export const recipientFacts = (changes: Partial<RecipientFacts> = {}): RecipientFacts => ({
  position: 0,
  contactHash: 'contact-1',
  recipient: recipient(),
  ledger: emptyLedger,
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
  occasionIsKnown: false,
  recipients: [recipientFacts()],
  rules: [rule()],
  ...changes,
});
