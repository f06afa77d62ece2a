/**
 * The rules in force as one item: what is shipped holds until the first save, every version stays readable, and of two
 * saves that read the same set one is told that it came too late, whichever rule each was of.
 */
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultRules } from '../../../shared/domain/rules/default-rules.ts';
import { FakeDynamoDb } from '../../support/dynamodb-fake.ts';
import { draftOf, newDraft, shippedRule } from '../../support/rules.ts';

vi.stubEnv('AWS_REGION', 'eu-north-1');
const { currentRulesKey, readRule, readRules, readRuleSet, readRuleVersions, rulesIn, saveRule } =
  await import('../../../shared/adapters/rules.ts');
const { readAudit } = await import('../../../shared/adapters/audit.ts');

let dynamodb: FakeDynamoDb;
beforeEach(() => (dynamodb = new FakeDynamoDb()));

const at = Date.parse('2026-03-02T10:00:00Z');
const change = (by = 'ann', later = 0) => ({ by, at: at + later });
const meeting = draftOf(shippedRule('plan-meeting-held'));
const save = async (draft = meeting, by = 'ann', later = 0) =>
  saveRule('settings', await readRuleSet('settings'), draft, change(by, later));

it('has the shipped rules in force until the first save', async () => {
  expect(rulesIn(undefined)).toEqual(defaultRules);
  expect(await readRules('settings')).toEqual(defaultRules);
  expect(await readRule('settings', 'service-ended', 1)).toEqual(shippedRule('service-ended'));
  // Until somebody has saved it, the shipped rule of today stands in for that of another release.
  expect(await readRule('settings', 'service-ended', 2)).toEqual(shippedRule('service-ended'));
  expect(await readRule('settings', 'weather', 1)).toBeUndefined();
  expect(await readRuleVersions('settings', 'service-ended')).toEqual([
    { rule: shippedRule('service-ended'), savedAt: null, savedBy: null, changed: [] },
  ]);
  expect(await readRuleVersions('settings', 'weather')).toEqual([]);
});

it('puts a saved rule in the place of the one before, and leaves the others as they are', async () => {
  const saved = await save({ ...meeting, delayDays: 3 });
  expect(saved).toEqual({ ...meeting, delayDays: 3, version: 2 });
  expect(await readRules('settings')).toEqual([saved, ...defaultRules.slice(1)]);
});

it('adds a rule that is new as its first version', async () => {
  const saved = await save(newDraft());
  expect(saved).toMatchObject({ id: 'plan-reviewed', version: 1 });
  expect(await readRules('settings')).toEqual([...defaultRules, saved]);
});

it('lets others read the rules in force by their key, in one batch with anything else', async () => {
  await save({ ...meeting, delayDays: 3 });
  const key = unmarshall(currentRulesKey);
  const item = dynamodb.items('settings').find(({ pk, sk }) => pk === key['pk'] && sk === key['sk']);
  expect(rulesIn(unmarshall(marshall(item ?? {})))).toEqual(await readRules('settings'));
});

it('keeps every version, the shipped ones too, and tells what each changed', async () => {
  await save({ ...meeting, delayDays: 3, priority: 35 });
  await save({ ...meeting, delayDays: 3, priority: 35 }, 'bo', 1000);
  await save({ ...meeting, personCap: { most: 3, days: 365 } }, 'cai', 2000);
  const versions = await readRuleVersions('settings', 'plan-meeting-held');
  expect(
    versions.map(({ rule, savedAt, savedBy, changed }) => [rule.version, savedAt, savedBy, changed]),
  ).toEqual([
    [4, '2026-03-02T10:00:02.000Z', 'cai', ['delayDays', 'personCap', 'priority']],
    [3, '2026-03-02T10:00:01.000Z', 'bo', []],
    [2, '2026-03-02T10:00:00.000Z', 'ann', ['delayDays', 'priority']],
    [1, null, null, []],
  ]);
  for (const { rule } of versions) expect(await readRule('settings', rule.id, rule.version)).toEqual(rule);
  // Rules that nobody has touched are kept as they were too, whatever a later release of Kuultu ships.
  const kept = dynamodb.items('settings').filter(({ sk }) => sk === 'VERSION#000001');
  expect(kept.map(({ pk }) => pk).toSorted()).toEqual(defaultRules.map(({ id }) => `RULE#${id}`).toSorted());
});

it('lists versions in the order of their numbers, past nine and ninety-nine', async () => {
  for (let count = 0; count < 101; count += 1) await save({ ...meeting, delayDays: count });
  const versions = (await readRuleVersions('settings', 'plan-meeting-held')).map(({ rule }) => rule.version);
  expect(versions).toEqual(Array.from({ length: 102 }, (_, index) => 102 - index));
});

it('notes who saved what, in the month of Helsinki', async () => {
  const newYear = Date.parse('2025-12-31T22:00:00Z');
  await saveRule('settings', await readRuleSet('settings'), newDraft(), { by: 'ann', at: newYear });
  await saveRule(
    'settings',
    await readRuleSet('settings'),
    { ...meeting, enabled: false },
    { by: 'bo', at: newYear + 1 },
  );
  expect(await readAudit('settings', '2025-12')).toEqual([]);
  const [last, first, ...others] = await readAudit('settings', '2026-01');
  expect(others).toEqual([]);
  expect(last).toEqual({
    at: '2025-12-31T22:00:00.001Z',
    by: 'bo',
    kind: 'rule',
    id: 'plan-meeting-held',
    fromVersion: 1,
    toVersion: 2,
    changed: ['enabled'],
  });
  expect(first).toMatchObject({ by: 'ann', id: 'plan-reviewed', fromVersion: null, toVersion: 1 });
  expect(first?.changed).toEqual(Object.keys(newDraft()).toSorted());
});

describe('a save that was quicker', () => {
  it.each<[string, boolean]>([
    ['the first of all', false],
    ['a later one', true],
  ])('is not overwritten: %s', async (_, isLater) => {
    if (isLater) await save(newDraft());
    const read = await readRuleSet('settings');
    const quicker = await saveRule('settings', read, { ...meeting, delayDays: 3 }, change());
    const before = dynamodb.items('settings');
    expect(await saveRule('settings', read, newDraft({ delayDays: 4 }), change('bo'))).toBeUndefined();
    expect(await saveRule('settings', read, { ...meeting, delayDays: 5 }, change('bo'))).toBeUndefined();
    expect(dynamodb.items('settings')).toEqual(before);
    expect(await readRules('settings')).toContainEqual(quicker);
  });

  it('or still under way is met with another try, and a real fault is not', async () => {
    const read = await readRuleSet('settings');
    let code = 'TransactionConflict';
    new FakeDynamoDb(() => {
      throw new TransactionCanceledException({
        message: 'Cancelled',
        CancellationReasons: [{ Code: code }, { Code: 'None' }],
        $metadata: {},
      });
    });
    expect(await saveRule('settings', read, meeting, change())).toBeUndefined();
    code = 'ValidationError';
    await expect(saveRule('settings', read, meeting, change())).rejects.toThrow('Cancelled');
  });
});
