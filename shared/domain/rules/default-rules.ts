import type { Audience, Rule, SendingWindow } from './rule.ts';

const weekdays = { weekdays: [1, 2, 3, 4, 5], publicHolidays: false };
const workingHours: SendingWindow = { ...weekdays, fromHour: 9, toHour: 18 };
const afternoons: SendingWindow = { ...weekdays, fromHour: 12, toHour: 18 };

const familyFrom13 = (questionSet: string): Audience[] => [
  { role: 'child', ageBands: ['13-17', '18+'], questionSet: 'young-person' },
  { role: 'young-person', questionSet: 'young-person' },
  { role: 'parent', questionSet },
  { role: 'guardian', questionSet },
];
const family = (questionSet: string): Audience[] => [
  { role: 'child', ageBands: ['7-12'], questionSet: 'child' },
  ...familyFrom13(questionSet),
];
const closePerson: Audience = { role: 'close-person', questionSet: 'close-person' };
const countyWorker = (questionSet: string): Audience => ({ role: 'county-worker', questionSet });

const aYear = 365;

const careful = {
  version: 1,
  enabled: true,
  youngestAgeBand: '7-12',
  fallbackLanguage: 'en',
  expiresAfterDays: 14,
  minimumGapDays: 30,
  personCap: { most: 4, days: aYear },
  householdCap: { most: 6, days: aYear },
  caseCap: { most: 8, days: aYear },
  worker: { minimumGapDays: 30, cap: { most: 6, days: aYear } },
  holdDays: {
    'emergency-placement': 30,
    'taking-into-care': 30,
    'restriction-decision': 30,
    bereavement: 60,
    other: 30,
  },
  samplePercent: 100,
  unitDailyCap: null,
} satisfies Partial<Rule>;

/**
 * The rules that Kuultu ships with. They ask seldom, once, and at hours when a message does not disturb. The end of a
 * placement or service weighs more than a meeting on the way to it.
 */
export const defaultRules: readonly Rule[] = [
  {
    ...careful,
    id: 'plan-meeting-held',
    stage: 'plan-meeting.held',
    audiences: [...family('meeting'), countyWorker('county-worker-meeting')],
    delayDays: 1,
    window: workingHours,
    stageGapDays: 90,
    priority: 30,
  },
  {
    ...careful,
    id: 'service-ended',
    stage: 'service.ended',
    audiences: [...family('family'), closePerson, countyWorker('county-worker')],
    delayDays: 2,
    window: afternoons,
    stageGapDays: 180,
    priority: 60,
  },
  {
    ...careful,
    id: 'placement-ended',
    stage: 'placement.ended',
    audiences: [...familyFrom13('family-placement'), closePerson, countyWorker('county-worker')],
    youngestAgeBand: '13-17',
    delayDays: 14,
    window: afternoons,
    stageGapDays: 180,
    priority: 80,
  },
  {
    ...careful,
    id: 'aftercare-ended',
    stage: 'aftercare.ended',
    audiences: [...familyFrom13('family'), closePerson],
    youngestAgeBand: '13-17',
    delayDays: 3,
    window: afternoons,
    stageGapDays: 365,
    priority: 70,
  },
  {
    ...careful,
    // Most cases close with a service that has just asked; an administrator turns this on where they do not.
    id: 'case-closed',
    stage: 'case.closed',
    enabled: false,
    audiences: family('family'),
    delayDays: 14,
    window: afternoons,
    stageGapDays: 365,
    priority: 50,
  },
];
