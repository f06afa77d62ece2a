import type { AccessibilityTexts } from './wording.ts';

export const english: AccessibilityTexts = {
  title: 'Accessibility statement',
  languages: 'Language of this page',
  sections: {
    about: {
      title: 'What this statement is about',
      paragraphs: [
        'It is about the survey and the pages around it: the page where you can pause or stop the surveys, the privacy page, and the pages that tell what was heard in the answers.',
        'Accessibility means that as many people as possible can use the pages and understand them. The Finnish Act on the Provision of Digital Services (306/2019) is about it.',
      ],
      points: [],
    },
    state: {
      title: 'How accessible the pages are',
      paragraphs: [
        'We know of no point at which the pages fail what the law requires (WCAG 2.1, levels A and AA). We do not claim that they meet all of it: nobody from outside has assessed the pages yet.',
        'The pages work with a keyboard alone and without JavaScript. They can be enlarged without scrolling sideways, and follow the dark colours of your device.',
      ],
      points: [],
    },
    shortcomings: {
      title: 'Which shortcomings we know of',
      paragraphs: [],
      points: [
        'Nobody who uses a screen reader or any other assistive device has tried the pages yet.',
        'The pages are not there in the Sámi languages or in sign languages. Those that tell what was heard are not there in plain-language Finnish.',
        'If your browser has no JavaScript, you get to the survey by typing or pasting a long code from the message. That can be hard work.',
      ],
    },
    assessment: {
      title: 'How the pages were assessed',
      paragraphs: [
        'Those who made the program have assessed the pages themselves. In each version the pages are checked in a browser by the test program axe-core, in every language and in light and dark colours (WCAG 2.0, 2.1 and 2.2, levels A and AA). A keyboard alone, a screen 320 pixels wide and a browser without JavaScript are tried as well.',
      ],
      points: [],
    },
    feedback: {
      title: 'Tell us if something does not work',
      paragraphs: [
        'Tell us if you cannot use a page, or cannot make it out. You may also ask for what it says in another form. We answer within 14 days.',
        'An e-mail shows who you are. Do not write in it what you answered to the survey.',
      ],
      points: [],
    },
    authority: {
      title: 'If our answer does not help',
      paragraphs: [
        'If you are not content with our answer, or have none within 14 days, you may notify the authority that supervises accessibility. Its pages tell how to notify it, and what happens then.',
      ],
      points: [],
    },
  },
  responsible: (name) => `${name} is responsible for these pages.`,
  assessed: (day) => `The pages were last assessed, and this statement was written, on ${day}.`,
  write: 'Write to us:',
  switchboard: 'Telephone switchboard:',
  authority: 'Finnish Transport and Communications Agency Traficom, Digital Accessibility Supervision Unit',
  authorityAddress: 'https://www.webaccessibility.fi',
};
