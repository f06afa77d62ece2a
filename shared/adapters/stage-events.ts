import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { Outcome } from '../domain/decisions/decide.ts';
import { eventFactsSchema, type EventFacts } from '../domain/decisions/facts.ts';
import type { Known } from '../domain/decisions/known.ts';
import {
  emptyCase,
  emptyHousehold,
  emptyOccasion,
  emptyUnit,
  type ContactLedger,
} from '../domain/decisions/ledger.ts';
import { withdrawnForms, type Standing } from '../domain/questions/catalogue.ts';
import type { Rule } from '../domain/rules/rule.ts';
import type { DueMark } from './due-marks.ts';
import {
  dynamodb,
  fromItem,
  loneKey,
  putNew,
  readAcross,
  toItem,
  type Item,
  transactUnlessChanged,
} from './dynamodb.ts';
import * as ledgers from './ledger-items.ts';
import { currentFormsKey, standingsIn } from './question-sets.ts';
import { recordPlace } from './record-order.ts';
import { recordsExpireOn } from './retention.ts';
import { currentRulesKey, rulesIn } from './rules.ts';
import { suppressionKey } from './suppressions.ts';

/** Whose ledgers an event or a request has to do with: keyed hashes, and a unit. */
export type Parties = {
  readonly caseHash: string;
  readonly householdHash: string | null;
  readonly occasionHash: string;
  readonly unit: string | null;
  readonly contactHashes: readonly string[];
  readonly addressHashes: readonly string[];
};

/** What there is before an event is decided. */
export type Findings = {
  /** Whether this very event has been decided already. */
  readonly isDecided: boolean;
  readonly known: Known;
  readonly rules: readonly Rule[];
  /** Which versions of forms are published and withdrawn. */
  readonly standings: readonly Standing[];
};

const keyed = z.object({ pk: z.string(), sk: z.string() });

/** Reads all that a decision needs, rules and forms included, in one consistent batch: at most 47 items. */
export async function readFindings(
  { invitations, settings }: { readonly invitations: string; readonly settings: string },
  eventHash: string,
  parties: Parties,
): Promise<Findings> {
  const found = await readAcross(
    [
      [invitations, [loneKey('EVENT', eventHash), ...partyKeys(parties)]],
      [settings, [currentRulesKey, currentFormsKey]],
    ],
    { ConsistentRead: true },
  );
  const items = found.get(invitations) ?? [];
  const inForce = byKey(found.get(settings) ?? []);
  const standings = standingsIn(inForce.get(partitionOf(currentFormsKey)));
  return {
    isDecided: byKey(items).has(`EVENT#${eventHash}`),
    known: { ...knownFrom(items, parties), withdrawnForms: withdrawnForms(standings) },
    rules: rulesIn(inForce.get(partitionOf(currentRulesKey))),
    standings,
  };
}

/** The keys of every ledger and mark that has a say about these parties. */
export function partyKeys(parties: Parties): Item[] {
  const { caseHash, householdHash, occasionHash, unit, contactHashes, addressHashes } = parties;
  return [
    ledgers.ledgerKey('OCCASION', occasionHash),
    ledgers.ledgerKey('CASE', caseHash),
    ...(householdHash === null ? [] : [ledgers.ledgerKey('HOUSEHOLD', householdHash)]),
    ...(unit === null ? [] : [ledgers.ledgerKey('UNIT', unit)]),
    ...[...new Set(contactHashes)].map((hash) => ledgers.ledgerKey('CONTACT', hash)),
    ...[...new Set(addressHashes)].map(suppressionKey),
  ];
}

const partitionOf = (key: Item): string => keyed.parse(fromItem(key)).pk;

const byKey = (items: readonly unknown[]): Map<string, unknown> =>
  new Map(items.map((item) => [keyed.parse(item).pk, item]));

