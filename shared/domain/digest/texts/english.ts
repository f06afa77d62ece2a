import type { DigestTexts } from './wording.ts';

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

export const english: DigestTexts = {
  digest: 'Period digest',
  languages: 'Language of this page',
  months,
  quarter: (first, last, year) => `${first}–${last} ${year}`,
  shortMonth: (month, year) => `${months[month - 1]?.slice(0, 3) ?? ''} ${year}`,
  shortQuarter: (quarter, year) => `Q${quarter} ${year}`,
  thanks: 'Thank you to everyone who answered.',
  asked:
    'We asked children, young people, parents, close persons and workers whom the service concerned about their experiences. Answering was voluntary and anonymous.',
  answersEach: (count) => `Each question got ${count} answers.`,
  heard: 'What we heard',
  wentWell: 'What went especially well (mean of at least 4 on the scale 1–5):',
  order: 'In each group, what went best stands first.',
  captions: {
    spread: 'How many chose what',
    mean: 'Mean (answers)',
    index: 'Recommendation index (answers)',
  },
  groups: {
    statements: 'Families and close persons',
    faces: 'Children',
    partners: 'Partners',
    wellbeing: 'Well-being',
    recommendation: 'Recommendation',
  },
  mean: (value) => `Mean ${value}`,
  meanBetween: (from, to) => `The mean is between ${from} and ${to}`,
  index: (value, interval) =>
    `Recommendation index ${value}${interval === null ? '' : `, margin of uncertainty ${interval}`}`,
  answers: (count) => `${count}\u00a0answers`,
  spread: (steps) => `How the answers were spread: ${steps}.`,
  earlier: 'Earlier:',
  actions: {
    title: 'You said, we did',
    said: 'You said:',
    did: 'We did:',
    none: 'What is done because of the feedback will be written here.',
  },
  reading: {
    title: 'How to read this digest',
    marks:
      'A full dot is the mean. A wide bar is the range within which the mean lies, where it can’t be told more closely. An open dot or bar is from an earlier period. The number of answers stands in brackets. Upright bars tell how many chose what.',
    index:
      'The recommendation index is the share of answers 9–10 less the share of answers 0–6: from −100 to 100. The line around it shows how much may be due to chance.',
    each: 'Every question could be skipped, so the numbers of answers differ.',
    compare:
      'The figures tell of the experiences of those who answered. They are not fit for comparing units, since clients’ situations differ.',
    tooFew: (responsesMin) =>
      `We show no figure that rests on fewer than ${responsesMin} answers, or from which such a figure could be worked out: nobody must be recognisable. So a figure that is missing does not tell whether there were few answers or none.`,
    againstWill:
      'Situations may be included in which a measure was against the client’s will. The region’s table T3 shows them apart.',
  },
  published: (day) => `The figures were published on ${day}.`,
  corrected: (day) => `The figures were corrected on ${day}.`,
  forStaff: (least) => `For staff: figures of fewer than ${least} answers may be among these.`,
  nothing: [
    'For this period there are no figures that we can show.',
    'So it is when answers are so few that somebody could be recognised, and also when there are none. The page looks the same in either case.',
    'Every answer still counts in the figures of a larger area, whenever those can be shown.',
  ],
  missing: {
    title: 'There is no such page',
    text: 'There is no period digest at this address. Check the address, or ask for the digest at the service that it is about.',
  },
};
