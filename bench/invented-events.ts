import type { StageEventDocument } from '../local/simulation/client-information-system.ts';

type Recipient = NonNullable<StageEventDocument['data']['recipients']>[number];
export type RoleAndAge = Pick<Recipient, 'role' | 'ageBand'>;

export const parent: RoleAndAge = { role: 'parent', ageBand: '18+' };
/** One of each role that gets a form of its own. */
export const everyForm: readonly RoleAndAge[] = [
  parent,
  { role: 'child', ageBand: '7-12' },
  { role: 'young-person', ageBand: '13-17' },
  { role: 'close-person', ageBand: '18+' },
  { role: 'county-worker', ageBand: '18+' },
];

/** Where services end: the same units in a quarter of few answers as in one of many. */
const units = ['1.2.246.10.99999999.10.1', '1.2.246.10.99999999.10.2'] as const;

const dayMs = 24 * 60 * 60 * 1000;

let persons = 0;
let events = 0;

/** Somebody whom nothing holds back. Nobody is named twice, so no limit on asking is ever met. */
export function somebodyNew({ role, ageBand }: RoleAndAge): Recipient {
  persons += 1;
  const contactRef = `bench-person-${persons}`;
  return { contactRef, role, ageBand, language: 'fi', email: `${contactRef}@inbox.example.org`, flags: [] };
}

/** Somebody whom no rule asks: the first of the gates that look at the recipient. */
export const nobodyAsked = (): Recipient => somebodyNew({ role: 'provider-worker', ageBand: '18+' });

/**
 * A service that ended, in a case and a household of its own.
 *
 * @param endedAt epoch milliseconds
 */
export function serviceEnded(
  recipients: readonly Recipient[],
  endedAt: number,
  unit: string = units[0],
): StageEventDocument {
  events += 1;
  return {
    specversion: '1.0',
    id: `bench-event-${events}`,
    source: 'urn:oid:1.2.246.10.99999999.10',
    type: 'fi.kuultu.service.ended.v1',
    time: new Date(endedAt).toISOString(),
    datacontenttype: 'application/json',
    data: {
      caseRef: `bench-case-${events}`,
      householdRef: `bench-household-${events}`,
      unit,
      serviceTask: '10',
      socialService: '46',
      provision: 'own',
      voluntary: true,
      recipients: [...recipients],
    },
  };
}

/** The same from a client information system that names no households. */
export const withoutHousehold = (event: StageEventDocument): StageEventDocument => ({
  ...event,
  data: { ...event.data, householdRef: undefined },
});

/**
 * A hard moment in the case of another event.
 *
 * @param startedAt epoch milliseconds
 */
export function holdStarted(
  { data: { caseRef, householdRef } }: StageEventDocument,
  startedAt: number,
): StageEventDocument {
  const event = serviceEnded([], startedAt);
  const data = { caseRef, householdRef, reason: 'bereavement' as const, recipients: [] };
  return { ...event, type: 'fi.kuultu.hold.started.v1', data };
}

/** An event of three days ago, so that its recipient is asked at once. @param now epoch milliseconds */
export const askedAtOnce = (roleAndAge: RoleAndAge, now: number, unit?: string): StageEventDocument =>
  serviceEnded([somebodyNew(roleAndAge)], now - 3 * dayMs, unit);

/** So many parents who are asked at once, of every unit in turn. @param now epoch milliseconds */
export const parentsAskedAtOnce = (count: number, now: number): StageEventDocument[] =>
  Array.from({ length: count }, (_, index) => askedAtOnce(parent, now, units[index % units.length]));
