import { generateKeyPairSync, randomInt } from 'node:crypto';
import { Counting } from '../../functions/mix-responses/counting.ts';
import { contextName } from '../../shared/adapters/crypto/contexts.ts';
import { seal } from '../../shared/adapters/crypto/seal.ts';
import type { SealedAnswer } from '../../shared/adapters/pool.ts';
import { tallyItems } from '../../shared/adapters/tallies.ts';
import type { Place } from '../../shared/domain/tallies/table.ts';
import { Tallying } from '../../shared/domain/tallies/tallying.ts';
import { asStored } from '../stored-items.ts';
import { inventedAnswers, structureBehind, type InventedAnswer } from './invented-answers.ts';
import type { Mixing, StoredTallies } from './outcome.ts';
import { questionSetVersion } from '../../shared/domain/questions/question-sets.ts';

/*
 * Opens and counts sealed answers as the mix does, in a process of its own, and prints what it took. The first round
 * warms up and meets every stratum; the others are measured.
 */

const [answers = '', units = ''] = process.argv.slice(2);
const rounds = 3;
const key = 'the contexts key of the benchmark';
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 3072 });
const spki = publicKey.export({ format: 'der', type: 'spki' });

const invented = [...inventedAnswers(Number(answers), Number(units))];
const unitPlaces = new Map(invented.map(({ asked: { context, place } }) => [context.unit, place]));
const places = {
  structure: structureBehind(invented),
  contexts: new Map(invented.map(({ asked: { context } }) => [contextName(key, context), context])),
  formOf: questionSetVersion,
  placeOf: (unit: string): Place => {
    const place = unitPlaces.get(unit);
    if (place === undefined) throw new Error('every unit has a place');
    return place;
  },
};
const sealedAnew = ({ asked: { context, month }, answers: given, comment }: InventedAnswer): SealedAnswer => {
  const contents = { context: contextName(key, context), answers: { ...given, ...(comment && { comment }) } };
  return { month, sealed: seal(spki, JSON.stringify(contents)) };
};
// An envelope counts once, so every round has its own.
const [warmUp = [], ...batches] = Array.from({ length: 1 + rounds }, () => invented.map(sealedAnew));

const counting = new Counting(new Map([['2026-Q1', privateKey]]), places);
const heapBytes = (): number => {
  if (global.gc === undefined) throw new Error('the heap is measured with --expose-gc');
  global.gc();
  return process.memoryUsage().heapUsed;
};
const takeAll = (envelopes: readonly SealedAnswer[]): void => {
  for (const envelope of envelopes) counting.take(envelope);
};
takeAll(warmUp);
const bytesBefore = heapBytes();
const cpuBefore = process.cpuUsage();
for (const batch of batches) takeAll(batch);
const { user, system } = process.cpuUsage(cpuBefore);
const bytesAfter = heapBytes();
const measured = rounds * warmUp.length;
if (counting.taken !== warmUp.length + measured) throw new Error('not every envelope could be opened');
if (counting.mixed((bound) => randomInt(bound)).tallies.length === 0) throw new Error('nothing was tallied');

function storedTallies(count: number, among: number, filled: readonly InventedAnswer[]): StoredTallies {
  const tallying = new Tallying();
  for (const { asked, questionSet, answers: given } of filled) tallying.count(asked, questionSet, given);
  const sizes = tallyItems('2026-Q1', {
    ...tallying.storable(),
    structure: structureBehind(filled),
  }).map((item) => asStored(item).bytes);
  return {
    answers: count,
    units: among,
    bytes: sizes.reduce((sum, bytes) => sum + bytes, 0),
    items: sizes.length,
    // In a transaction, each kilobyte begun costs two.
    writeUnits: sizes.reduce((sum, bytes) => sum + 2 * Math.ceil(bytes / 1024), 0),
  };
}

const outcome: Mixing = {
  answers: measured,
  cpuMsPerAnswer: (user + system) / 1000 / measured,
  bytesPerAnswer: (bytesAfter - bytesBefore) / measured,
  tallies: [
    [1000, 150],
    [100_000, 2000],
  ].map(([count = 0, among = 0]) => storedTallies(count, among, [...inventedAnswers(count, among)])),
};
console.log(JSON.stringify(outcome));
