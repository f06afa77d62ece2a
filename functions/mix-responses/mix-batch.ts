import { randomInt, type KeyObject } from 'node:crypto';
import { unwrapQuarterKey, type QuarterKey } from '../../shared/adapters/quarter-keys.ts';
import { countSealedAnswers, sealedAnswers } from '../../shared/adapters/pool.ts';
import type { Mixed } from '../../shared/adapters/closed-periods.ts';
import { monthsOf, type Quarter } from '../../shared/domain/calendar/month.ts';
import { batchMin } from '../../shared/domain/tallies/tally.ts';
import { Counting } from './counting.ts';
import type { Places } from './places.ts';

type Batch = Mixed & { readonly counted: readonly Quarter[]; readonly spoiled: number };

const nothing: Batch = {
  tallies: [],
  drivers: [],
  structure: { units: [], ages: {} },
  comments: [],
  counted: [],
  spoiled: 0,
};

/**
 * Unseals and tallies everything that was sealed to the given keys, in one batch. With fewer than {@link batchMin}
 * envelopes nothing is unsealed, and with fewer answers in them nothing comes out: they wait for the next period.
 */
export async function mixBatch(
  { pool, wrappingKey }: { readonly pool: string; readonly wrappingKey: string },
  keys: readonly QuarterKey[],
  readPlaces: () => Promise<Places>,
): Promise<Batch> {
  const months = keys.flatMap(({ id }) => monthsOf(id));
  if ((await countSealedAnswers(pool, months, batchMin)) < batchMin) return nothing;
  const places = await readPlaces();
  const privateKeys = new Map<Quarter, KeyObject>();
  for (const key of keys) privateKeys.set(key.id, await unwrapQuarterKey(wrappingKey, key));

  const counting = new Counting(privateKeys, places);
  for await (const answer of sealedAnswers(pool, months)) counting.take(answer);
  const { taken, spoiled, misplaced } = counting;
  // People can spoil envelopes, but whoever follows a link has a context of ours: where most are unknown, Settings has
  // lost them, and the key must not be destroyed.
  if (misplaced > taken) throw new Error('most answers of a period are for contexts that are gone');
  if (taken < batchMin) return nothing;
  const mixed = counting.mixed((bound) => randomInt(bound));
  return { ...mixed, counted: keys.map(({ id }) => id), spoiled };
}
