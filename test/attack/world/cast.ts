import type { StageEventDocument } from '../../../local/simulation/client-information-system.ts';
import type { Draws } from '../../../local/simulation/draws.ts';

/* The invented people of the attacks, and the units that meet them. */

type Recipient = NonNullable<StageEventDocument['data']['recipients']>[number];

export type Unit = { readonly id: string; readonly region: string; readonly organisation: string };

/** Somebody whom the client information system knows, as it knows them. Everybody is asked once. */
export type Person = {
  readonly ref: string;
  readonly address: string;
  readonly unit: Unit;
  readonly recipient: Recipient;
  /** The stage that they are asked about. */
  readonly stage: 'plan-meeting.held' | 'service.ended';
  readonly voluntary: boolean;
  readonly socialService: string;
  readonly provision: 'own' | 'purchased';
};

const unit = (number: number, region: string, organisation: string): Unit => ({
  id: `1.2.246.10.88888888.10.${number}`,
  region,
  organisation,
});

/** Three regions in two organisations. The last two units meet a handful of people only. */
export const units: readonly Unit[] = [
  unit(1, 'north', 'first'),
  unit(2, 'north', 'first'),
  unit(3, 'south', 'first'),
  unit(4, 'south', 'first'),
  unit(5, 'west', 'second'),
  unit(6, 'west', 'second'),
  unit(7, 'north', 'first'),
  unit(8, 'west', 'second'),
];
const unitWeights = [9, 7, 8, 6, 5, 4, 1, 1];

const roles: readonly (readonly [Pick<Recipient, 'role' | 'ageBand'>, number])[] = [
  [{ role: 'parent', ageBand: '18+' }, 6],
  [{ role: 'guardian', ageBand: '18+' }, 2],
  [{ role: 'child', ageBand: '7-12' }, 3],
  [{ role: 'young-person', ageBand: '13-17' }, 3],
  [{ role: 'county-worker', ageBand: '18+' }, 3],
  [{ role: 'close-person', ageBand: '18+' }, 1],
];

const spoken = [
  ['fi', 8],
  ['sv', 3],
  ['en', 1],
] as const satisfies readonly (readonly [string, number])[];

/** People by number, each invented from the draws and from nothing else. */
export function personOf(name: string, draws: Draws, changes: Partial<Person> = {}): Person {
  const drawn = draws.weighted(roles);
  const unit = draws.weighted(units.map((one, index) => [one, unitWeights[index] ?? 0] as const));
  const ref = `attack-person-${name}`;
  const address = `attacked-${name}@inbox.example.org`;
  return {
    ...{ ref, address, unit },
    recipient: { contactRef: ref, ...drawn, language: draws.weighted(spoken), email: address, flags: [] },
    // Close persons are asked at the end of a service only.
    stage: drawn.role === 'close-person' || draws.chance(0.5) ? 'service.ended' : 'plan-meeting.held',
    voluntary: draws.chance(0.8),
    socialService: draws.oneOf(['2', '24', '31', '46']),
    provision: draws.chance(0.7) ? 'own' : 'purchased',
    ...changes,
  };
}

/** What the client information system tells of a person: an event of their own, in a case and household of their own. */
export const eventAbout = (person: Person, atMs: number): StageEventDocument => ({
  specversion: '1.0',
  id: `attack-event-${person.ref}`,
  source: `urn:oid:1.2.246.10.88888888.10`,
  type: `fi.kuultu.${person.stage}.v1`,
  time: new Date(atMs).toISOString(),
  datacontenttype: 'application/json',
  data: {
    caseRef: `attack-case-${person.ref}`,
    householdRef: `attack-household-${person.ref}`,
    unit: person.unit.id,
    serviceTask: '10',
    socialService: person.socialService,
    provision: person.provision,
    voluntary: person.voluntary,
    recipients: [person.recipient],
  },
});
