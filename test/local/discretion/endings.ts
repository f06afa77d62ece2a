import { somebody } from '../../support/deliveries.ts';
import { report } from '../../support/story.ts';
import { scenario, type Scenario } from './scenario.ts';

const held = 'plan-meeting.held';
const started = 'service.started';
/** Its rule asks a day later, at any hour: from Wednesday at ten to Thursday at ten a request is pending. */
const changed = 'placement.changed';

/** How a request ends, why, and how many mails go to its person in all. */
type Ending = {
  readonly scenario: Scenario;
  readonly state: string;
  readonly endReason: string | null;
  readonly mails: number;
};

function sent(): Ending {
  const who = somebody();
  const told = { morning: [report(held, [who])] };
  return { scenario: scenario(who, told), state: 'sent', endReason: null, mails: 1 };
}

/** The window is open on Monday mornings only, and three days later it is too late. */
function noSlotInTime(): Ending {
  const who = somebody();
  const told = { afternoon: [report('client-plan.reviewed', [who])] };
  return { scenario: scenario(who, told), state: 'expired-before-sending', endReason: null, mails: 0 };
}

const withdrawn = (endReason: string, of: Scenario, mails = 0): Ending => ({
  scenario: of,
  state: 'withdrawn',
  endReason,
  mails,
});

function heldInBetween(): Ending {
  const who = somebody();
  const caseRef = 'case-held-in-between';
  return withdrawn(
    'hold',
    scenario(who, {
      morning: [report(held, [who], { caseRef })],
      afternoon: [report('hold.started', [], { caseRef, reason: 'bereavement' })],
    }),
  );
}

function blockedInBetween(): Ending {
  const who = somebody();
  const caseRef = 'case-blocked-in-between';
  return withdrawn(
    'whereabouts-withheld',
    scenario(who, {
      morning: [report(held, [who], { caseRef })],
      afternoon: [report('assessment.completed', [], { caseRef, documentType: '11028' })],
    }),
  );
}

function cancelledInBetween(): Ending {
  const who = somebody();
  const occasion = { caseRef: 'case-cancelled-in-between', occasionRef: 'cancelled-in-between' };
  return withdrawn(
    'stage-cancelled',
    scenario(who, {
      morning: [report(held, [who], occasion)],
      afternoon: [report('plan-meeting.cancelled', [], occasion)],
    }),
  );
}

/** Somebody has a mail of Monday, and on Wednesday chooses by its link, while the next request is pending. */
function chosenInBetween(endReason: 'opted-out' | 'paused'): Ending {
  const who = somebody();
  return withdrawn(
    endReason,
    scenario(
      who,
      { morning: [report(started, [who])], wednesday: [report(changed, [who])] },
      {
        done: {
          wednesdayLater: (story) =>
            endReason === 'paused' ? story.choose(who, 'choice', 'pause-3') : story.unsubscribe(who),
        },
      },
    ),
    1,
  );
}

/** Somebody else is asked at the same address, and complains. */
function complainedInBetween(): Ending {
  const email = 'complaint+in-between@simulator.amazonses.com';
  const [who, other] = [somebody({ email }), somebody({ email })];
  return withdrawn(
    'address-suppressed',
    scenario(who, {
      wednesday: [report(changed, [who])],
      wednesdayLater: [report(started, [other])],
    }),
    // The one that the other person complained about went to the same address.
    1,
  );
}

/** The hard moment is known to end four hours after the request was to leave: it waits for that. */
function putOff(): Ending {
  const who = somebody();
  const caseRef = 'case-put-off';
  const hold = { caseRef, reason: 'other' };
  const end = { time: '2026-03-03T14:00:00+02:00' };
  return {
    state: 'sent',
    endReason: null,
    mails: 1,
    scenario: scenario(who, {
      morning: [report(held, [who], { caseRef })],
      afternoon: [report('hold.started', [], hold), report('hold.ended', [], hold, end)],
    }),
  };
}

export const endings = {
  'a request that nothing stops': sent(),
  'one for which no slot comes in time': noSlotInTime(),
  'one of a case in which a hard moment begins before it leaves': heldInBetween(),
  'one of a case in which a document withholds whereabouts before it leaves': blockedInBetween(),
  'one of a meeting that is cancelled before it leaves': cancelledInBetween(),
  'one whose person unsubscribes before it leaves': chosenInBetween('opted-out'),
  'one whose person pauses before it leaves': chosenInBetween('paused'),
  'one to an address that complains before it leaves': complainedInBetween(),
  'one of a case in which a hard moment ends in time': putOff(),
} as const satisfies Record<string, Ending>;
