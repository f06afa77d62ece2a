import type { Audience, Rule, SendingWindow } from './rule.ts';

const workingHours: SendingWindow = { weekdays: [1, 2, 3, 4, 5], fromHour: 9, toHour: 18 };
const afternoons: SendingWindow = { weekdays: [1, 2, 3, 4, 5], fromHour: 12, toHour: 18 };

const family = (questionSet: string): Audience[] => [
  { role: 'child', ageBands: ['7-12'], questionSet: 'child' },
  { role: 'child', ageBands: ['13-17', '18+'], questionSet: 'young-person' },
  { role: 'young-person', questionSet: 'young-person' },
  { role: 'parent', questionSet },
  { role: 'guardian', questionSet },
];
const closePerson: Audience = { role: 'close-person', questionSet: 'close-person' };
const countyWorker: Audience = { role: 'county-worker', questionSet: 'county-worker' };

const careful = {
  version: 1,
  enabled: true,
  youngestAgeBand: '7-12',
  fallbackLanguage: 'en',
  expiresAfterDays: 14,
  minimumGapDays: 30,
} as const;

/** The rules that Kuultu ships with. They ask seldom, once, and at hours when a message does not disturb. */
export const defaultRules: readonly Rule[] = [
  {
    ...careful,
    id: 'plan-meeting-held',
    stage: 'plan-meeting.held',
    audiences: [...family('meeting'), countyWorker],
    delayDays: 1,
    window: workingHours,
    stageGapDays: 90,
  },
  {
    ...careful,
    id: 'service-ended',
    stage: 'service.ended',
    audiences: [...family('family'), closePerson, countyWorker],
    delayDays: 2,
    window: afternoons,
    stageGapDays: 180,
  },
  {
    ...careful,
    id: 'placement-ended',
    stage: 'placement.ended',
    audiences: [...family('family'), closePerson, countyWorker],
    youngestAgeBand: '13-17',
    delayDays: 14,
    window: afternoons,
    stageGapDays: 180,
  },
  {
    ...careful,
    id: 'aftercare-ended',
    stage: 'aftercare.ended',
    audiences: [...family('family'), closePerson],
    youngestAgeBand: '13-17',
    delayDays: 3,
    window: afternoons,
    stageGapDays: 365,
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
  },
];
