/**
 * Shows that the year which the benchmark replays is one that could have been: every item of it is read back as a
 * record, and the rules of the time decide it again as it was decided.
 */
import { expect, it } from 'vitest';
import { inventedYear, year } from '../../../bench/replay/invented-year.ts';
import { toItem } from '../../../shared/adapters/dynamodb.ts';
import { recordIn } from '../../../shared/adapters/records.ts';
import { Replay } from '../../../shared/domain/replay/replay.ts';
import { defaultRules } from '../../../shared/domain/rules/default-rules.ts';

it('an invented year is decided again as it was', () => {
  const replay = new Replay({ rules: defaultRules, ...year });
  const kinds = new Set<string>();
  for (const item of inventedYear(3000)) {
    const record = recordIn(toItem(item));
    kinds.add(record.kind);
    replay.take(record);
  }
  expect([...kinds].toSorted()).toEqual(['decision', 'ended', 'event', 'preference', 'suppression']);
  const { events, recipients, same, different } = replay.report();
  expect({ events, different }).toEqual({ events: 3000, different: 0 });
  expect(same).toBe(recipients);
  expect(recipients).toBeGreaterThan(6000);
});
