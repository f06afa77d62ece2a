import type { HeldBackReason } from '../../../shared/domain/decisions/reasons.ts';
import { somebody } from '../../support/deliveries.ts';
import { report } from '../../support/story.ts';
import { lone, scenario, twice, type Scenario } from './scenario.ts';

const held = 'plan-meeting.held';
const started = 'service.started';

const several = (count: number, changes: Parameters<typeof somebody>[0] = {}) =>
  Array.from({ length: count }, () => somebody(changes));

/** Somebody gets a mail in the morning, and does something about it; two days later there is a meeting. */
function afterMail(
  act: 'unsubscribe' | 'pause' | 'nothing',
  changes: Parameters<typeof somebody>[0] = {},
  next: string | null = null,
): Scenario {
  const who = somebody(changes);
  const told = { morning: [report(started, [who])], wednesday: [report(held, [who])] };
  if (act === 'nothing') return scenario(who, told, { next });
  return scenario(who, told, {
    next,
    done: {
      afternoon: (story) =>
        act === 'pause' ? story.choose(who, 'choice', 'pause-6') : story.unsubscribe(who),
    },
  });
}

function hardMoment(): Scenario {
  const who = somebody();
  const caseRef = 'case-hard-moment';
  const reason = 'emergency-placement';
  return scenario(
    who,
    {
      morning: [report('hold.started', [], { caseRef, reason })],
      afternoon: [report(held, [who], { caseRef })],
    },
    // 30 days of 24 hours after Monday at ten; the clocks have gone forward by then.
    { next: '2026-04-01T11:00:00+03:00' },
  );
}

function oftenAsked(): Scenario {
  const who = somebody();
  const told = { morning: [report(started, [who])], wednesday: [report(started, [who])] };
  // One in any 60 days: those from Monday, 2 March, on end with 30 April.
  return scenario(who, told, { next: '2026-05-01T00:00:00+03:00' });
}

function fullHousehold(): Scenario {
  const who = somebody();
  const householdRef = 'household-full';
  return scenario(
    who,
    {
      morning: several(2).map((other) => report(started, [other], { householdRef })),
      afternoon: [report(started, [who], { householdRef })],
    },
    // Two in any 90 days, from 2 March on.
    { next: '2026-05-31T00:00:00+03:00' },
  );
}

function fullCase(): Scenario {
  const who = somebody();
  const common = { caseRef: 'case-full', householdRef: undefined };
  return scenario(
    who,
    {
      morning: [report(started, several(3), common)],
      afternoon: [report(started, [who], common)],
    },
    // Three in any 30 days, from 2 March on.
    { next: '2026-04-01T00:00:00+03:00' },
  );
}

/** A placement is expected to end on 10 March: its rule would ask two weeks later, on the 24th at noon. */
function beforeTheEnd(): Scenario {
  const who = somebody();
  const placement = { placementType: '1', expectedEnd: '2026-03-10' };
  return scenario(
    who,
    { afternoon: [report(held, [who], placement)] },
    // The minimum gap of 30 days after that ask.
    { next: '2026-04-23T13:00:00+03:00' },
  );
}

/** Half of all people are asked when after-care begins: always the same ones. */
const drawnByLot = several(20);
const sampled = (): Scenario => ({
  who: drawnByLot as [(typeof drawnByLot)[0], ...typeof drawnByLot],
  told: {
    morning: [report('aftercare.started', drawnByLot, { householdRef: undefined })],
    wednesday: [report('aftercare.started', drawnByLot, { householdRef: undefined })],
  },
  next: null,
});

function busyUnit(): Scenario {
  const who = somebody();
  const unit = '1.2.246.10.12345678.10.99';
  return scenario(
    who,
    {
      morning: several(2).map((other) => report('placement.started', [other], { unit })),
      afternoon: [report('placement.started', [who], { unit })],
    },
    { next: '2026-03-03T00:00:00+02:00' },
  );
}

/** Why somebody is not asked: one scenario for every reason of the closed list. */
export const heldBack: Readonly<Record<HeldBackReason, Scenario>> = {
  'unknown-stage': lone('tea-break.held'),
  'no-rule': lone('assessment.completed'),
  'rule-disabled': lone('case.closed'),
  'stage-cancelled': twice(['plan-meeting.cancelled', held], { caseRef: 'case-off', occasionRef: 'off' }),
  'duplicate-event': twice([held, held], { caseRef: 'case-same', occasionRef: 'same' }),
  'role-not-asked': lone(held, { role: 'provider-worker' }),
  'too-young': lone(held, { role: 'child', ageBand: '0-6' }),
  'non-disclosure': lone(held, { flags: ['non-disclosure'] }),
  'whereabouts-withheld': lone(held, { flags: ['whereabouts-withheld'] }),
  'contact-restricted': lone(held, {}, { documentType: '11050' }),
  'ambiguous-contact': lone(held, { flags: ['ambiguous-contact'] }),
  'no-channel': lone(held, { email: undefined }),
  'no-language-form': lone(started, { language: 'so' }),
  'opted-out': afterMail('unsubscribe'),
  // Six months from 2 March, that day included; the meeting's rule asks from nine o'clock on.
  paused: afterMail('pause', {}, '2026-09-03T09:00:00+03:00'),
  'address-suppressed': afterMail('nothing', { email: 'bounce+nobody@simulator.amazonses.com' }),
  hold: hardMoment(),
  // 90 days after Tuesday, 3 March, at ten.
  'already-asked-for-stage': twice([held, held], { caseRef: 'case-twice' }, '2026-06-01T11:00:00+03:00'),
  // 30 days after it.
  cooldown: twice([held, held], {}, '2026-04-02T11:00:00+03:00'),
  'period-cap': oftenAsked(),
  'household-cap': fullHousehold(),
  'case-cap': fullCase(),
  'lower-priority': beforeTheEnd(),
  'sampled-out': sampled(),
  'unit-daily-cap': busyUnit(),
};
