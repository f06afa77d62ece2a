/** What an event may say: each field of the contract is kept as it came, checked one by one, and nothing else survives. */
import { describe, expect, it } from 'vitest';
import { stageEventSchema, stageOf } from '../../../shared/domain/stage-event.ts';
import { stages } from '../../../shared/domain/vocabulary.ts';
import { eventDocument, recipient } from '../../support/stage-events.ts';

const faultPaths = (document: unknown): string[] =>
  stageEventSchema.safeParse(document).error?.issues.map(({ path }) => path.join('.')) ?? [];
const without = (document: Record<string, unknown>, field: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(document).filter(([name]) => name !== field));
const withRecipient = (changes: Record<string, unknown>): Record<string, unknown> =>
  eventDocument({}, { recipients: [{ ...recipient(), ...changes }] });

it("keeps the contract's example as it is", () => {
  expect(stageEventSchema.parse(eventDocument())).toEqual(eventDocument());
});

it('drops what the contract does not name, at every depth', () => {
  const document = eventDocument(
    { subject: 'Matti', traceparent: 'x' },
    { childName: 'Matti', recipients: [{ ...recipient(), name: 'Matti', phone: '+358401234567' }] },
  );
  expect(stageEventSchema.parse(document)).toEqual(eventDocument());
});

it('needs only what a decision needs', () => {
  const bare = {
    specversion: '1.0',
    id: 'e',
    source: 's',
    type: 'fi.kuultu.service.ended.v1',
    time: '2026-03-02T08:15:00Z',
    data: {
      caseRef: 'c',
      unit: 'u',
      recipients: [{ contactRef: 'p', role: 'child', ageBand: '7-12', language: 'se' }],
    },
  };
  expect(stageEventSchema.parse(bare).data.recipients).toEqual([
    { contactRef: 'p', role: 'child', ageBand: '7-12', language: 'se', flags: [] },
  ]);
});

/** Cases whose titles stay short, however long the value. */
const cases = (...rows: readonly [field: string, value: unknown][]) =>
  rows.map(([field, value]) => ({
    field,
    value,
    shown: value === undefined ? 'missing' : JSON.stringify(value).slice(0, 40),
  }));

describe('a fault is told at its place:', () => {
  it.each(['specversion', 'id', 'source', 'type', 'time', 'data'])('%s missing', (field) => {
    expect(faultPaths(without(eventDocument(), field))).toEqual([field]);
  });

  it.each(
    cases(
      ['specversion', '0.3'],
      ['id', ''],
      ['id', 'x'.repeat(201)],
      ['id', 7],
      ['source', ''],
      ['source', ' '],
      ['source', 'urn:oid:'],
      ['type', 'com.example.service.ended.v1'],
      ['type', 'xfi.kuultu.service.ended.v1'],
      ['time', '2026-03-02'],
      ['time', '2026-03-02T10:15:00'],
      ['time', '2026-02-30T10:15:00Z'],
      ['time', `2026-03-02T10:15:00.${'0'.repeat(1000)}Z`],
      ['datacontenttype', 'text/xml'],
      ['data', []],
    ),
  )('$field as $shown', ({ field, value }) => {
    expect(faultPaths(eventDocument({ [field]: value }))).toEqual([field]);
  });

  it.each(
    cases(
      ['caseRef', undefined],
      ['caseRef', ''],
      ['householdRef', 'x'.repeat(201)],
      ['unit', undefined],
      ['unit', 'two words'],
      ['serviceTask', ''],
      ['socialService', 31],
      ['placementType', 'x'.repeat(41)],
      ['provision', 'leased'],
      ['municipality', 91],
      ['voluntary', 'yes'],
      ['occasionRef', ''],
      ['scheduledFor', '2.3.2026'],
      ['expectedEnd', '2026-02-30'],
      ['reason', 'none of your business'],
      ['recipients', 'p-1'],
      ['recipients', Array.from({ length: 21 }, () => recipient())],
    ),
  )('data.$field as $shown', ({ field, value }) => {
    expect(faultPaths(eventDocument({}, { [field]: value }))).toEqual([`data.${field}`]);
  });

  it.each(
    cases(
      ['contactRef', ''],
      ['role', 'aunt'],
      ['ageBand', '12'],
      ['language', 'Finnish'],
      ['language', ''],
      ['language', `fi${'-latn'.repeat(40)}`],
      ['email', 'not an address'],
      ['email', `${'x'.repeat(250)}@example.org`],
    ),
  )('data.recipients.0.$field as $shown', ({ field, value }) => {
    expect(faultPaths(withRecipient({ [field]: value }))).toEqual([`data.recipients.0.${field}`]);
  });

  it('an unknown flag, at its position', () => {
    expect(faultPaths(withRecipient({ flags: ['non-disclosure', 'tall'] }))).toEqual([
      'data.recipients.0.flags.1',
    ]);
  });
});

it('takes twenty recipients, and no recipient', () => {
  const twenty = Array.from({ length: 20 }, (_, i) => recipient({ contactRef: `p-${i}` }));
  expect(faultPaths(eventDocument({}, { recipients: twenty }))).toEqual([]);
  expect(faultPaths(eventDocument({}, { recipients: undefined }))).toEqual([]);
});

it.each(['fi', 'sv', 'en', 'fi-x-selko', 'se', 'smn', 'en-GB', 'zh-Hant-TW', 'de-AT-x-a-1', 'so'])(
  'takes the language tag %s',
  (language) => {
    expect(faultPaths(withRecipient({ language }))).toEqual([]);
  },
);

it.each(['', 'suomi', 'FI', 'fi-', 'fi-x', 'fi-x-', 'fi-x-selkosuomi', 'x-selko', 'fi-x-selko-'])(
  'names the field of what is no language tag: %j',
  (language) => {
    expect(faultPaths(withRecipient({ language }))).toEqual(['data.recipients.0.language']);
  },
);

describe('the stage', () => {
  it.each(stages)('%s is known', (stage) => {
    expect(stageOf(`fi.kuultu.${stage}.v1`)).toBe(stage);
  });

  it.each([
    'fi.kuultu.moon.landed.v1',
    'fi.kuultu.service.ended.v2',
    'fi.kuultu.service.ended',
    'fi.kuultu.',
  ])('of the type %s is unknown, and the event is taken all the same', (type) => {
    expect(stageOf(type)).toBeUndefined();
    expect(faultPaths(eventDocument({ type }, { unit: undefined }))).toEqual([]);
  });
});

describe('a hold', () => {
  const hold = (data: Record<string, unknown>) =>
    eventDocument({ type: 'fi.kuultu.hold.started.v1' }, { unit: undefined, recipients: undefined, ...data });

  it('needs a reason, but neither unit nor recipients', () => {
    expect(faultPaths(hold({}))).toEqual(['data.reason']);
    expect(faultPaths(hold({ reason: 'bereavement' }))).toEqual([]);
  });
});
