/**
 * What an event is decided on and how its outcome is stored: read in one batch whose leftovers are fetched, written in one
 * transaction or not at all; a lost race is told from a fault.
 */
import {
  BatchGetItemCommand,
  DynamoDBClient,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { days } from '../../../shared/domain/calendar/duration.ts';
import { decide, type Outcome } from '../../../shared/domain/decisions/decide.ts';
import { defaultRules } from '../../../shared/domain/rules/default-rules.ts';
import {
  circumstancesOf,
  contactWith,
  eventFacts,
  nothingKnown,
  numbered,
  pastAsk,
  plannedAt,
  rule,
} from '../../support/decision-facts.ts';
import { FakeDynamoDb } from '../../support/dynamodb-fake.ts';

vi.stubEnv('AWS_REGION', 'eu-north-1');
const { countRedelivery, readFindings, recordEvent } =
  await import('../../../shared/adapters/stage-events.ts');
const { dueMark } = await import('../../../shared/adapters/due-marks.ts');

const tables = { invitations: 'table', settings: 'settings' };
const event = eventFacts();
const parties = {
  ...event,
  contactHashes: ['contact-1', 'contact-2', 'contact-1'],
  addressHashes: ['address-1', 'address-1'],
};
const by = rule({ unitDailyCap: 3 });
const outcome = decide(event, nothingKnown(), [by], numbered());
const items = {
  newItems: [{ pk: 'CONTACT#contact-1', sk: 'DECISION#1' }],
  dueMarks: [dueMark('request-1', plannedAt)],
};
const nothing = { newItems: [], dueMarks: [] };
const storedLedger = (contact: string) => ({
  pk: `CONTACT#${contact}`,
  sk: 'LEDGER',
  ...contactWith(pastAsk(1)),
  version: 2,
  sequence: 5,
  disturbedAt: 0,
});

describe('reading', () => {
  const dynamodb = mockClient(DynamoDBClient);
  beforeEach(() => dynamodb.reset());

  it('takes one consistent batch, in which nothing is asked for twice, and fetches what DynamoDB left over', async () => {
    const left = {
      table: { Keys: [marshall({ pk: 'CONTACT#contact-2', sk: 'LEDGER' })], ConsistentRead: true },
    };
    dynamodb
      .on(BatchGetItemCommand)
      .resolvesOnce({ Responses: { table: [marshall(storedLedger('contact-1'))] }, UnprocessedKeys: left })
      .resolvesOnce({ Responses: { table: [marshall(storedLedger('contact-2'))] } });
    const { isDecided, known, rules } = await readFindings(tables, 'event-1', parties);
    expect(isDecided).toBe(false);
    expect([...known.contacts.keys()]).toEqual(
      ['contact-1', 'contact-2', 'contact-1'].filter((c, i, all) => all.indexOf(c) === i),
    );
    expect(rules).toEqual(defaultRules);
    const [first, second, ...more] = dynamodb
      .commandCalls(BatchGetItemCommand)
      .map(({ args }) => args[0].input.RequestItems);
    // The event, its occasion, case, household and unit, two people, one address; and the rules and forms.
    expect(first?.['table']).toMatchObject({ ConsistentRead: true });
    expect(first?.['table']?.Keys).toHaveLength(8);
    expect(first?.['settings']?.Keys).toHaveLength(2);
    expect(second).toEqual(left);
    expect(more).toEqual([]);
  });
});

describe('an outcome', () => {
  let dynamodb: FakeDynamoDb;
  beforeEach(() => (dynamodb = new FakeDynamoDb()));
  const find = (pk: string) => dynamodb.items('table').find((item) => item['pk'] === pk);

  it('is known from then on: the event, its occasion and every ledger', async () => {
    expect(await readFindings(tables, 'event-1', parties)).toEqual({
      isDecided: false,
      known: nothingKnown(),
      rules: defaultRules,
      standings: [],
    });
    expect(await recordEvent('table', event, outcome, items)).toBe(true);
    const { isDecided, known } = await readFindings(tables, 'event-1', parties);
    expect(isDecided).toBe(true);
    const written = { version: 1, sequence: outcome.sequence };
    const { occasion, household, unit, contacts } = outcome.ledgers;
    expect(known).toEqual({
      occasion: { ...occasion, ...written },
      case: { ...outcome.ledgers.case, ...written },
      household: { ...household, ...written },
      unit: { ...unit, ...written },
      contacts: new Map([['contact-1', { ...contacts.get('contact-1'), ...written }]]),
      suppressed: new Set(),
      withdrawnForms: new Set(),
    });
    expect(dynamodb.items('table')).toContainEqual(items.dueMarks[0]);
  });

  it('leaves a record of the event that deciding it again can rest on, without its people', async () => {
    await recordEvent('table', event, outcome, items);
    expect(find('EVENT#event-1')).toMatchObject({
      kind: 'event',
      ...circumstancesOf(event),
      recordDay: '2026-03-02',
      recordOrder: '2026-03-02T08:16:00.000Z#event-1',
    });
    expect(find('EVENT#event-1')).not.toHaveProperty('recipients');
  });

  it('keeps the event as long as a request of it can be asked after', async () => {
    const ahead = eventFacts({ occurredAt: event.now + days(360) });
    const late = decide(ahead, nothingKnown(), [rule({ delayDays: 180, expiresAfterDays: 60 })], numbered());
    await recordEvent('table', ahead, late, nothing);
    expect(find('EVENT#event-1')?.['expiresOn']).toBeGreaterThan((ahead.occurredAt + days(240)) / 1000);
  });

  it('knows a suppressed address', async () => {
    dynamodb.seed('table', { pk: 'ADDRESS#address-1', sk: 'SUPPRESSION' });
    const { known } = await readFindings(tables, 'event-1', parties);
    expect(known.suppressed).toEqual(new Set(['address-1']));
  });

  const alone = (kind: keyof Outcome['ledgers'] | 'none'): Outcome => ({
    ...outcome,
    ledgers: { contacts: new Map(), ...(kind !== 'none' && { [kind]: outcome.ledgers[kind] }) },
  });
  it.each<[string, string, Outcome]>([
    ['the event has been decided', 'event-1', alone('none')],
    ['the occasion has been told of', 'event-2', alone('occasion')],
    ['the case has changed', 'event-2', alone('case')],
    ['the household has changed', 'event-2', alone('household')],
    ['the unit has changed', 'event-2', alone('unit')],
    ['a person has been asked', 'event-2', alone('contacts')],
  ])('is not stored, and nothing of it is, where %s meanwhile', async (_, eventHash, rival) => {
    await recordEvent('table', event, outcome, items);
    const before = dynamodb.items('table');
    const another = {
      newItems: [{ pk: 'CONTACT#contact-1', sk: 'DECISION#2' }],
      dueMarks: [dueMark('request-2', 1)],
    };
    expect(await recordEvent('table', { ...event, eventHash }, rival, another)).toBe(false);
    expect(dynamodb.items('table')).toEqual(before);
  });

  it('of which a decision is there already is not stored', async () => {
    await recordEvent('table', event, outcome, items);
    expect(await recordEvent('table', { ...event, eventHash: 'event-2' }, alone('none'), items)).toBe(false);
  });

  it('is stored where its due marks are there already: a cancellation in the very instant at which a request is due', async () => {
    dynamodb.seed('table', { ...dueMark('request-1', plannedAt) });
    expect(await recordEvent('table', event, outcome, items)).toBe(true);
  });

  it('advances a ledger only from the version that was read', async () => {
    dynamodb.seed('table', storedLedger('contact-1'));
    const from = (version: number) =>
      recordEvent(
        'table',
        { ...event, eventHash: `e${version}` },
        {
          ...outcome,
          ledgers: { contacts: new Map([['contact-1', { ...contactWith(pastAsk(7)), version }]]) },
        },
        nothing,
      );
    expect([await from(1), await from(2), await from(2)]).toEqual([false, true, false]);
    expect(find('CONTACT#contact-1')).toMatchObject({ version: 3, asks: [pastAsk(7)] });
  });

  it('writes of those that no decision has looked at only whom the event named', async () => {
    const assessed = eventFacts({ stage: 'assessment.completed', stageName: 'assessment.completed' });
    await recordEvent('table', assessed, decide(assessed, nothingKnown(), [by], numbered()), nothing);
    expect(dynamodb.items('table').map(({ pk }) => pk)).toEqual([
      'CONTACT#contact-1',
      'EVENT#event-1',
      'OCCASION#occasion-1',
    ]);
  });

  it('counts redeliveries of an event', async () => {
    await recordEvent('table', event, outcome, items);
    await countRedelivery('table', 'event-1');
    await countRedelivery('table', 'event-1');
    expect(find('EVENT#event-1')).toMatchObject({ redeliveries: 2 });
  });
});

describe('a transaction that is cancelled', () => {
  const dynamodb = mockClient(DynamoDBClient);
  beforeEach(() => dynamodb.reset());
  const record = () => recordEvent('table', event, outcome, items);
  const cancelled = (...codes: string[]) =>
    new TransactionCanceledException({
      message: 'cancelled',
      CancellationReasons: codes.map((Code) => ({ Code })),
      $metadata: {},
    });

  it.each([
    [['ConditionalCheckFailed', 'None']],
    [['None', 'TransactionConflict']],
    [['TransactionConflict', 'ConditionalCheckFailed']],
  ])('for %j has lost a race', async (codes) => {
    dynamodb.on(TransactWriteItemsCommand).rejects(cancelled(...codes));
    expect(await record()).toBe(false);
  });

  it.each([
    [['ValidationError', 'None']],
    [['ConditionalCheckFailed', 'ItemCollectionSizeLimitExceeded']],
    [['None']],
    [[]],
  ])('for %j is a fault', async (codes: string[]) => {
    const error = cancelled(...codes);
    dynamodb.on(TransactWriteItemsCommand).rejects(error);
    await expect(record()).rejects.toBe(error);
  });

  it('never hides another error', async () => {
    dynamodb.on(TransactWriteItemsCommand).rejects(new Error('no network'));
    await expect(record()).rejects.toThrow('no network');
  });
});
