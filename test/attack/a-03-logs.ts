import { attack, type Try } from './attack.ts';
import { judgeLinks, type Guess, type Links } from './judging/links.ts';
import { matchByTime } from './timing/match.ts';
import { inventQuarter, type Quarter } from './timing/quarter.ts';
import { shapesOf, type Line, type Shapes } from './timing/shapes.ts';
import type { World } from './world/world.ts';

type View = {
  /** Every line that was logged in the quarter and at its close. */
  readonly lines: readonly Line[];
  readonly shapes: Shapes;
  /** Answers a day at which people are matched by time. */
  readonly rates: readonly number[];
  /** How many answers are to be matched at each rate, at least. */
  readonly answersMin: number;
  /** For counting only: what must not stand in any line, and what not in one about an answer. */
  readonly secrets: readonly string[];
  readonly circumstances: readonly string[];
};

const onTheirPath = ['show-survey', 'take-answers', 'sign-ballots', 'take-responses'];

function viewOf(world: World): View {
  const { invited, answered } = world;
  return {
    lines: world.moments.flatMap(({ lines }) => lines),
    shapes: shapesOf(world),
    rates: [0.1, 2, 10, 50],
    answersMin: world.size.name === 'quick' ? 1000 : 10_000,
    secrets: [
      ...invited.flatMap(({ ticket, code, person }) => [ticket, code, person.address, person.ref]),
      // The prefix of a nonce, and the nonce behind it, are as good as both.
      ...answered.flatMap(({ nonce }) => [nonce.slice(0, 43), nonce.slice(-43)]),
      ...answered.flatMap(({ answers }) => Object.keys(answers).map((key) => `"${key}"`)),
    ].filter((secret) => secret !== ''),
    circumstances: invited.flatMap(({ person, context }) => [person.unit.id, person.unit.region, context]),
  };
}

/** Looks for words in lines. Where one stands, it is in the open: there is nothing to guess, and none may. */
function found(name: string, lines: readonly Line[], words: readonly string[]): Try {
  const wanted = [...new Set(words)];
  const telling = lines.filter(({ text }) => wanted.some((word) => text.includes(word)));
  return { name, success: telling.length / Math.max(1, lines.length), chance: 0, limit: 0 };
}

/** Matches by time in as many invented quarters as it takes. */
function matched(perDay: number, { shapes, rates, answersMin }: View): Try {
  const quarters: Quarter[] = [];
  for (let answers = 0; answers < answersMin; answers += quarters.at(-1)?.answers.length ?? 0)
    quarters.push(inventQuarter(perDay, quarters.length, shapes));
  const { guess, truth } = together(quarters);
  return judgeLinks(`matched by time, at ${perDay} answers a day`, guess, truth, rates.length);
}

/** Many quarters as one: nobody takes an answer of one for that of a person of another. */
function together(quarters: readonly Quarter[]): { guess: Guess; truth: Links } {
  const guesses = quarters.map(matchByTime);
  const places = quarters.flatMap(({ people }, quarter) => people.map((_, place) => ({ quarter, place })));
  const starts = quarters.map((_, quarter) =>
    quarters.slice(0, quarter).reduce((sum, { people }) => sum + people.length, 0),
  );
  const all = quarters.map(({ truth }) => truth);
  return {
    guess: (person, thing) => {
      const [one, other] = [places[person], places[thing]];
      const guess = guesses[one?.quarter ?? -1];
      return guess === undefined || other?.quarter !== one?.quarter
        ? 0
        : guess(one?.place ?? -1, other?.place ?? -1);
    },
    truth: {
      people: all.flatMap(({ people }) => people),
      things: all.flatMap(({ things }) => things),
      thingOf: all.flatMap(({ thingOf }, quarter) => thingOf.map((thing) => (starts[quarter] ?? 0) + thing)),
      conceded: all.flatMap(({ conceded }, quarter) => conceded.map((month) => `${quarter} ${month}`)),
    },
  };
}

const attempt = (view: View) => ({
  tries: [
    found('an address, reference, ticket, nonce or answer in a line', view.lines, view.secrets),
    found(
      "a unit, region or context in a line on the respondents' path",
      view.lines.filter((line) => onTheirPath.includes(line.function)),
      view.circumstances,
    ),
    ...view.rates.map((perDay) => matched(perDay, view)),
  ],
  remarks: [
    `${view.lines.length} lines were logged in the quarter and at its close. Metrics count every answer by its minute: ` +
      'that somebody answered then is not hidden.',
  ],
});

/** A further line at each answer, as a weaker system would log it. */
const logging =
  (text: (world: World, place: number) => string) =>
  (world: World): View => {
    const view = viewOf(world);
    const further = world.answered.map((_, place) => ({
      function: 'take-responses',
      text: text(world, place),
    }));
    // Its rows are those of the system itself, and have been matched by time there.
    return { ...view, rates: [], lines: [...view.lines, ...further] };
  };

export const logs = attack<View>({
  id: 'A-03',
  adversary:
    'holds every log line and metric, full copies of every table, all mails, and the client information system',
  tries:
    'to find somebody in a line, and to match people with sealed answers by time, at 0.1 to 50 answers a day',
  view: viewOf,
  attempt,
  weakened: [
    {
      name: "Lambda's START lines are on, and answers keep their time (lines added, copy changed)",
      view: (world) => {
        const view = viewOf(world);
        const { answer } = view.shapes;
        const lines: Shapes['lines'] = (at) => [
          {
            function: 'take-responses',
            text: `{"time":"${new Date(at).toISOString()}","type":"platform.start"}`,
          },
        ];
        return {
          ...view,
          shapes: { ...view.shapes, lines, answer: (at, draws) => ({ ...answer(at, draws), at }) },
        };
      },
    },
    {
      name: 'a line names the sealed answer that it is about (lines added)',
      view: (world) => {
        const view = viewOf(world);
        const lines: Shapes['lines'] = (at, _, { id }) => [
          {
            function: 'take-responses',
            text: `{"timestamp":"${new Date(at).toISOString()}","level":"INFO","phrase":"an answer was taken","id":"${String(id)}"}`,
          },
        ];
        return { ...view, shapes: { ...view.shapes, lines } };
      },
    },
    {
      name: 'a line names the unit (lines added)',
      view: logging(
        ({ answered }, place) =>
          `{"phrase":"an answer","unit":"${answered[place]?.invited.person.unit.id ?? ''}"}`,
      ),
    },
    {
      name: 'an error quotes the address (lines added)',
      view: logging(
        ({ answered }, place) =>
          `{"error":"${answered[place]?.invited.person.address ?? ''} is not verified"}`,
      ),
    },
  ],
});
