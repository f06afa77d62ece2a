import { isYear } from '../../calendar/duration.ts';
import type { Particulars, Wording } from './wording.ts';

const daysOf = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`;
const requestsOf = (count: number): string => `${count} ${count === 1 ? 'request' : 'requests'}`;
const within = (days: number): string => (isYear(days) ? 'a year' : daysOf(days));

const capped =
  (whose: string, unknown: string) =>
  ({ cap }: Particulars): string =>
    cap === undefined
      ? unknown
      : `${requestsOf(cap.counted)} ${cap.counted === 1 ? 'has' : 'have'} already been sent or planned ${whose} ` +
        `within ${within(cap.days)}, and the rule allows at most ${cap.most}`;

const gap = (days: number | undefined): string =>
  days === undefined ? 'some time' : `at least ${daysOf(days)}`;

const causes: Wording['causes'] = {
  'unknown-stage': () => 'the event reports a stage that the system does not know',
  'no-rule': ({ stage }) => `there is no rule for this stage (${stage})`,
  'rule-disabled': ({ stage }) => `the rule for this stage (${stage}) is turned off`,
  'stage-cancelled': () => 'the meeting or other occasion that the request would be about has been cancelled',
  'duplicate-event': ({ stage }) => `another event had already reported the same stage (${stage})`,
  'role-not-asked': ({ stage, role, ageBand }) =>
    `the rule does not ask ${role} (${ageBand}) at this stage (${stage})`,
  'too-young': ({ role, ageBand }) => `the rule does not ask ${role} who are so young (${ageBand})`,
  'non-disclosure': () => 'the person’s details are under a non-disclosure order, so nothing is sent',
  'whereabouts-withheld': () => 'it has been decided to keep whereabouts secret, so nothing is sent',
  'contact-restricted': () => 'contact has been restricted by a decision, so nothing is sent',
  'ambiguous-contact': () => 'the contact details are unclear, and the message might reach the wrong person',
  'no-channel': ({ wantsNoMessages }) =>
    wantsNoMessages
      ? 'the person does not want messages'
      : 'the client information system gave no mail address for the person',
  'no-language-form': ({ language }) =>
    language === undefined
      ? 'the form with which the person would have been asked has been withdrawn'
      : `there is no form in the person’s language (${language}), and the rule names no other language to use instead`,
  'opted-out': () => 'the person has asked not to be sent requests',
  paused: ({ lastDayOfPause }) =>
    `the person has paused requests${lastDayOfPause === undefined ? '' : ` up to and including ${lastDayOfPause}`}`,
  'address-suppressed': () =>
    'mail to this address has come back, or the recipient has reported it as unwanted',
  hold: ({ hold }) => `this is a hard time in the case${hold === undefined ? '' : ` (${hold})`}`,
  'already-asked-for-stage': ({ stage, gapDays }) =>
    `the person is already asked about this stage (${stage}) of the same case, and ${gap(gapDays)} must lie between ` +
    'two such requests',
  cooldown: ({ gapDays }) =>
    `${gap(gapDays)} must lie between two requests to the same person, and another one, sent or planned, is too near`,
  'period-cap': capped('for the person', 'the person would get more requests than the rule allows'),
  'household-cap': capped(
    'for members of the same household',
    'the household would get more requests than the rule allows',
  ),
  'case-cap': capped('in the same case', 'there would be more requests in the case than the rule allows'),
  'lower-priority': ({ coming }) =>
    coming === undefined
      ? 'a more important stage is expected soon, and this request would take its place'
      : `a more important stage, ${coming.stage}, is expected on ${coming.on}, and this request would take its place`,
  'sampled-out': ({ sample }) =>
    sample === undefined
      ? 'the rule asks only some of the people at this stage, and by lot this person is not among them'
      : `the rule asks ${sample.percent}% of people at this stage, and by lot this person is not among them ` +
        `(lot ${sample.lot}; lots below ${sample.percent} are asked)`,
  'unit-daily-cap': ({ cap }) =>
    cap === undefined
      ? 'the unit would have more requests on one day than the rule allows'
      : `${requestsOf(cap.counted)} about the unit ${cap.counted === 1 ? 'leaves' : 'leave'} on the same day already, ` +
        `and the rule allows at most ${cap.most} a day`,
};

export const english: Wording = {
  roles: {
    child: 'children',
    'young-person': 'young people',
    parent: 'parents',
    guardian: 'guardians',
    'close-person': 'other close persons',
    'county-worker': 'the county’s social workers',
    'provider-worker': 'service producers’ workers',
  },
  causes,
  heldBack: (cause) => `Not asked: ${cause}.`,
  possibleFrom: (time) => `The earliest time at which asking would be possible is ${time}.`,
  requests: {
    due: ({ dueAt }) => `Asked: the request leaves on ${dueAt} at the earliest.`,
    claimed: () => 'Asked: the request is being sent at this moment.',
    sent: ({ endedOn }) => `Asked: the request was sent${endedOn && ` on ${endedOn}`}.`,
    'expired-before-sending': () =>
      'It was decided to ask, but no suitable time came before it was too late, so nothing was sent.',
    withdrawn: ({ cause }) => `The request was withdrawn before it was sent${cause && `: ${cause}`}.`,
    'replaced-by-meeting': () => 'The person was asked in the meeting, so no message was sent.',
    'send-failed': () =>
      'It was decided to ask, but the mail service did not take the message, so nothing was sent. It is not tried again.',
    'send-uncertain': () =>
      'It was decided to ask, but sending was cut short, and nobody can tell whether the message left. So that nobody ' +
      'is asked twice, it is not sent again.',
  },
  forgotten: (dueAt) =>
    `It was decided to ask, and the request was to leave on ${dueAt}. What became of it is no longer on record.`,
  deliveries: {
    delayed: 'The message was delayed on its way.',
    bounced: 'The message could not be delivered, or an automatic reply came to it.',
    complained: 'The recipient reported the message as unwanted, so nothing more is sent to that address.',
  },
  timeOf: (day, time) => `${day} at ${time}`,
  dayOf: (day) => day,
};
