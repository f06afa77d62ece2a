import { unpacked } from '../../shared/adapters/packed.ts';
import { environment } from '../../shared/contract/environment.ts';
import type { Detail } from '../../shared/domain/releases/detail.ts';
import { figuresOf, type Figures } from '../../shared/domain/releases/figures.ts';
import { releaseSchema, type Release } from '../../shared/domain/releases/release.ts';
import { questionSetVersion } from '../../shared/domain/questions/question-sets.ts';
import { reportTables } from '../../shared/domain/tallies/table.ts';
import { total, type ItemTally } from '../../shared/domain/tallies/tally.ts';
import { attack, type Outcome } from './attack.ts';
import { readCells } from './published/reading.ts';
import { keyOf } from './published/truth.ts';
import { givenBy } from './world/countable.ts';
import type { Item } from './world/dumps.ts';
import type { World } from './world/world.ts';
import * as z from 'zod';

/*
 * Somebody looks at everything that is published, again after each answer, and all quarter long. Where figures move by one
 * answer, the answer is theirs.
 */

/** What is published, by the name of the cell and the key of the question. */
type Look = ReadonlyMap<string, { readonly item: string; readonly figures: Figures }>;

/** The looks before and after an answer, and what was answered, by question key: by this the suite counts. */
type Refresh = {
  readonly before: Look;
  readonly after: Look;
  readonly answers: Readonly<Record<string, string>>;
};

/** What must have been answered for figures to have changed so; undefined where they tell nothing. */
function answerBetween(before: Figures, after: Figures, lowest: number): number | undefined {
  if (after.responses !== before.responses + 1) return undefined;
  if (before.distribution !== null && after.distribution !== null) {
    const step = after.distribution.findIndex((count, index) => count !== before.distribution?.[index]);
    return step < 0 ? undefined : lowest + step;
  }
  if (before.mean === null || after.mean === null) return undefined;
  return Math.round(after.mean * after.responses - before.mean * before.responses);
}

/** All questions but a recommendation begin at 1. */
const lowestOf = ({ distribution }: Figures): number => (distribution?.length === 11 ? 0 : 1);

function attempt(refreshes: readonly Refresh[]): Outcome {
  let [answers, recovered, changed] = [0, 0, 0];
  for (const { before, after, answers: given } of refreshes) {
    const guesses = new Map<string, number>();
    for (const [name, { item, figures }] of after) {
      const earlier = before.get(name)?.figures;
      if (earlier === undefined || JSON.stringify(earlier) !== JSON.stringify(figures)) changed += 1;
      const guess = earlier && answerBetween(earlier, figures, lowestOf(figures));
      if (guess !== undefined && !guesses.has(item)) guesses.set(item, guess);
    }
    const asked = Object.entries(given).filter(([item]) => item !== 'comment');
    answers += asked.length;
    recovered += asked.filter(([item, value]) => guesses.get(item) === Number(value)).length;
  }
  return {
    tries: [
      {
        name: 'answers recovered by looking before and after',
        success: recovered / answers,
        chance: 0,
        limit: 0,
      },
      {
        name: 'figures that changed while people answered',
        success: Math.min(1, changed / answers),
        ...{ chance: 0, limit: 0 },
      },
    ],
    remarks: [`looked ${refreshes.length + 1} times while ${answers} questions were answered`],
  };
}

const storedRelease = z.object({ pk: z.string().startsWith('RELEASE#'), document: z.instanceof(Uint8Array) });

/** Whatever can be asked for comes out of this table. */
function releasesIn(items: readonly Item[]): Release[] {
  return items.flatMap((item) => {
    const stored = storedRelease.safeParse(item);
    return stored.success ? [releaseSchema.parse(unpacked(stored.data.document))] : [];
  });
}

const lookAt = (releases: readonly Release[]): Look =>
  new Map(
    releases.flatMap((release) =>
      readCells([release]).map(({ key, item, figures }) => [
        JSON.stringify([release.period, key, item]),
        { item, figures },
      ]),
    ),
  );

/** The system: what is published stands in the table of reports, which was copied after every moment. */
function refreshesOf({ moments, answered }: World): Refresh[] {
  let look: Look = new Map();
  const answers = new Map(answered.map((one) => [one.moment, one.answers]));
  const refreshes = moments.flatMap(({ what, changed }, moment) => {
    const before = look;
    const released = releasesIn(changed.get(environment.reportsTable) ?? []);
    if (released.length > 0) look = new Map([...look, ...lookAt(released)]);
    const given = answers.get(moment);
    return what === 'answer' && given !== undefined ? [{ before, after: look, answers: given }] : [];
  });
  if (look.size === 0) throw new Error('nothing was published when the quarter closed');
  return refreshes;
}

/** A dashboard that counts each answer at once, and shows every cell from five answers on. */
const live =
  (detail: Exclude<Detail, 'none'>) =>
  (world: World): Refresh[] => {
    const counted = new Map<string, ItemTally & { counts: number[] }>();
    return givenBy(world).map(({ asked, answers }) => {
      const before = new Map<string, { item: string; figures: Figures }>();
      const after = new Map<string, { item: string; figures: Figures }>();
      const { questionSet, questionSetVersion: version } = asked.context;
      for (const { key: item, scale } of questionSetVersion(questionSet, version)?.questions ?? [])
        for (const { id, stratum } of reportTables) {
          const answer = answers[item];
          if (answer === undefined) continue;
          const name = JSON.stringify([keyOf(id, stratum(asked)), item]);
          const tally = counted.get(name) ?? {
            from: scale.from,
            counts: Array<number>(scale.to - scale.from + 1).fill(0),
          };
          if (total(tally.counts) >= 5) before.set(name, { item, figures: figuresOf(tally, detail) });
          const step = Number(answer) - scale.from;
          tally.counts[step] = (tally.counts[step] ?? 0) + 1;
          counted.set(name, tally);
          if (total(tally.counts) >= 5) after.set(name, { item, figures: figuresOf(tally, detail) });
        }
      return { before, after, answers };
    });
  };

export const refreshed = attack<readonly Refresh[]>({
  id: 'B-01',
  adversary: 'reads everything that is published, before and after each answer, all quarter long',
  tries: 'to tell an answer from how figures change',
  view: refreshesOf,
  attempt,
  weakened: [
    { name: 'a live dashboard of all cells from five answers on (view changed)', view: live('full') },
    { name: 'a live dashboard of means from five answers on (view changed)', view: live('groups') },
  ],
});
