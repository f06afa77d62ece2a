import type { Guess } from '../judging/links.ts';
import type { Item } from '../world/dumps.ts';
import type { Quarter } from './quarter.ts';
import { isoTime } from './shapes.ts';

/* Matching by time: who was asked when, when something was logged or counted, and what is stored with which time. */

/** Something that happened when an answer came, and the stored answer that it names, if it names one. */
type Event = { readonly at: number; readonly named: number | undefined };

/** When something stored came to be, as far as it tells: epoch milliseconds. */
type Span = { readonly from: number; readonly to: number };

const minute = 60_000;
const day = 24 * 60 * minute;
const always: Span = { from: 0, to: Number.MAX_SAFE_INTEGER };

/** The shortest time in which anything in an item says that it came to be. */
export function timeIn(item: Item): Span {
  return Object.values(item)
    .map(spanOf)
    .reduce((best, span) => (span.to - span.from < best.to - best.from ? span : best), always);
}

function spanOf(value: unknown): Span {
  if (typeof value === 'number') {
    const at = value > 1e11 ? value : value * 1000;
    // Seconds that are the first of a month at midnight say when something may be cleared away, not when it came.
    return at > Date.UTC(2025, 11) && at < Date.UTC(2026, 3) && at % day !== 0
      ? { from: at, to: at }
      : always;
  }
  if (typeof value !== 'string' || !/^2026-\d{2}(-\d{2})?([T ].*)?$/.test(value)) return always;
  const from = Date.parse(value);
  if (value.length > 'YYYY-MM-DD'.length) return { from, to: from };
  if (value.length === 'YYYY-MM-DD'.length) return { from, to: from + day };
  // A month in Helsinki begins two hours earlier than in UTC.
  return { from: from - 3 * 60 * minute, to: from + 31 * day };
}

/** Everything in logs and metrics that tells of an answer: lines where there are any, or else counts by the minute. */
function eventsIn({ lines, metrics, answers }: Quarter): Event[] {
  const placeOf = new Map(answers.map(({ id }, place) => [String(id), place]));
  const logged = lines.flatMap(({ text }) =>
    (text.match(isoTime) ?? []).slice(0, 1).map((time) => ({
      at: Date.parse(time),
      named: (text.match(/[\w-]{43}/g) ?? [])
        .map((word) => placeOf.get(word))
        .find((place) => place !== undefined),
    })),
  );
  if (logged.length > 0) return logged;
  // Both ways of answering end with one of these.
  return metrics
    .filter(({ function: name }) => ['take-answers', 'take-responses'].includes(name))
    .map((counted) => ({ at: counted.minute + minute / 2, named: undefined }));
}

/** Gives each event to the one who was asked last before it: most people answer at once or never. */
function eventOfEach(people: Quarter['people'], events: readonly Event[]): (Event | undefined)[] {
  const asked = [...people.entries()].toSorted(([, a], [, b]) => a.askedAt - b.askedAt);
  const given: (Event | undefined)[] = people.map(() => undefined);
  const waiting: number[] = [];
  let next = 0;
  for (const event of events.toSorted((a, b) => a.at - b.at)) {
    for (; (asked[next]?.[1].askedAt ?? Infinity) <= event.at; next += 1) waiting.push(asked[next]?.[0] ?? 0);
    const person = waiting.pop();
    if (person !== undefined) given[person] = event;
  }
  return given;
}

/** Chooses for each person the answers that came when they seem to have answered. */
export function matchByTime(quarter: Quarter): Guess {
  const { people, answers } = quarter;
  const spans = inSpans(answers);
  const events = eventOfEach(people, eventsIn(quarter));
  const chosen = people.map(({ askedAt, ballot }, person) => {
    const marked = timeIn(ballot);
    const event = marked.from === marked.to ? { at: marked.from, named: undefined } : events[person];
    if (event?.named !== undefined) return new Set([event.named]);
    return nearest(spans, event?.at ?? askedAt);
  });
  return (person, thing) => {
    const choice = chosen[person];
    return choice?.has(thing) === true ? 1 / choice.size : 0;
  };
}

const distance = ({ from, to }: Span, at: number): number => Math.max(0, from - at, at - to);

/** Answers by the time in which they tell to have come: all of a month together, where they tell no more. */
function inSpans(answers: readonly Item[]): [Span, Set<number>][] {
  const spans = new Map<string, [Span, Set<number>]>();
  for (const [place, answer] of answers.entries()) {
    const span = timeIn(answer);
    const key = `${span.from} ${span.to}`;
    const alike = spans.get(key) ?? [span, new Set()];
    alike[1].add(place);
    spans.set(key, alike);
  }
  return [...spans.values()];
}

function nearest(spans: readonly (readonly [Span, ReadonlySet<number>])[], at: number): ReadonlySet<number> {
  let least = Infinity;
  let chosen: ReadonlySet<number> = new Set();
  for (const [span, places] of spans) {
    const away = distance(span, at);
    if (away >= least) continue;
    least = away;
    chosen = places;
  }
  return chosen;
}
