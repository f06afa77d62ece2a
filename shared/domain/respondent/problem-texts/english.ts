import type { ProblemTexts } from './wording.ts';

export const english: ProblemTexts = {
  told: {
    missing: {
      title: 'This page was not found',
      text: 'Part of the address may be missing. Open the link in the message again.',
    },
    'no-survey': {
      title: 'This survey was not found',
      text: 'Part of the link may be missing, or the survey may have been withdrawn. Open the link in the message again, or type the code in the message here.',
    },
    withdrawn: {
      title: 'This survey cannot be answered',
      text: 'It may have been withdrawn, and takes no answers any more. There is nothing that you need to do. Thank you for wanting to answer.',
    },
    incomplete: {
      title: 'The form did not arrive whole',
      text: 'Nothing was saved. Part of the page may not have loaded, or the form may have been changed on the way. Open the link in the message again, and answer once more.',
    },
    misplaced: {
      title: 'There is nothing to see at this address',
      text: 'It only takes answers. If you have seen a thank-you already, your answer has arrived. If not, open the link in the message again.',
    },
    'too-large': {
      title: 'The text was too long',
      text: 'Nothing was saved, since you wrote more than we can take. Try going back in your browser, and shorten the comment. If your answers are not there any more, open the link in the message again, and answer once more.',
    },
    failed: {
      title: 'Something went wrong',
      text: 'The fault is in our service: you did nothing wrong. Please try again in a moment.',
    },
  },
  help: 'If you need help, please ask: the contact details are at the end of this page.',
  shorten: (excess) =>
    `The comment is too long: take out at least ${new Intl.NumberFormat('en').format(excess)} ${excess === 1 ? 'character' : 'characters'} and send again. Your answers are still on this page.`,
};
