/**
 * Nobody works out a few answers from totals of places. Whoever knows every figure of units, regions, organisations and
 * the deployment, and which unit belongs where, can add and subtract them in any way: this tries every set of units of
 * small deployments, by linear algebra, and none of fewer than five answers may come out.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poolPlaces } from '../../../shared/domain/tallies/place-pools.ts';
import { other, pooledAmong } from '../../../shared/domain/tallies/pooling.ts';
import { regionsLeftWithFew } from '../../../shared/domain/tallies/subtraction.ts';
import { responsesMin, total, type Tally } from '../../../shared/domain/tallies/tally.ts';
import { derivableFrom } from '../../support/derivable.ts';
import { alike, anyDeployment, anyForms, tallied, type Filled } from '../../support/filled-forms.ts';

type Unit = {
  readonly unit: string;
  readonly region: string;
  readonly organisation: string;
  readonly responses: number;
};

function unitsOf(forms: readonly Filled[]): Unit[] {
  const answered = forms.filter(({ answers }) => answers['heard'] !== undefined);
  return [...Map.groupBy(answered, ({ asked }) => asked.context.unit)].flatMap(([unit, [first, ...rest]]) =>
    first ? [{ unit, ...first.asked.place, responses: rest.length + 1 }] : [],
  );
}

/** Figures of one table, as sets of units: those that it names, and all the others of the same parent together. */
function setsIn(
  tallies: readonly Tally[],
  table: Tally['table'],
  dimension: keyof Unit,
  units: readonly Unit[],
) {
  const strata = tallies.filter((tally) => tally.table === table && tally.items['heard'] !== undefined);
  const named = (where: keyof Unit) => new Set(strata.map(({ stratum }) => stratum[where] ?? ''));
  return strata.map(({ stratum }) => {
    const within = (where: keyof Unit) => (unit: Unit) =>
      stratum[where] === undefined ||
      (stratum[where] === other ? !named(where).has(String(unit[where])) : unit[where] === stratum[where]);
    return units.filter((unit) => within(dimension)(unit) && within('region')(unit));
  });
}

/** Every set of units whose sum is known: all that the tallies tell of places. */
const knownSets = (tallies: readonly Tally[], units: readonly Unit[]): (readonly Unit[])[] => [
  ...(tallies.some(({ items }) => items['heard'] !== undefined) ? [units] : []),
  ...setsIn(tallies, 'T1', 'unit', units),
  ...setsIn(tallies, 'T2', 'region', units),
  ...setsIn(tallies, 'T4', 'organisation', units),
];

/** Sets of units with too few answers whose sum can be worked out all the same. */
function exposed(known: readonly (readonly Unit[])[], units: readonly Unit[]): string[] {
  const asRow = (set: readonly Unit[]): number[] => units.map((unit) => (set.includes(unit) ? 1 : 0));
  const isDerivable = derivableFrom(known.map(asRow));
  return subsetsOf(units)
    .filter((set) => isFew(total(set.map(({ responses }) => responses))) && isDerivable(asRow(set)))
    .map((set) => set.map(({ unit }) => unit).join(' '));
}

const isFew = (responses: number): boolean => responses > 0 && responses < responsesMin;

const subsetsOf = <Thing>(things: readonly Thing[]): Thing[][] =>
  things.reduce<Thing[][]>((sets, thing) => [...sets, ...sets.map((set) => [...set, thing])], [[]]);

const unit = (name: string, region: string, organisation: string, responses: number): Filled[] =>
  alike(responses, { unit: name, place: { region, organisation } });

const onlyLarge = [
  ...unit('a', 'north', 'first', 10),
  ...unit('b', 'north', 'small', 3),
  ...unit('c', 'south', 'second', 9),
  ...unit('d', 'south', 'tiny', 4),
];
const acrossRegions = [
  ...['north', 'south'].flatMap((region) => [
    ...unit(`${region}-1`, region, 'wide', 4),
    ...unit(`${region}-2`, region, 'wide', 4),
    ...unit(`${region}-3`, region, `of-${region}`, 1),
  ]),
  ...unit('elsewhere', 'west', 'of-north', 8),
  ...unit('elsewhere-too', 'west', 'of-south', 8),
];

