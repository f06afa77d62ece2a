import { drawsFor, type Draws } from '../../local/simulation/draws.ts';
import type { StageEventDocument } from '../../local/simulation/client-information-system.ts';

/**
 * One invented quarter with a known truth: 300 events that name 700 recipients in twelve units of three regions.
 * Every person belongs to one unit and has one role, so whoever reads a mail's address knows where its answer counts.
 */
type RecipientDocument = NonNullable<StageEventDocument['data']['recipients']>[number];

export type Person = {
  readonly contactRef: string;
  readonly address: string;
  readonly unit: string;
  readonly region: string;
  readonly recipient: RecipientDocument;
};

export type KnownQuarter = {
  readonly people: readonly Person[];
  readonly units: readonly { readonly id: string; readonly region: string }[];
  /** Events by week of the quarter, from 0. */
  readonly weeks: readonly (readonly StageEventDocument[])[];
};

const organisation = '1.2.246.10.99999999.10';
const weekCount = 12;
const eventCount = 300;
const recipientCount = 700;

/** Units 0 to 9 are busy. Units 10 and 11 see a handful of people, and must never come into view by themselves. */
const unitWeights = [9, 9, 8, 8, 7, 7, 6, 6, 5, 5, 0.25, 0.25] as const;
type RoleAndAge = Pick<RecipientDocument, 'role' | 'ageBand'>;
const roles: readonly (readonly [RoleAndAge, number])[] = [
  [{ role: 'parent', ageBand: '18+' }, 5],
  [{ role: 'guardian', ageBand: '18+' }, 2],
  [{ role: 'child', ageBand: '7-12' }, 2],
  [{ role: 'young-person', ageBand: '13-17' }, 3],
  [{ role: 'county-worker', ageBand: '18+' }, 3],
  [{ role: 'close-person', ageBand: '18+' }, 0.3],
];

/** @param monday first day of the quarter's weeks, epoch milliseconds of its midnight in UTC */
export function knownQuarter(seed: number, monday: number): KnownQuarter {
  const draws = drawsFor('known quarter', seed);
  const units = unitWeights.map((_, index) => ({
    id: `${organisation}.${index}`,
    region: `region-${index % 3}`,
  }));
  const people = Array.from({ length: 560 }, (_, index) => personOf(index, draws, units));
  // Two events of three name two people, the third one names three: 300 events, 700 recipients.
  const sizes = Array.from({ length: eventCount }, (_, index) => (index % 3 === 2 ? 3 : 2));
  if (sizes.reduce((sum, size) => sum + size, 0) !== recipientCount)
    throw new Error('the quarter does not add up');
  const events = sizes.map((size, index) => ({
    week: Math.floor((index * weekCount) / eventCount),
    event: eventOf(index, size, monday, { draws, people, units }),
  }));
  const weeks = Array.from({ length: weekCount }, (_, week) =>
    events.filter((entry) => entry.week === week).map(({ event }) => event),
  );
  return { people, units, weeks };
}

function personOf(index: number, draws: Draws, units: KnownQuarter['units']): Person {
  const unit = units[draws.weighted(unitWeights.map((weight, place) => [place, weight] as const))];
  const contactRef = `person-${index}-of-the-known-quarter`;
  const address = `someone-${index}@inbox.example.org`;
  const language = draws.weighted([
    ['fi', 8] as const,
    ['sv', 2] as const,
    ['en', 1] as const,
    ['so', 1] as const,
  ]);
  return {
    contactRef,
    address,
    unit: unit?.id ?? '',
    region: unit?.region ?? '',
    recipient: { contactRef, ...draws.weighted(roles), language, email: address, flags: [] },
  };
}

type Cast = {
  readonly draws: Draws;
  readonly people: readonly Person[];
  readonly units: KnownQuarter['units'];
};

function eventOf(index: number, size: number, monday: number, { draws, people }: Cast): StageEventDocument {
  const week = Math.floor((index * weekCount) / eventCount);
  const first = draws.oneOf(people);
  const others = people.filter(
    ({ unit, contactRef }) => unit === first.unit && contactRef !== first.contactRef,
  );
  const named = [
    first,
    ...Array.from({ length: size - 1 }, () => draws.oneOf(others.length > 0 ? others : [first])),
  ];
  const stage = draws.weighted([['plan-meeting.held', 3] as const, ['service.ended', 2] as const]);
  return {
    specversion: '1.0',
    id: `event-${index}-of-the-known-quarter`,
    source: `urn:oid:${organisation}`,
    type: `fi.kuultu.${stage}.v1`,
    // Monday morning, so that the whole week's requests leave in the same week.
    time: new Date(monday + week * 7 * 24 * 3600_000 + 6 * 3600_000 + index * 1000).toISOString(),
    datacontenttype: 'application/json',
    data: {
      caseRef: `case-${index}-of-the-known-quarter`,
      householdRef: `household-${index}-of-the-known-quarter`,
      unit: first.unit,
      serviceTask: '10',
      provision: 'own',
      voluntary: true,
      recipients: named.map(({ recipient }) => recipient),
    },
  };
}
