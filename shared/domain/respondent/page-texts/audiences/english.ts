import type { AudienceTexts } from './wording.ts';

export const englishByAudience: AudienceTexts = {
  child: {
    title: 'Tell us how the grown-ups listened to you',
    opening: (who) =>
      `${who} asks how the grown-ups listened to you and helped you. There are just a few questions. You can ask a grown-up to help you read.`,
    voluntary:
      'It is up to you whether you answer. Nobody will be angry with you. Your name is not in the answers.',
    notLive: 'Nobody is reading the answers right now. If you need help, tell a grown-up you trust.',
    emergency: 'If you or somebody else is in danger, call 112.',
    helpline: 'If you feel bad or afraid, call 116 111. A grown-up there will listen to you.',
    complaint:
      'This is not a complaint. If you were treated badly, the social ombudsperson can help you. A grown-up can call for you.',
    codeLabel: 'The code that came in the message',
    codeHint:
      'The code is at the end of the message. It looks like this: ABCD-1234-… A grown-up can help you.',
    mistyped:
      'The code does not work. Maybe there is a mistake in it. Look at the code in the message again, or ask a grown-up to help. At the end of this page is an address for questions.',
    expired:
      'Time is up, so this cannot be answered any more. That is all right. Thank you for wanting to answer. At the end of this page is an address for questions.',
    used: 'Somebody has answered with this link or code already. If it was you, all is well. If it was not you, tell a grown-up. At the end of this page is an address for questions.',
    nothingAnswered: 'Choose at least one answer. Then send.',
    unavailable:
      'Your answers have not been sent yet. They are still on this page. Wait a moment, then press Send again.',
    offline:
      'The internet is not working right now. Your answers are still on this page. Keep it open. They will be sent by themselves when the internet is back. You can also press Send yourself.',
    tampered:
      'Your answers were not sent, because something was not safe. You did nothing wrong. Ask a grown-up to tell the people who sent the message.',
    refused:
      'The link does not work. Open the link in the message again. You can also type the code from the message here. A grown-up can help you. At the end of this page is an address for questions.',
    truncated:
      'Part of the link is missing. Open the link in the message again. You can also type the code from the message here. A grown-up can help you.',
    scriptWay:
      'Your answers are closed like a letter. Nobody can read them yet. Later, all answers are opened and counted together.',
    formWay:
      'When you send your answers, the computer sees your code and your answers for a moment. It does not keep them together.',
    questionsTitle: 'Questions for you',
    skip: 'You do not have to answer every question.',
    noOpinion: "I don't know",
    commentHint: "Do not write anybody's name or address here.",
    thanksTitle: 'Thank you!',
    thanks: 'Your answers have arrived. Your name is not in them. You can close this page.',
  },
  'young-person': {
    title: 'Tell us how you were listened to',
    opening: (who) =>
      `${who} asks how you think you have been listened to and helped, so that services can be made better. Answering takes about a minute.`,
    voluntary:
      'Answer only if you want to. Your answer is anonymous, and your service stays the same either way.',
    helpline:
      'If you want to talk to somebody, you can call the helpline for children and young people, 116 111.',
  },
  worker: {
    title: 'Tell us how working together went',
    opening: (who) =>
      `${who} asks how working together went and whether the service met the need, so that services can be made better. Answering takes about a minute.`,
    voluntary:
      "Answering is voluntary, and changes nothing in your employment or in the client's service. Your answer is anonymous, and is not linked to any one client.",
    complaint:
      'This is not a report of a shortcoming, nor a child welfare notification: make those in the usual way.',
    questionsTitle: 'Working together, and the service',
    commentHint:
      'Do not write names, or anything else by which the client, you or somebody else could be recognised.',
  },
};
