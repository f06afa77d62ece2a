import { loadSolver } from '../../../shared/adapters/linear-programs.ts';
import { nextQuarter, type Quarter } from '../../../shared/domain/calendar/month.ts';
import type { Solve } from '../../../shared/domain/disclosure/linear-program.ts';
import type { Closed } from '../../../shared/domain/releases/closed.ts';
import { composeReleases, type Draft } from '../../../shared/domain/releases/compose.ts';
import { releaseSchema, type Release } from '../../../shared/domain/releases/release.ts';
import type { Structure } from '../../../shared/domain/tallies/structure.ts';
import type { Tally } from '../../../shared/domain/tallies/tally.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import { Deployment, type DeploymentOptions, type Response } from '../../simulation/releases/deployment.ts';
import type { Size } from '../world/world.ts';
import { asAsked, withBusyPeople, type Given } from './busy-people.ts';
import { editionsOf } from './editions.ts';
import { reorganised } from './reorganised.ts';

/*
 * The published world: years of an invented deployment whose releases the production code composes. Their answers never
 * pass through the running system, so that they can be large. The suite alone knows who answered what.
 *
 * One year is hard, with all that makes figures tell too much; in the other everybody is asked once, as the rules for
 * requests see to it, and nothing is re-organised.
 */

/** What everybody has of a quarter: every revision of every release, as its JSON says it, and where units belong. */
export type Told = {
  readonly quarter: Quarter;
  readonly structure: Structure;
  readonly releases: readonly Release[];
};

/** A quarter with its truth. */
export type PublishedQuarter = Told & {
  readonly units: readonly Unit[];
  readonly responses: readonly Response[];
  /** What was counted: it shows which strata were pooled. */
  readonly tallies: readonly Tally[];
};

export type Year = {
  readonly name: string;
  readonly quarters: readonly PublishedQuarter[];
  readonly solve: Solve;
};

/** How a quarter is answered, closed and published: weaker systems differ in the last two only. */
export type Publisher = {
  readonly name: string;
  /** The form that everybody is asked with; as their role has it where it is not given. */
  readonly form?: string;
  /** Units as they are so many quarters after the first. */
  readonly restructuring: (units: readonly Unit[], quarters: number) => readonly Unit[];
  readonly answering: (responses: readonly Response[], units: readonly Unit[]) => readonly Given[];
  /** How often the quarter that lies so many behind the first is published, and from what. */
  readonly editions: (closed: Closed, quarters: number) => readonly [Closed, ...Closed[]];
  readonly closing: (closed: Closed, responses: readonly Response[]) => Closed;
  readonly compose: (closed: Closed, solve: Solve) => readonly Draft[];
};
const asItIs: Publisher = {
  name: 'a hard year',
  restructuring: reorganised,
  answering: withBusyPeople,
  editions: editionsOf,
  closing: (closed) => closed,
  compose: composeReleases,
};
const ordinarily: Partial<Publisher> = {
  name: 'an ordinary year',
  restructuring: (units) => units,
  answering: (responses) => responses,
  editions: (closed) => [closed],
};
/** Ordinarily, and everybody is asked the same. */
export const withOneForm: Partial<Publisher> = {
  ...ordinarily,
  name: 'an ordinary year of one form',
  form: 'family',
};

const optionsOf: Readonly<Record<Size['name'], DeploymentOptions>> = {
  quick: { regions: 3, units: 18, responsesFrom: 3, responsesTo: 20, seed: 11 },
  full: { regions: 5, units: 60, responsesFrom: 3, responsesTo: 20, seed: 12 },
};
const quartersOf: Readonly<Record<Size['name'], number>> = { quick: 2, full: 4 };

const years = new Map<Partial<Publisher>, Map<string, Promise<Year>>>();
const asPublished: Partial<Publisher> = {};

/** The hard year as the system publishes it. */
export const publishedYear = (size: Size['name']): Promise<Year> => publishedBy(size, asPublished);

/** An ordinary year in which everybody is asked the same: each question has as many answers as there are forms. */
export const yearOfOneForm = (size: Size['name']): Promise<Year> => publishedBy(size, withOneForm);

