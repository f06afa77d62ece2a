import type { RuleDraft } from '../../../shared/domain/rules/rule.ts';
import { newDraft } from '../../support/rules.ts';

const atAnyHour: RuleDraft['window'] = {
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  fromHour: 0,
  toHour: 24,
  publicHolidays: true,
};

/** Asks parents a day apart at any hour, so that a test sees in days what takes months. */
const hasty = (changes: Partial<RuleDraft>): RuleDraft =>
  newDraft({
    audiences: [{ role: 'parent', questionSet: 'family' }],
    window: atAnyHour,
    delayDays: 0,
    minimumGapDays: 1,
    stageGapDays: 1,
    ...changes,
  });

/** Rules beside the shipped ones, each for a stage of its own. No rule asks at `assessment.completed`. */
export const savedRules: readonly RuleDraft[] = [
  hasty({
    id: 'service-started',
    stage: 'service.started',
    fallbackLanguage: null,
    personCap: { most: 1, days: 60 },
    householdCap: { most: 2, days: 90 },
    caseCap: { most: 3, days: 30 },
  }),
  hasty({ id: 'placement-started', stage: 'placement.started', unitDailyCap: 2 }),
  hasty({ id: 'placement-changed', stage: 'placement.changed', delayDays: 1 }),
  hasty({
    id: 'aftercare-started',
    stage: 'aftercare.started',
    samplePercent: 50,
    caseCap: { most: 1000, days: 30 },
  }),
  hasty({
    id: 'plan-reviewed',
    stage: 'client-plan.reviewed',
    window: { ...atAnyHour, weekdays: [1], fromHour: 9, toHour: 12 },
    expiresAfterDays: 3,
  }),
];
