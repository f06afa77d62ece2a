import type { KeyObject } from 'node:crypto';
import * as z from 'zod';
import { unwrapQuarterKey, type QuarterKey } from '../../shared/adapters/quarter-keys.ts';
import { sealedAnswers, type SealedAnswer } from '../../shared/adapters/pool.ts';
import { unseal } from '../../shared/adapters/crypto/seal.ts';
import type { Context } from '../../shared/domain/context.ts';
import { quarterOf, type Quarter } from '../../shared/domain/calendar/month.ts';
import { answersTo } from '../../shared/domain/questions/answers.ts';
import { questionSetVersion } from '../../shared/domain/questions/question-sets.ts';
import { batchMin, Tallying, type Tally } from '../../shared/domain/reports/tally.ts';
import type { Unit } from '../../shared/domain/unit.ts';

/** Where answers belong: contexts by name, and the units that they name. */
export type Places = { readonly contexts: ReadonlyMap<string, Context>; readonly units: readonly Unit[] };

type Batch = { readonly tallies: Tally[]; readonly counted: Quarter[]; readonly spoiled: number };

const contents = z.object({ context: z.string(), answers: z.record(z.string(), z.unknown()) });

/**
 * Unseals and tallies everything that was sealed to the given keys, in one batch. With fewer than
 * {@link batchMin} answers nothing is unsealed: they wait for the next period.
 */
export async function mixBatch(
  { pool, wrappingKey }: { readonly pool: string; readonly wrappingKey: string },
  keys: readonly QuarterKey[],
  readPlaces: () => Promise<Places>,
): Promise<Batch> {
  const isOfBatch = ({ month }: SealedAnswer): boolean => keys.some(({ id }) => id === quarterOf(month));
  if ((await countUpTo(batchMin, pool, isOfBatch)) < batchMin)
    return { tallies: [], counted: [], spoiled: 0 };

  const { contexts, units } = await readPlaces();
  const regions = new Map(units.map(({ id, region }) => [id, region]));
  const privateKeys = new Map<Quarter, KeyObject>();
  for (const key of keys) privateKeys.set(key.id, await unwrapQuarterKey(wrappingKey, key));

  const tallying = new Tallying();
  let taken = 0;
  let spoiled = 0;
  for await (const answer of sealedAnswers(pool)) {
    const privateKey = privateKeys.get(quarterOf(answer.month));
    if (privateKey === undefined) continue;
    if (count(answer, privateKey, { contexts, regions, tallying })) taken += 1;
    else spoiled += 1;
  }
  // People can spoil a few envelopes, not most of them: the fault is ours then, and the key must not be destroyed.
  if (spoiled > taken) throw new Error('most envelopes of a period are spoiled');
  return { tallies: tallying.storable(), counted: keys.map(({ id }) => id), spoiled };
}

async function countUpTo(
  most: number,
  pool: string,
  isCounted: (answer: SealedAnswer) => boolean,
): Promise<number> {
  let count = 0;
  for await (const answer of sealedAnswers(pool)) {
    if (isCounted(answer)) count += 1;
    if (count >= most) break;
  }
  return count;
}

type Counting = {
  readonly contexts: ReadonlyMap<string, Context>;
  /** Region by unit. */
  readonly regions: ReadonlyMap<string, string>;
  readonly tallying: Tallying;
};

/**
 * @returns false where the envelope is spoiled: nobody's answer, and nobody is told which
 * @throws where a form is gone that people were asked with
 */
function count(
  { sealed }: SealedAnswer,
  privateKey: KeyObject,
  { contexts, regions, tallying }: Counting,
): boolean {
  const opened = open(sealed, privateKey);
  const context = opened && contexts.get(opened.context);
  if (opened === undefined || context === undefined) return false;
  const questionSet = questionSetVersion(context.questionSet, context.questionSetVersion);
  if (questionSet === undefined) throw new Error('a form that people were asked with is gone');
  const region = regions.get(context.unit) ?? context.unit;
  tallying.count(context, region, questionSet, answersTo(questionSet, opened.answers));
  return true;
}

/** @returns undefined where an envelope can't be opened or read; an error would name what was in it */
function open(sealed: Uint8Array, privateKey: KeyObject): z.infer<typeof contents> | undefined {
  try {
    return contents.parse(JSON.parse(unseal(privateKey, sealed)));
  } catch {
    return undefined;
  }
}
