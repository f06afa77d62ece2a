import type { Counts } from '../coverage.ts';
import { insist } from '../insist.ts';
import { judgePeople, judgePool, judgeTimes } from './judge.ts';
import type { Crash, Mix } from './mix.ts';
import { fakedSuite, type Suite } from './suites.ts';
import { makeWorld } from './world.ts';

/** One for a process: the function behind the form remembers public keys. */
let faked: Suite | undefined;

/**
 * Plays and judges the answers of so many people, with cryptography that hides nothing, so that the pool can be read.
 *
 * @throws where a promise is broken
 */
export async function playFaked(seed: number, people: number): Promise<Counts> {
  const suite = (faked ??= fakedSuite());
  const world = makeWorld({ seed, people, suite, commentsPercent: 100 });
  await world.timeline.run();
  const counts = judgePeople(world);
  judgeTimes(world);
  judgePool(world, suite);
  return counts;
}

/** The same with real keys and seals, and a mix that dies; what is judged is what the mix has made of it. */
export async function playGenuine(
  mix: Mix,
  seed: number,
  people: number,
  crashesOf: (close: number) => Iterable<Crash>,
): Promise<Counts> {
  const world = makeWorld({ seed, people, suite: mix.suite, commentsPercent: 30 });
  const counted = mix.attend(world, crashesOf);
  await world.timeline.run();
  const counts = judgePeople(world);
  judgeTimes(world);
  const { stored } = world.witness;
  const waiting = stored.size - counted.size;
  // Those who answered after everybody else are too few to be counted.
  insist(waiting < 10, 'all answers come to be counted but the last few', { stored: stored.size, waiting });
  counts.set('answers: counted', counted.size);
  counts.set('answers: too few to be counted', waiting);
  return counts;
}
