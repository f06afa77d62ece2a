import { isYear } from '../../calendar/duration.ts';
import type { PreferencesTexts } from './wording.ts';

export const english: PreferencesTexts = {
  title: 'Surveys that are sent to you',
  languages: 'Language of this page',
  saved: 'Below you see what has been saved and what holds now.',
  choose: 'Choose one of the options first.',
  unavailable: 'Your choice could not be saved just now. Please try again in a moment.',
  whyTitle: 'Why did I get the survey?',
  why: {
    'plan-meeting.scheduled':
      'You got the survey because a meeting has been agreed on that concerns you too.',
    'plan-meeting.held': 'You got the survey because a meeting was held that concerned you too.',
    'client-plan.reviewed': 'You got the survey because a plan was reviewed that concerns you too.',
    'assessment.completed': 'You got the survey because an assessment was completed that concerned you too.',
    'service.started': 'You got the survey because a service has started that you take part in.',
    'service.ended': 'You got the survey because a service has ended that you took part in.',
    'placement.started': 'You got the survey because an arrangement has started that concerns you too.',
    'placement.changed': 'You got the survey because an arrangement has changed that concerns you too.',
    'placement.ended': 'You got the survey because an arrangement has ended that concerned you too.',
    'aftercare.started': 'You got the survey because a time of support has started that you take part in.',
    'aftercare.ended': 'You got the survey because a time of support has ended that you took part in.',
    'case.closed': 'You got the survey because a matter has been closed that you took part in.',
    other: 'You got the survey because a service that you take part in has reached a new stage.',
  },
  whyForgotten:
    'We no longer know why you got this survey: we remove such details after about a year. You can still make your choices here.',
  rulesTitle: 'When a survey like this may come',
  delay: (days) =>
    days === 0
      ? 'On the same day at the earliest.'
      : `${days} ${days === 1 ? 'day' : 'days'} after the event at the earliest.`,
  cap: (most, days) =>
    `All together at most ${most} ${most === 1 ? 'survey' : 'surveys'} in ${isYear(days) ? 'a year' : days === 1 ? 'a day' : `${days} days`}.`,
  gap: (days) =>
    `Only if at least ${days} ${days === 1 ? 'day has' : 'days have'} passed since the last survey.`,
  once: 'Each survey comes only once. There are no reminders.',
  nowTitle: 'How it is now',
  open: 'We may send you surveys.',
  paused: (lastDay) => `Surveys are paused. The last day of the pause is ${lastDay}.`,
  stopped: 'You have stopped the surveys. You will get no more, unless you change this yourself.',
  earliest: (day) => `The next survey may come on ${day} at the earliest.`,
  anyTime: 'The next survey may come when something happens in your service that we ask about.',
  choiceLegend: 'What would you like?',
  choices: {
    start: 'You may send me surveys again',
    'pause-3': 'Pause for 3 months',
    'pause-6': 'Pause for 6 months',
    'pause-12': 'Pause for 12 months',
    stop: 'I do not want any more surveys',
  },
  noEffect: 'Your choice concerns these surveys only. It changes nothing in your service.',
  languageLegend: 'In which language would you like the surveys?',
  languageHint: 'A survey that is already on its way may still come in the previous language.',
  save: 'Save my choice',
  saveLanguage: 'Save the language',
  blind: 'This page does not know whether you have answered, and does not see your answers.',
  personal: 'The link to this page is yours alone. If you forward the message, remove the link from it.',
  unknownTitle: 'The link does not work',
  unknownBroken:
    'Part of the link may be missing. Open it straight from the message, or copy the whole line from beginning to end.',
  unknownHelp: 'If that does not help, ask the sender of the message.',
};
