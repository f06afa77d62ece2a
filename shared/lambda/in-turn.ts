import { Problem } from './problem.ts';

/** Who changes what others change too may meet one of them. More than this many at once are no staff. */
const triesMost = 5;

/**
 * Reads, checks and saves again where somebody else has saved in between.
 *
 * @param doing what the others are at, in words
 * @param attempt gives undefined where what it has read has changed before it could save
 * @throws Problem 503 where others never rest, and whatever an attempt throws
 */
export async function inTurn<Result>(
  doing: string,
  attempt: () => Promise<Result | undefined>,
): Promise<Result> {
  for (let tries = 0; tries < triesMost; tries += 1) {
    const result = await attempt();
    if (result !== undefined) return result;
  }
  throw new Problem(503, `Others are ${doing} at this moment. Please try again.`);
}
