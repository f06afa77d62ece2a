/** Shows what is kept of the deployment with a period: where units lie and what people are asked about there, and no answers. */
import { expect, it } from 'vitest';
import { placesOf } from '../../../../shared/domain/tallies/places.ts';
import { structureOf, structureSchema } from '../../../../shared/domain/tallies/structure.ts';
import { context } from '../../../support/answers.ts';

const unit = (id: string, region: string, organisation: string) => ({
  ...{ id, region, organisation, name: { fi: id, sv: id, en: id }, public: false, confirmed: true },
});
const units = [unit('u-1', 'north', 'county'), unit('u-2', 'south', 'first'), unit('u-3', 'south', 'first')];

it('every unit has its place, its services and its provisions, each once and in order', () => {
  const contexts = [
    context({ unit: 'u-1', socialService: '46', provision: 'purchased' }),
    context({ unit: 'u-1', socialService: '31', provision: 'own' }),
    context({ unit: 'u-1', socialService: '46', provision: 'own', language: 'sv' }),
    context({ unit: 'u-2', socialService: null, provision: null }),
  ];
  expect(structureOf(units, contexts, placesOf(units)).units).toEqual([
    {
      ...{ id: 'u-1', region: 'north', organisation: 'county' },
      ...{ services: ['31', '46'], provisions: ['own', 'purchased'] },
    },
    {
      ...{
        id: 'u-2',
        region: 'south',
        organisation: 'first',
        services: ['unknown'],
        provisions: ['unknown'],
      },
    },
    { id: 'u-3', region: 'south', organisation: 'first', services: [], provisions: [] },
  ]);
});

it('every role has the ages of the people who are asked in it, wherever that is', () => {
  const contexts = [
    context({ unit: 'u-1', role: 'child', ageBand: '7-12' }),
    context({ unit: 'u-2', role: 'young-person', ageBand: '18+' }),
    context({ unit: 'u-1', role: 'young-person', ageBand: '13-17' }),
    context({ unit: 'u-3', role: 'young-person', ageBand: '13-17' }),
  ];
  expect(structureOf(units, contexts, placesOf(units)).ages).toEqual({
    child: ['7-12'],
    'young-person': ['13-17', '18+'],
  });
});

it('is the same in whatever order contexts are read, and as it was stored', () => {
  const contexts = ['46', '31', '2'].map((socialService) => context({ unit: 'u-1', socialService }));
  const structure = structureOf(units, contexts, placesOf(units));
  expect(structureOf(units, contexts.toReversed(), placesOf(units))).toEqual(structure);
  expect(structureSchema.parse(JSON.parse(JSON.stringify(structure)))).toEqual(structure);
});

it('has a unit that administrators do not know any more where its answers are counted: in a region of its own', () => {
  const contexts = [context({ unit: 'u-9' }), context({ unit: 'u-1' })];
  expect(structureOf(units, contexts, placesOf(units)).units.map(({ id, region }) => [id, region])).toEqual([
    ...[
      ['u-1', 'north'],
      ['u-2', 'south'],
      ['u-3', 'south'],
      ['u-9', 'u-9'],
    ],
  ]);
});
