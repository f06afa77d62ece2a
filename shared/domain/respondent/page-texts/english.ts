import type { PageTexts } from './wording.ts';

export const english: PageTexts = {
  languages: 'Language of this page',
  title: 'Tell us how you were heard',
  opening: (who) =>
    `${who} asks about your experience so that services can be made better. Answering takes about a minute.`,
  voluntary: 'Answering is voluntary and changes nothing in your service. Your answer is anonymous.',
  notLive: 'Nobody is watching the answers right now.',
  emergency: 'If you or someone else is not safe, call 112.',
  helpline: 'Children and young people can also call 116 111.',
  complaint:
    'This is not a formal reminder or a complaint. The social ombudsperson of your county helps with those.',
  codeLabel: 'The code in the message',
  codeHint: 'The code is at the end of the message, such as ABCD-1234-… You can type or paste it.',
  proceed: 'Go on to the questions',
  mistyped:
    'This code does not work. It may be mistyped, or part of it may be missing: compare it with the message. If that does not help, ask: the contact details are at the end of this page.',
  expired:
    'This request can no longer be answered, because the time for answering is over. Thank you for wanting to answer. If you have questions, the contact details are at the end of this page.',
  used: 'This link or code has been used already, perhaps in another tab or on another device. If that was you, there is nothing that you need to do. If not, please tell us: the contact details are at the end of this page.',
  nothingAnswered: 'Choose at least one answer before you send.',
  unavailable:
    'Your answer could not be saved just now. Your answers are still on this page: press Send again in a moment.',
  offline:
    'There is no connection. Your answers are still on this page. Keep it open: they will be sent by themselves once the connection is back. You can also press Send yourself.',
  tooLong: 'The comment is too long. Please shorten it a little and send again.',
  sending: 'Sending…',
  tampered:
    'To protect you, your answer was not sent: the key of the server was not the one that this page must have. Please tell the sender of the message.',
  outdated: 'This page has been open for so long that it is out of date. Open the link in the message again.',
  refused:
    'The link does not work: it may have been changed on the way. Open the link in the message again, or type the code in the message. If that does not help, ask: the contact details are at the end of this page.',
  truncated:
    'The link is not whole: its end may have been cut off. Open the link in the message again, or type the code in the message.',
  listen: 'Listen',
  scriptWay:
    'Your browser seals your answers so that nobody can open them until the quarter has ended and all answers are counted together.',
  commentLabel: 'Would you like to say something in your own words?',
  commentHint: 'Do not write names, or anything else by which you or somebody else could be recognised.',
  questionsTitle: 'Your experience',
  skip: 'You can skip any question.',
  noOpinion: "I don't know, or it does not concern me",
  formWay:
    'With this form the server handles your code and your answers together for a moment. It does not store them together.',
  send: 'Send my answers',
  thanksTitle: 'Thank you for your answers',
  thanks: 'Your answer has been received anonymously. You can close this page.',
  scales: {
    agreement: {
      lowest: 'fully disagree',
      highest: 'fully agree',
      steps: [
        'Fully disagree',
        'Somewhat disagree',
        'Neither agree nor disagree',
        'Somewhat agree',
        'Fully agree',
      ],
    },
    faces: {
      lowest: 'not so much',
      highest: 'very much',
      steps: ['Not so much', 'A little', 'Quite', 'A lot', 'Very much'],
    },
    wellbeing: { lowest: 'very bad', highest: 'very good', steps: [] },
    recommendation: { lowest: 'not at all', highest: 'very likely', steps: [] },
  },
};
