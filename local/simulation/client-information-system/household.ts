import type { AgeBand, RecipientFlag, Role } from '../../../shared/domain/vocabulary.ts';
import type { Draws } from '../draws.ts';
import type { Municipality, ServiceUnit } from './service-field.ts';

/** A person whom an event names as somebody to ask, as the client information system knows them. */
export type Person = {
  readonly contactRef: string;
  readonly role: Role;
  readonly ageBand: AgeBand;
  readonly language: string;
  readonly email: string | undefined;
  readonly flags: readonly RecipientFlag[];
};

export type Household = {
  readonly ref: string;
  readonly municipality: Municipality;
  readonly grownUps: readonly Person[];
  /** The children who have a case each; brothers and sisters without one are not known here. */
  readonly children: readonly Person[];
};

/** A flag is rare, and each has its own frequency. Together they touch a few people in a hundred. */
const flagFrequencies: readonly (readonly [RecipientFlag, number])[] = [
  ['non-disclosure', 0.008],
  ['whereabouts-withheld', 0.003],
  ['contact-restricted', 0.006],
  ['ambiguous-contact', 0.012],
  ['no-messages', 0.01],
];

/** How many people of a role have an e-mail address on file. */
const reachable = { grownUp: 0.93, youngPerson: 0.85, schoolChild: 0.4, smallChild: 0 } as const;

/**
 * A household that becomes a client.
 *
 * @param ref opaque; the references and addresses of its people begin with it
 */
export function householdOf(draws: Draws, ref: string, municipality: Municipality): Household {
  const language = householdLanguage(draws, municipality);
  const person = (name: string, role: Role, ageBand: AgeBand, reach: number): Person => {
    const contactRef = `${ref}-${name}`;
    const email = draws.chance(reach) ? `${contactRef}@example.org` : undefined;
    const flags = flagFrequencies.filter(([, frequency]) => draws.chance(frequency)).map(([flag]) => flag);
    return { contactRef, role, ageBand, language, email, flags };
  };
  const children = numbered(
    draws.weighted([
      [1, 72],
      [2, 22],
      [3, 6],
    ]),
  ).map((number) => child(draws, person, number));
  const parents = numbered(
    draws.weighted([
      [1, 38],
      [2, 62],
    ]),
  ).map((number) => person(`parent-${number}`, 'parent', '18+', reachable.grownUp));
  const guardian = draws.chance(0.06) ? [person('guardian', 'guardian', '18+', reachable.grownUp)] : [];
  const closePerson = draws.chance(0.15) ? [person('close', 'close-person', '18+', reachable.grownUp)] : [];
  return { ref, municipality, grownUps: [...parents, ...guardian, ...closePerson], children };
}

type NewPerson = (name: string, role: Role, ageBand: AgeBand, reach: number) => Person;

function child(draws: Draws, person: NewPerson, number: number): Person {
  const ageBand = draws.weighted<Exclude<AgeBand, '18+'>>([
    ['0-6', 25],
    ['7-12', 35],
    ['13-17', 40],
  ]);
  const name = `child-${number}`;
  switch (ageBand) {
    case '0-6':
      return person(name, 'child', ageBand, reachable.smallChild);
    case '7-12':
      return person(name, 'child', ageBand, reachable.schoolChild);
    case '13-17':
      return person(name, 'young-person', ageBand, reachable.youngPerson);
  }
}

function householdLanguage(draws: Draws, { region }: Municipality): string {
  const others: readonly (readonly [string, number])[] = [
    ['en', 0.04],
    ['ru', 0.025],
    ['ar', 0.02],
    ['so', 0.015],
  ];
  const finnishShare = 0.9 - region.swedishShare;
  return draws.weighted([['fi', finnishShare], ['sv', region.swedishShare], ...others]);
}

/** A worker of the county. The same few have many cases, under the same reference. */
export const countyWorker = ({ code, region }: Municipality, number: number): Person =>
  worker(`county-worker-${code}-${number}`, 'county-worker', region.swedishShare, number);

/** A worker of the producer of a purchased service. */
export const providerWorker = ({ id, region }: ServiceUnit, number: number): Person =>
  worker(
    `provider-worker-${id.split('.').slice(-3).join('-')}-${number}`,
    'provider-worker',
    region.swedishShare,
    number,
  );

function worker(contactRef: string, role: Role, swedishShare: number, number: number): Person {
  // Workers speak the languages of their region by turns, so that a worker's language never changes.
  const language = (number * swedishShare) % 1 >= 1 - swedishShare ? 'sv' : 'fi';
  return { contactRef, role, ageBand: '18+', language, email: `${contactRef}@example.org`, flags: [] };
}

const numbered = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