/** What items that were read together say about the parties; what is not there is empty. Forms are no party's. */
export function knownFrom(items: readonly unknown[], parties: Parties): Known {
  const found = byKey(items);
  const { OCCASION, CASE, HOUSEHOLD, UNIT, CONTACT } = ledgers.ledgerSchemas;
  const read = <Ledger>(schema: z.ZodType<Ledger>, pk: string, empty: Ledger): Ledger => {
    const item = found.get(pk);
    return item === undefined ? empty : schema.parse(item);
  };
  const contacts = parties.contactHashes.flatMap((hash): [string, ContactLedger][] => {
    const item = found.get(`CONTACT#${hash}`);
    return item === undefined ? [] : [[hash, CONTACT.parse(item)]];
  });
  return {
    occasion: read(OCCASION, `OCCASION#${parties.occasionHash}`, emptyOccasion),
    case: read(CASE, `CASE#${parties.caseHash}`, emptyCase),
    household: read(HOUSEHOLD, `HOUSEHOLD#${parties.householdHash ?? ''}`, emptyHousehold),
    unit: read(UNIT, `UNIT#${parties.unit ?? ''}`, emptyUnit),
    contacts: new Map(contacts),
    suppressed: new Set(parties.addressHashes.filter((hash) => found.has(`ADDRESS#${hash}`))),
    withdrawnForms: new Set(),
  };
}

/** What an event leaves behind beside its own record and the ledgers. */
export type EventItems = {
  readonly newItems: readonly Readonly<Record<string, unknown>>[];
  readonly dueMarks: readonly DueMark[];
};

/** An event as it is stored: without its recipients, which stand with the decisions about them. */
export const eventItem = (event: EventFacts, outcome: Outcome): Readonly<Record<string, unknown>> => ({
  pk: `EVENT#${event.eventHash}`,
  sk: 'EVENT',
  kind: 'event',
  ...eventFactsSchema.parse(event),
  recipientCount: event.recipients.length,
  sequence: outcome.sequence,
  ...recordPlace(outcome.sequence, event.eventHash),
  redeliveries: 0,
  expiresOn: recordsExpireOn(latestIn(event, outcome)),
});

/**
 * Stores an event's outcome in one transaction, or nothing where the event has been stored since, or a ledger that the
 * decisions have looked at has changed.
 *
 * @param items of decisions and requests, each new; and due marks, of which the same may be there already
 * @returns whether it was stored; if not, read and decide again
 */
export async function recordEvent(
  table: string,
  event: EventFacts,
  outcome: Outcome,
  { newItems, dueMarks }: EventItems,
): Promise<boolean> {
  const record = toItem(eventItem(event, outcome));
  return transactUnlessChanged([
    ...[record, ...newItems.map(toItem)].map((item) => putNew(table, item)),
    ...dueMarks.map((mark) => ({ Put: { TableName: table, Item: toItem(mark) } })),
    ...advances(table, event, outcome),
  ]);
}

function advances(table: string, event: EventFacts, { sequence, ledgers: now }: Outcome) {
  const { caseHash, householdHash, occasionHash, unit } = event;
  return [
    ...(now.occasion ? [ledgers.advanceOccasion(table, occasionHash, now.occasion, sequence)] : []),
    ...(now.case ? [ledgers.advanceCase(table, caseHash, now.case, sequence)] : []),
    ...(now.household && householdHash !== null
      ? [ledgers.advanceHousehold(table, householdHash, now.household, sequence)]
      : []),
    ...(now.unit && unit !== null ? [ledgers.advanceUnit(table, unit, now.unit, sequence)] : []),
    ...[...now.contacts].map(([hash, ledger]) => ledgers.advanceContact(table, hash, ledger, sequence)),
  ];
}

/** An event is kept as long as a request that it has led to may ask after it. */
const latestIn = ({ now }: EventFacts, { decisions }: Outcome): number =>
  decisions.reduce(
    (latest, { outcome }) => (outcome.kind === 'asked' ? Math.max(latest, outcome.expiresAt) : latest),
    now,
  );

/** Counts an exact redelivery. It changes nothing else. */
export async function countRedelivery(table: string, eventHash: string): Promise<void> {
  await dynamodb.send(
    new UpdateItemCommand({
      TableName: table,
      Key: loneKey('EVENT', eventHash),
      UpdateExpression: 'ADD redeliveries :one',
      ExpressionAttributeValues: toItem({ ':one': 1 }),
    }),
  );
}
