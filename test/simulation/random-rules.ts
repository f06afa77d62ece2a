import { faultsOf } from '../../shared/domain/rules/rule-faults.ts';
import type { Audience, Cap, Rule, RuleDraft, SendingWindow } from '../../shared/domain/rules/rule.ts';
import type { Stage } from '../../shared/domain/vocabulary.ts';
import type { Dice } from './dice.ts';
import { shippedForms } from '../support/shipped-forms.ts';

/** Stages that can have a rule; those that meet each other in the course of a case come often. */
const askedStages: readonly Stage[] = [
  'plan-meeting.held',
  'service.ended',
  'placement.ended',
  'plan-meeting.held',
  'service.ended',
  'placement.ended',
  'client-plan.reviewed',
  'plan-meeting.scheduled',
  'service.started',
  'placement.started',
  'aftercare.ended',
  'case.closed',
];

const families: readonly Audience[] = [
  { role: 'parent', questionSet: 'family' },
  { role: 'guardian', questionSet: 'family' },
  { role: 'young-person', questionSet: 'young-person' },
];

const audiences: readonly (readonly Audience[])[] = [
  [...families, { role: 'county-worker', questionSet: 'county-worker' }],
  [
    ...families,
    { role: 'child', ageBands: ['7-12'], questionSet: 'child' },
    { role: 'child', ageBands: ['13-17', '18+'], questionSet: 'young-person' },
    { role: 'provider-worker', questionSet: 'county-worker' },
  ],
  [
    ...families,
    { role: 'close-person', questionSet: 'close-person' },
    { role: 'county-worker', questionSet: 'county-worker' },
    { role: 'provider-worker', questionSet: 'county-worker' },
  ],
  [
    { role: 'close-person', questionSet: 'close-person' },
    { role: 'parent', questionSet: 'family' },
    { role: 'child', ageBands: ['7-12'], questionSet: 'child' },
  ],
];

/** Rules that could be in force together: none that Kuultu would refuse to save beside the others. */
export function rulesFrom(dice: readonly Dice[], shared: Dice): Rule[] {
  // Half of all counties have one cap for all rules, so that what is promised of it can be counted without regard to
  // which rule knew what.
  const common = shared.happens(50) ? capsFrom(shared) : undefined;
  const drafts: RuleDraft[] = [];
  for (const [index, die] of dice.entries()) {
    const draft = draftFrom(die, index, common);
    if (faultsOf(draft, drafts, shippedForms).length === 0) drafts.push(draft);
  }
  return drafts.map((draft) => ({ ...draft, version: 1 }));
}

type Caps = Pick<Rule, 'personCap' | 'householdCap' | 'caseCap' | 'worker'>;

const capsFrom = (dice: Dice): Caps => ({
  personCap: capFrom(dice),
  householdCap: capFrom(dice),
  caseCap: capFrom(dice),
  worker: { minimumGapDays: gapFrom(dice), cap: capFrom(dice) },
});

const capFrom = (dice: Dice): Cap => ({
  most: dice.pick([1000, 2, 1, 3, 4, 6, 1000]),
  days: dice.pick([365, 30, 366, 90, 7, 1, 14, dice.between(1, 366)]),
});

const gapFrom = (dice: Dice): number => dice.pick([1, 30, 7, 1, 14, 60, 1, dice.between(1, 366)]);

function draftFrom(dice: Dice, index: number, common: Caps | undefined): RuleDraft {
  const caps = capsFrom(dice);
  return {
    ...(common ?? caps),
    id: `rule-${index}`,
    stage: dice.pick(askedStages),
    enabled: !dice.happens(8),
    audiences: [...dice.pick(audiences)],
    youngestAgeBand: dice.pick(['7-12', '7-12', '13-17', '18+']),
    fallbackLanguage: dice.pick(['en', 'fi', null]),
    delayDays: dice.pick([0, 1, 3, 14, 30, 2, dice.between(0, 180)]),
    window: windowFrom(dice),
    expiresAfterDays: dice.pick([14, 60, 30, 60, 7, dice.between(1, 60)]),
    minimumGapDays: gapFrom(dice),
    stageGapDays: gapFrom(dice),
    holdDays: {
      'emergency-placement': dice.pick([30, 0, 3, 10, 366]),
      'taking-into-care': dice.pick([30, 7, 3]),
      'restriction-decision': dice.pick([30, 1]),
      bereavement: dice.pick([60, 14]),
      other: dice.pick([30, 2]),
    },
    priority: dice.pick([50, 10, 90, dice.between(0, 100)]),
    samplePercent: dice.pick([100, 100, 100, 50, dice.between(1, 100)]),
    unitDailyCap: dice.pick([null, null, 1, 2, 3]),
  };
}

function windowFrom(dice: Dice): SendingWindow {
  const [fromHour, toHour] = dice.pick<readonly [number, number]>([
    [12, 18],
    [9, 18],
    [0, 24],
    [3, 4],
    [12, 13],
    [2, 4],
    [23, 24],
    [0, 1],
  ]);
  return {
    weekdays: [...dice.pick([[1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6, 7], [7], [3], [5, 6], [7, 1]])],
    fromHour,
    toHour,
    publicHolidays: dice.happens(40),
  };
}
