import { attack, type Try } from './attack.ts';
import { playIsolations, type FewAnswers, type Isolation } from './isolation/play.ts';
import { ownAnswers } from './isolation/scene.ts';
import { total, type Cell } from './judging/cells.ts';
import {
  cellsAbout,
  guessFromCells,
  judgeLearning,
  type Countable,
  type Guesses,
} from './judging/learning.ts';

type View = {
  readonly isolation: Isolation;
  /** The tallies that the real system stores at the close, with others beside the victims: conceded. */
  readonly conceded: Isolation;
  readonly few: FewAnswers;
};

/** Fewest answers in a deployment that are ever unsealed together. Not taken from the code: this is what is promised. */
const promised = 10;

/** What is left of tallies when the adversary takes their own answers out. */
function withoutOwn(
  cells: readonly Cell[],
  own: readonly (Countable & { readonly answer: number })[],
): Cell[] {
  const left = new Map(cells.map((cell) => [cell, [...cell.counts]]));
  for (const one of own) {
    for (const cell of cellsAbout(one, cells)) {
      const counts = left.get(cell) ?? [];
      counts[one.answer - cell.from] = (counts[one.answer - cell.from] ?? 0) - 1;
    }
  }
  return cells
    .map((cell) => ({ ...cell, counts: left.get(cell) ?? cell.counts }))
    .filter((cell) => total(cell) > 0);
}

const guessFrom = (cells: readonly Cell[], { victims, own }: Isolation): Guesses =>
  guessFromCells([{ people: victims, cells: withoutOwn(cells, own) }]);

function isolated({ isolation, conceded }: View): Try {
  const known = guessFrom(conceded.final, conceded);
  const guesses = new Map([...known, ...guessFrom(isolation.early, isolation)]);
  const truth = new Map(isolation.victims.map(({ ref, answer }) => [ref, answer]));
  return judgeLearning('answers isolated before the quarter had closed', guesses, known, truth);
}

const never = { chance: 0, limit: 0 };

const attempt = (view: View) => {
  const { isolation, few } = view;
  const isCounted = few.answers < promised && few.tallied.length > 0;
  return {
    tries: [
      isolated(view),
      {
        name: 'a running quarter closed on demand',
        success: isolation.granted / isolation.demands,
        ...never,
      },
      { name: `a batch of ${few.answers} counted`, success: isCounted ? 1 : 0, ...never },
    ],
    remarks: [
      `who gives all answers of a stratum but one knows that one from its tally: with ${ownAnswers} invitations of their ` +
        'own where one other person answers in a quarter, and with more only where all of them are their own but one.',
    ],
  };
};

export const isolate = attack<View>({
  id: 'A-04',
  adversary: `has ${ownAnswers} invitations of their own in the unit of each person they are after, may call every function, and reads the tallies`,
  tries: 'to isolate one answer: by closing the quarter early, or by a quarter with few answers',
  view: async (world) => {
    const { isolation, few } = await playIsolations(world);
    return { isolation, conceded: isolation, few };
  },
  attempt,
  weakened: [
    {
      name: 'the mix closes a quarter on demand (function weakened)',
      view: async (world) => {
        const { isolation, isolationOnDemand, few } = await playIsolations(world);
        return { isolation: isolationOnDemand, conceded: isolation, few };
      },
    },
    {
      name: 'the mix counts any batch (tallied by its own code, whatever the number)',
      view: async (world) => {
        const { isolation, fewCounted } = await playIsolations(world);
        return { isolation, conceded: isolation, few: fewCounted };
      },
    },
  ],
});
