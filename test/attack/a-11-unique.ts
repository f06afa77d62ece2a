import * as z from 'zod';
import { environment } from '../../shared/contract/environment.ts';
import { attack, type Try } from './attack.ts';
import { figuresIn, type Figures } from './judging/figures.ts';
import { storedGroups, subtractedGroups, type Group } from './judging/subtractions.ts';
import { carelessTallies, type Carelessness } from './weaker/tallies.ts';
import { givenBy } from './world/countable.ts';
import { itemsOf } from './world/dumps.ts';
import type { World } from './world/world.ts';

/** Fewest people of whom anything may be told. Not taken from the code: this is what is promised. */
const promised = 5;

type View = {
  /** Of every period that has closed. */
  readonly figures: readonly Figures[];
  readonly organisationOf: ReadonlyMap<string, string>;
};

const storedUnit = z.object({ pk: z.literal('UNITS'), region: z.string(), organisation: z.string() });

function viewOf({ afterClose }: World): View {
  const units = itemsOf(afterClose, environment.settingsTable).map((item) => storedUnit.safeParse(item));
  return {
    figures: figuresIn(itemsOf(afterClose, environment.reportsTable)),
    organisationOf: new Map(
      units.flatMap(({ success, data }) => (success ? [[data.region, data.organisation] as const] : [])),
    ),
  };
}

function fewIn(name: string, groups: readonly Group[]): Try {
  const few = groups.filter(({ people }) => people > 0 && people < promised);
  return { name, success: few.length / groups.length, chance: 0, limit: 0 };
}

function attempt({ figures, organisationOf }: View) {
  const stored = figures.flatMap(storedGroups);
  const smallest = Math.min(...stored.map(({ people }) => people));
  return {
    tries: [
      fewIn('cells of fewer than five as they are stored', stored),
      fewIn(
        'groups of fewer than five by subtracting totals',
        figures.flatMap((one) => subtractedGroups(one, organisationOf)),
      ),
    ],
    remarks: [
      `the smallest of ${stored.length} stored cells in ${figures.length} periods holds ${smallest} answers`,
    ],
  };
}

/** What a careless system would have stored of the known quarter. */
const storing =
  (carelessness: Carelessness) =>
  (world: World): View => {
    const stored = carelessTallies(world.quarter, givenBy(world), carelessness);
    return { ...viewOf(world), figures: figuresIn([stored]) };
  };

export const unique = attack<View>({
  id: 'A-11',
  adversary: 'holds a copy of the Reports zone, and knows of everybody where they belong',
  tries: 'to find a stored figure of fewer than five people, or to subtract one out of others',
  view: viewOf,
  attempt,
  weakened: [
    { name: 'small strata are not pooled (copy changed)', view: storing({}) },
    {
      name: 'small strata are left out and not pooled (copy changed)',
      view: storing({ peopleMin: promised }),
    },
  ],
});
