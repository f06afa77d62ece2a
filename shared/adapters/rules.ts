import { GetItemCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { defaultRules } from '../domain/rules/default-rules.ts';
import { ruleSchema, type Rule } from '../domain/rules/rule.ts';
import { auditWrite, changedFields, type Change } from './audit.ts';
import {
  dynamodb,
  fromItem,
  putNew,
  readPartition,
  toItem,
  type Item,
  transactUnlessChanged,
} from './dynamodb.ts';
import { asRead, putVersion } from './versioned.ts';

/*
 * All rules in force are one item under one version, so that whoever decides reads them with everything else at once,
 * and none is saved beside others than those it was checked among. Until the first save there is no such item, and the
 * rules that Kuultu ships with are in force.
 */

const storedSet = z.object({ version: z.int().min(1), rules: z.array(ruleSchema) });

/** The rules in force together. */
export type RuleSet = {
  /** Raised by every save of any rule; 0 until the first. */
  readonly version: number;
  readonly rules: readonly Rule[];
};

/** Where the rules in force lie in the Settings table, for those who read them in one batch with other items. */
export const currentRulesKey: Item = toItem({ pk: 'RULES', sk: 'CURRENT' });

/** The rules in force, from the item under {@link currentRulesKey}, or from its absence. */
export const rulesIn = (item: unknown): readonly Rule[] => setIn(item).rules;

const setIn = (item: unknown): RuleSet =>
  item === undefined ? { version: 0, rules: defaultRules } : storedSet.parse(item);

/** The rules in force, with every save that has been answered. */
export const readRuleSet = async (table: string): Promise<RuleSet> =>
  setIn(await readItem(table, currentRulesKey));

export const readRules = async (table: string): Promise<readonly Rule[]> => (await readRuleSet(table)).rules;

const storedVersion = z.object({
  rule: ruleSchema,
  /** When and by whom it was saved; null for a rule as Kuultu ships it. */
  savedAt: z.iso.datetime().nullable(),
  savedBy: z.string().nullable(),
  /** Names of the fields that differ from the version before. */
  changed: z.array(z.string()),
});
/** A rule as it was at one time. */
export type RuleVersion = z.infer<typeof storedVersion>;

const versionsOf = (id: string): string => `RULE#${id}`;
const versionKey = ({ id, version }: Pick<Rule, 'id' | 'version'>): Item =>
  toItem({ pk: versionsOf(id), sk: `VERSION#${String(version).padStart(6, '0')}` });

/**
 * A rule as one version of it was. Of shipped rules that nobody has saved, the version that this release ships stands
 * in for one of another release.
 *
 * @returns undefined where there never was such a rule
 */
export async function readRule(table: string, id: string, version: number): Promise<Rule | undefined> {
  const item = await readItem(table, versionKey({ id, version }));
  if (item !== undefined) return storedVersion.parse(item).rule;
  return defaultRules.find((rule) => rule.id === id);
}

/** Every version of a rule, the latest first; empty where there is no such rule. */
export async function readRuleVersions(table: string, id: string): Promise<RuleVersion[]> {
  const saved = (await readPartition(table, versionsOf(id))).map((item) => storedVersion.parse(item));
  if (saved.length > 0) return saved.reverse();
  return (await readRules(table)).filter((rule) => rule.id === id).map(asShipped);
}

/**
 * Saves a rule as its next version, in one transaction: the rules in force, the version for good, and who changed
 * what. The first save of all keeps the shipped rules as versions too, so that a release of Kuultu that ships others
 * changes nothing that was decided by these.
 *
 * @param read the rules among which the rule was checked
 * @param beside that whatever else it was checked beside is as it was read
 * @returns the rule as it was saved; undefined where any rule has been saved since, or what is beside has changed
 */
export async function saveRule(
  table: string,
  read: RuleSet,
  draft: Omit<Rule, 'version'>,
  change: Change,
  beside: readonly TransactWriteItem[] = [],
): Promise<Rule | undefined> {
  const before = read.rules.find(({ id }) => id === draft.id);
  const rule: Rule = { ...draft, version: (before?.version ?? 0) + 1 };
  const rules = before ? read.rules.map((other) => (other === before ? rule : other)) : [...read.rules, rule];
  const changed = changedFields(before && withoutVersion(before), draft);
  const savedAt = new Date(change.at).toISOString();
  const versions: RuleVersion[] = [
    ...(read.version === 0 ? defaultRules.map(asShipped) : []),
    { rule, savedAt, savedBy: change.by, changed },
  ];
  const writes = [
    setWrite(table, read, rules),
    ...versions.map((version) => putNew(table, { ...versionKey(version.rule), ...toItem(version) })),
    auditWrite(table, change, {
      kind: 'rule',
      id: rule.id,
      fromVersion: before?.version ?? null,
      toVersion: rule.version,
      changed,
    }),
    ...beside,
  ];
  return (await transactUnlessChanged(writes)) ? rule : undefined;
}

/** A condition of a transaction that rests on the rules: that nobody has saved any since. */
export const rulesAsRead = (table: string, { version }: RuleSet): TransactWriteItem =>
  asRead(table, currentRulesKey, version);

function setWrite(table: string, read: RuleSet, rules: readonly Rule[]): TransactWriteItem {
  const item = { ...currentRulesKey, ...toItem({ version: read.version + 1, rules }) };
  return putVersion(table, item, read.version);
}

const asShipped = (rule: Rule): RuleVersion => ({ rule, savedAt: null, savedBy: null, changed: [] });

const withoutVersion = (rule: Rule): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(rule).filter(([name]) => name !== 'version'));

async function readItem(table: string, key: Item): Promise<unknown> {
  const { Item: item } = await dynamodb.send(
    new GetItemCommand({ TableName: table, Key: key, ConsistentRead: true }),
  );
  return item && fromItem(item);
}
