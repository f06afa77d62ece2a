import type { MailTexts, MailWording } from './wording.ts';

const adult: MailTexts = {
  subject: 'Were you heard? A short survey',
  greeting: 'Hello!',
  why: 'We would like to know whether you were listened to and whether the service has helped. It takes about a minute.',
  fellBack: 'We do not have this form in your language, so it comes in English.',
  link: 'Answer here:',
  until: (lastDay) =>
    `You can answer until the end of ${lastDay}. We send this request only once, and no reminders.`,
  voluntary: 'Answering is voluntary and changes nothing in your service. Your answer is anonymous.',
  who: (sender) => `The survey is sent by ${sender}.`,
  questions: 'You can ask about the survey at this address. E-mail is not anonymous:',
  preferences: 'Why did I get this? Pause or stop the surveys, or change the language:',
  code: 'If the page asks for a code, it is:',
};

const youngPerson: MailTexts = {
  ...adult,
  subject: 'Did we listen to you? A few short questions',
  greeting: 'Hi!',
  why: 'We would like to know whether you were listened to and whether the service has helped you. It takes about a minute.',
  voluntary:
    'Answer only if you want to. Your answer is anonymous, and your service stays the same either way.',
};

export const english: MailWording = {
  adult,
  'young-person': youngPerson,
  child: {
    ...adult,
    subject: 'Did we listen to you?',
    greeting: 'Hi!',
    why: 'We would like to know whether the adults listened to you. There are just a few questions. They take about a minute.',
    until: (lastDay) => `You can answer until the end of ${lastDay}. We send this message only once.`,
    voluntary: 'It is up to you whether you answer. Either is just as good. Your name is not in the answers.',
    help: 'You can ask an adult to help you read.',
    who: (sender) => `The questions are sent by ${sender}.`,
    questions: 'You or an adult can ask more at this address. An e-mail shows who is asking:',
  },
  worker: {
    ...adult,
    subject: 'How did working together go? A short survey',
    why: 'We would like to know how working together went and whether the service met the need. It takes about a minute.',
    voluntary: 'Answering is voluntary. Your answer is anonymous, and is not linked to any one client.',
  },
};
