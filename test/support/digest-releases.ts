import type { ItemTally } from '../../shared/domain/tallies/tally.ts';
import { detailOf } from '../../shared/domain/releases/detail.ts';
import { figuresOf, type Figures } from '../../shared/domain/releases/figures.ts';
import type { Cell, Release } from '../../shared/domain/releases/release.ts';
import { bank } from '../../shared/domain/questions/bank.ts';
import { questionSets } from '../../shared/domain/questions/question-sets.ts';
import type { Pair } from '../../shared/domain/digest/actions.ts';

/*
 * Releases written by hand, as the publisher would freeze them: of the unit `u-1` and of its organisation. All figures and
 * all texts are invented.
 */

export const unitName = {
  fi: 'Perhetyön yksikkö Pohjoinen',
  sv: 'Familjearbetets enhet Norr',
  en: 'Family work unit North',
};
export const organisation = 'Esimerkin hyvinvointialue';

const wordings = Object.fromEntries(
  [...Object.values(bank), ...questionSets.flatMap(({ questions }) => questions)].map(({ key, text }) => [
    key,
    text,
  ]),
);

/** What is published of a question that was answered like this, lowest step first. */
export function figures(from: number, counts: number[]): Figures {
  const tally: ItemTally = { from, counts };
  const detail = detailOf(tally, 0);
  if (detail === 'none') throw new Error('nothing is published of so few');
  return figuresOf(tally, detail);
}

/** A cell's past: what stands of it in later releases. */
export const past = (period: string, from: number, counts: number[]) => {
  const { responses, mean, meanBand, index } = figures(from, counts);
  return { period, responses, mean, meanBand, index };
};

export const release = (table: 'T1' | 'T4', period: string, cells: Cell[]): Release => ({
  table,
  period,
  revision: 1,
  releasedOn: '2026-04-02',
  correction: null,
  title: { fi: 'Kokemukset', sv: 'Erfarenheter', en: 'Experiences' },
  dimensions: table === 'T1' ? ['region', 'unit', 'item'] : ['organisation', 'item'],
  labels: {
    ...(table === 'T1' ? { unit: { 'u-1': unitName } } : { organisation: {} }),
    item: wordings,
  },
  notes: [],
  cells,
});

type Answered = {
  readonly from: number;
  readonly counts: number[];
  readonly earlier?: ReturnType<typeof past>[];
};

const cellsOf = (coordinates: Cell, answered: Record<string, Answered>): Cell[] =>
  Object.entries(answered).map(([item, { from, counts, earlier = [] }]) => ({
    ...coordinates,
    item,
    ...figures(from, counts),
    responseRate: null,
    earlier,
  }));

/** Cells of a unit in T1. */
export const unitCells = (unit: string, answered: Record<string, Answered>) =>
  cellsOf({ region: 'north', unit }, answered);

/** Cells of an organisation in T4. */
export const organisationCells = (id: string, answered: Record<string, Answered>) =>
  cellsOf({ organisation: id }, answered);

const quartersOfFive = (now: number[], ...before: number[][]): Answered => ({
  from: 1,
  counts: now,
  earlier: before.map((counts, index) => past(`2025-Q${4 - index}`, 1, counts)),
});

/** The family's form of seven questions, in all levels of detail, with three quarters before. */
export const familyForm: Record<string, Answered> = {
  heard: quartersOfFive([1, 1, 2, 8, 14], [0, 2, 3, 7, 8], [1, 2, 3, 5, 4], [0, 1, 2, 2, 1]),
  respect: quartersOfFive([0, 1, 1, 6, 19], [0, 1, 2, 7, 10], [0, 1, 2, 6, 6], [0, 0, 2, 3, 3]),
  trust: quartersOfFive([2, 2, 5, 8, 8], [1, 3, 4, 6, 5], [1, 2, 4, 4, 3], [0, 2, 2, 2, 1]),
  enough: quartersOfFive([3, 5, 4, 4, 2], [3, 4, 5, 5, 2], [2, 4, 4, 3, 1]),
  benefit: quartersOfFive([0, 1, 1, 4, 3], [0, 2, 3, 6, 7], [1, 1, 3, 5, 4], [0, 1, 2, 3, 1]),
  wellbeing: {
    from: 1,
    counts: [0, 1, 1, 2, 3, 4, 6, 5, 2, 1],
    earlier: [
      past('2025-Q4', 1, [1, 1, 1, 3, 3, 4, 4, 3, 1, 0]),
      past('2025-Q3', 1, [0, 1, 2, 2, 3, 3, 2, 1, 0, 0]),
      past('2025-Q2', 1, [0, 0, 1, 1, 2, 1, 1, 0, 0, 0]),
    ],
  },
  recommend: {
    from: 0,
    counts: [1, 0, 0, 1, 1, 2, 2, 3, 5, 6, 5],
    earlier: [
      past('2025-Q4', 0, [1, 0, 1, 1, 1, 2, 2, 3, 4, 3, 3]),
      past('2025-Q3', 0, [1, 0, 0, 1, 1, 2, 1, 2, 3, 2, 1]),
      past('2025-Q2', 0, [0, 0, 0, 1, 0, 1, 1, 1, 2, 1, 0]),
    ],
  },
};

const monthsOfQuarters: Readonly<Record<string, string>> = {
  '2025-Q4': '2025-12',
  '2025-Q3': '2025-11',
  '2025-Q2': '2025-10',
};

/** The same, as if the earlier periods were months. */
export const monthlyForm: Record<string, Answered> = Object.fromEntries(
  Object.entries(familyForm).map(([item, { earlier = [], ...answered }]) => [
    item,
    {
      ...answered,
      earlier: earlier.map((each) => ({ ...each, period: monthsOfQuarters[each.period] ?? each.period })),
    },
  ]),
);

/** "You said, we did", in one, two and three languages. */
export const pairs: Pair[] = [
  {
    said: {
      fi: 'Ette aina tienneet, kenelle voi soittaa, kun oma työntekijä on poissa.',
      sv: 'Ni visste inte alltid vem ni kan ringa när den egna arbetstagaren är borta.',
      en: 'You did not always know whom to call when your own worker is away.',
    },
    did: {
      fi: 'Jokainen perhe saa nyt kahden työntekijän numerot ja yhteisen päivystysnumeron.',
      sv: 'Varje familj får nu numren till två arbetstagare och ett gemensamt journummer.',
      en: 'Every family now gets the numbers of two workers and a shared number on call.',
    },
  },
  {
    said: {
      fi: 'Tapaamisia oli liian harvoin ja ne olivat kouluaikaan.',
      sv: 'Mötena var för få och ordnades under skoltid.',
    },
    did: {
      fi: 'Iltatapaamisia on maaliskuusta alkaen tiistaisin ja torstaisin klo 16–19.',
      sv: 'Sedan mars ordnas möten även på tisdags- och torsdagskvällar kl. 16–19.',
    },
  },
  {
    said: { fi: 'Lapset toivoivat enemmän aikaa kahden kesken.' },
    did: { fi: 'Jokaiseen käyntiin varataan puoli tuntia lapselle.' },
  },
];