describe('no few answers come out of totals', () => {
  it.each([
    ['of a region less its only large organisation', onlyLarge],
    ['of regions less an organisation that lies in both', acrossRegions],
    [
      'of an organisation less its large unit',
      [
        ...unit('a', 'north', 'first', 10),
        ...unit('b', 'north', 'first', 3),
        ...unit('c', 'north', 'second', 12),
        ...unit('d', 'north', 'second', 4),
      ],
    ],
  ])('%s', (_, forms) => {
    const units = unitsOf(forms);
    // They would, if each table were looked at by itself.
    expect(exposed(naively(units), units)).not.toEqual([]);
    expect(exposed(knownSets(tallied(forms).tallies, units), units)).toEqual([]);
  });

  it('in any deployment', () => {
    const anything = anyDeployment(7).chain((deployment) => anyForms(deployment, 12));
    fc.assert(
      fc.property(anything, (forms) => {
        const units = unitsOf(forms);
        expect(exposed(knownSets(tallied(forms).tallies, units), units)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('in any deployment of many small places, of which every table by itself would expose some', () => {
    let exposedNaively = 0;
    const anyUnit = fc.record({
      region: fc.constantFrom('north', 'south', 'west', 'east'),
      organisation: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      responses: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(anyUnit, { minLength: 2, maxLength: 9 }), (given) => {
        const units = given.map((one, index) => ({ ...one, unit: `u-${index}` }));
        const forms = units.flatMap((one) => unit(one.unit, one.region, one.organisation, one.responses));
        if (exposed(naively(units), units).length > 0) exposedNaively += 1;
        expect(exposed(knownSets(tallied(forms).tallies, units), units)).toEqual([]);
      }),
      { numRuns: 300 },
    );
    expect(exposedNaively).toBeGreaterThan(20);
  });
});

/** The sets that each table would tell if organisations were pooled by their own size alone. */
function naively(units: readonly Unit[]): (readonly Unit[])[] {
  const told = (all: readonly Unit[], nameOf: (one: Unit) => string): Unit[][] => {
    const groups = Map.groupBy(all, nameOf);
    const sizes = [...groups].map(
      ([name, of]) => [name, total(of.map(({ responses }) => responses))] as const,
    );
    const pooled = pooledAmong(new Map(sizes), responsesMin);
    return [...Map.groupBy(all, (one) => (pooled.has(nameOf(one)) ? other : nameOf(one))).values()];
  };
  const regions = told(units, ({ region }) => region);
  return [
    units,
    ...regions,
    ...regions.flatMap((within) => told(within, ({ unit: name }) => name)),
    ...told(units, ({ organisation }) => organisation),
  ];
}

describe('organisations', () => {
  it('are told by name, where nothing can be subtracted down to a few', () => {
    const pools = poolPlaces(
      [
        { unit: 'a', place: { region: 'north', organisation: 'county' }, responses: 30 },
        { unit: 'b', place: { region: 'south', organisation: 'county' }, responses: 3 },
        { unit: 'c', place: { region: 'south', organisation: 'wide' }, responses: 3 },
        { unit: 'd', place: { region: 'north', organisation: 'wide' }, responses: 4 },
        { unit: 'e', place: { region: 'north', organisation: 'county' }, responses: 2 },
      ],
      5,
    );
    expect(['north', 'south'].map(pools.region)).toEqual(['north', 'south']);
    expect(['county', 'wide'].map(pools.organisation)).toEqual(['county', 'wide']);
  });
});

it('a set of regions is found exactly where a subtraction leaves a few', () => {
  const anyRest = fc.record({
    region: fc.constantFrom('north', 'south', 'west', 'east'),
    organisation: fc.constantFrom('a', 'b', 'c'),
    responses: fc.integer({ min: 0, max: 8 }),
  });
  const rests = fc.uniqueArray(anyRest, { selector: ({ region, organisation }) => region + organisation });
  fc.assert(
    fc.property(rests, (given) => {
      const there = given.filter(({ responses }) => responses > 0);
      const leftOf = (regions: readonly string[]): number => {
        const isInside = (organisation: string): boolean =>
          there.every((rest) => rest.organisation !== organisation || regions.includes(rest.region));
        const left = there.filter((rest) => regions.includes(rest.region) && !isInside(rest.organisation));
        return total(left.map(({ responses }) => responses));
      };
      // Forcing an organisation to stay outside is also a subtraction: of its own total, less what is told elsewhere.
      const withoutOne = [...new Set(there.map(({ organisation }) => organisation))].map((name) =>
        total(there.filter(({ organisation }) => organisation === name).map(({ responses }) => responses)),
      );
      const regions = [...new Set(there.map(({ region }) => region))];
      const wholeRegions = regions.map((name) =>
        total(there.filter(({ region }) => region === name).map(({ responses }) => responses)),
      );
      const lefts = [...subsetsOf(regions).map(leftOf), ...withoutOne, ...wholeRegions];
      expect(regionsLeftWithFew(given, 5) !== undefined).toBe(lefts.some(isFew));
    }),
    { numRuns: 500 },
  );
});