/** The ordinary year as the system publishes it. */
export const ordinaryYear = (size: Size['name']): Promise<Year> => publishedBy(size, ordinarily);

/** The same answers, published by another system, and fewer quarters where few will do. Made once for all attacks of a run. */
export function publishedBy(
  size: Size['name'],
  publisher: Partial<Publisher>,
  quarters: number = quartersOf[size],
): Promise<Year> {
  const of = years.get(publisher) ?? new Map<string, Promise<Year>>();
  years.set(publisher, of);
  const name = `${size} ${quarters}`;
  const made = of.get(name) ?? publishYear(size, publisher, quarters);
  of.set(name, made);
  return made;
}

async function publishYear(size: Size['name'], changes: Partial<Publisher>, quarters: number): Promise<Year> {
  const publisher = { ...asItIs, ...changes };
  const solve = await loadSolver();
  const published: PublishedQuarter[] = [];
  let quarter = firstQuarter;
  for (let place = 0; place < quarters; place += 1) {
    published.push(publishQuarter(size, { quarter, place }, published, publisher, solve));
    quarter = nextQuarter(quarter);
  }
  return { name: publisher.name, quarters: published, solve };
}

function publishQuarter(
  size: Size['name'],
  { quarter, place }: { readonly quarter: Quarter; readonly place: number },
  before: readonly PublishedQuarter[],
  { form, restructuring, answering, editions, closing, compose }: Publisher,
  solve: Solve,
): PublishedQuarter {
  const units = restructuring(unitsOf(size), place);
  const responses = answering(answersIn(size, quarter, units, form), units);
  const earlier = before.flatMap(({ releases }) => releases);
  const closed = closing(closedWith(size, quarter, { units, responses, earlier }), responses);
  return released(quarter, { responses, editions: editions(closed, place) }, (edition) =>
    compose(edition, solve),
  );
}

export const firstQuarter: Quarter = '2026-Q1';

/** Units as they are at first. */
export const unitsOf = (size: Size['name']): readonly Unit[] => new Deployment(optionsOf[size]).units;

const answersIn = (
  size: Size['name'],
  quarter: Quarter,
  units: readonly Unit[],
  form?: string,
): readonly Response[] =>
  new Deployment({ ...optionsOf[size], ...(form !== undefined && { form }) }, units).responses(quarter);

/** What people answer in a quarter of the hard year, some of them again and again. */
export const responsesOf = (size: Size['name'], quarter: Quarter, units: readonly Unit[]): readonly Given[] =>
  withBusyPeople(answersIn(size, quarter, units), units);

type Facts = {
  readonly units: readonly Unit[];
  readonly responses: readonly Response[];
  readonly earlier?: readonly Release[];
};

/** All that a publisher knows of a quarter. Who was asked about a unit need not have answered about it. */
export function closedWith(
  size: Size['name'],
  quarter: Quarter,
  { units, responses, earlier = [] }: Facts,
): Closed {
  const deployment = new Deployment(optionsOf[size], units);
  const { invited, tooFew } = deployment.close(quarter, asAsked(responses), earlier);
  return { ...deployment.close(quarter, responses, earlier), invited, tooFew };
}

/** Publishes editions of a quarter one after another, each as a revision of the one before. */
export function released(
  quarter: Quarter,
  {
    responses,
    editions,
  }: { readonly responses: readonly Response[]; readonly editions: readonly [Closed, ...Closed[]] },
  compose: (closed: Closed) => readonly Draft[],
): PublishedQuarter {
  const releases: Release[] = [];
  for (const [index, edition] of editions.entries())
    releases.push(
      ...compose({ ...edition, already: [...releases] }).map((draft) =>
        asRead({ ...draft, revision: index + 1, releasedOn: '2027-01-02', correction: null }),
      ),
    );
  const [{ structure, tallies, units }] = editions;
  return { quarter, structure, releases, units, responses, tallies };
}

/** What is released goes out as JSON, and comes in as JSON. */
const asRead = (release: Release): Release => releaseSchema.parse(JSON.parse(JSON.stringify(release)));
