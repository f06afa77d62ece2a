import { environment } from '../../shared/contract/environment.ts';
import { reportTable } from '../../shared/domain/tallies/table.ts';
import { attack } from './attack.ts';
import { cellsIn, gained, type Cell } from './judging/cells.ts';
import { guessFromCells, judgeLearning, type Guesses } from './judging/learning.ts';
import { carelessTallies } from './weaker/tallies.ts';
import { firstAnswers, givenBy, seenIn, type Seen } from './world/countable.ts';
import { itemsOf, type Item } from './world/dumps.ts';
import type { Moment, World } from './world/world.ts';

type View = {
  /** All that changed in any store, moment by moment. */
  readonly moments: readonly Moment[];
  /** Those who took part, by their mails and the marks of used tickets. */
  readonly seen: readonly Seen[];
  /** The tallies that the system stores once the quarter has closed: conceded. */
  readonly conceded: readonly Cell[];
  /** For counting only. */
  readonly truth: ReadonlyMap<string, number>;
};

function viewOf(world: World): View {
  const seen = seenIn(world, world.afterClose);
  const conceded = cellsIn(itemsOf(world.afterClose, environment.reportsTable));
  return { moments: world.moments, seen, conceded, truth: firstAnswers(givenBy(world, seen)) };
}

/** Compares the tallies of every two moments: what has come to them came from those who took part in between. */
function guessFromTallies({ moments, seen }: View): Guesses {
  const stored = new Map<string, Item>();
  let before: Cell[] = [];
  let since = 0;
  const batches = moments.flatMap(({ changed }, moment) => {
    const reports = changed.get(environment.reportsTable) ?? [];
    if (reports.length === 0) return [];
    for (const item of reports) stored.set(`${String(item['pk'])} ${String(item['sk'])}`, item);
    const now = cellsIn([...stored.values()]);
    const cells = gained(now, before);
    if (cells.length === 0) return [];
    const people = seen.filter((one) => one.moment >= since && one.moment <= moment);
    before = now;
    since = moment + 1;
    return [{ people, cells }];
  });
  return guessFromCells(batches);
}

/** Reads answers wherever they stand in the open, in what came to any store when somebody took part. */
function guessFromItems({ moments, seen }: View): Guesses {
  return new Map(
    seen.flatMap(({ ref, question, moment }) => {
      const { changed, queued = [], lines = [] } = moments[moment] ?? {};
      const texts = [...(changed?.values() ?? [])].flat().map(textOf);
      const written = [...texts, ...queued, ...lines.map(({ text }) => text)].join('\n');
      const answer = new RegExp(`"${question}\\\\*"\\s*:\\s*\\\\*"?(\\d+)`).exec(written)?.[1];
      return answer === undefined ? [] : [[ref, [Number(answer)]] as const];
    }),
  );
}

const textOf = (item: Item): string =>
  JSON.stringify(item, (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  );

function attempt(view: View) {
  const conceded = guessFromCells([{ people: view.seen, cells: view.conceded }]);
  const judged = (name: string, guesses: Guesses) =>
    // Who learns nothing of somebody still guesses from what is conceded.
    judgeLearning(name, new Map([...conceded, ...guesses]), conceded, view.truth);
  return {
    tries: [
      judged('tallies of successive copies subtracted', guessFromTallies(view)),
      judged('answers readable in any copy', guessFromItems(view)),
    ],
  };
}

/** Changes what each moment brought to a table. */
const bringing = (
  view: View,
  table: string,
  broughtAt: (moment: Moment, place: number) => readonly Item[],
): View => ({
  ...view,
  moments: view.moments.map((moment, place) => {
    const brought = broughtAt(moment, place);
    return brought.length === 0
      ? moment
      : { ...moment, changed: new Map([...moment.changed, [table, brought]]) };
  }),
});

export const everySecond = attack<View>({
  id: 'A-02',
  adversary: 'holds copies of every table, queue and log of every second of the quarter, and all mails',
  tries: 'to learn what each of those who took part answered first',
  view: viewOf,
  attempt,
  weakened: [
    {
      name: 'tallies are written in batches of ten as answers come (copies changed)',
      view: (world) => {
        const view = viewOf(world);
        const answers = givenBy(world, view.seen);
        return bringing(view, environment.reportsTable, (_, place) => {
          const soFar = answers.filter(({ moment }) => moment <= place);
          const isTenth = soFar.length % 10 === 0 && soFar.at(-1)?.moment === place;
          return isTenth ? [carelessTallies('open', soFar)] : [];
        });
      },
    },
    {
      name: 'answers are stored readable until they are counted (copies changed)',
      view: (world) => {
        const answersOf = new Map(world.answered.map(({ pooled, answers }) => [pooled, answers]));
        return bringing(viewOf(world), environment.poolTable, ({ changed }) =>
          (changed.get(environment.poolTable) ?? []).map((item) => ({
            ...item,
            answers: answersOf.get(String(item['id'])),
          })),
        );
      },
    },
    {
      name: 'the day is kept in place of the month, and counted by (copies changed)',
      view: (world) => {
        const view = viewOf(world);
        const daily = carelessTallies('daily', givenBy(world, view.seen), {
          monthOf: ({ day }) => day,
          tables: [reportTable('T4')],
        });
        return bringing(view, environment.reportsTable, ({ what }) => (what === 'close' ? [daily] : []));
      },
    },
  ],
});
