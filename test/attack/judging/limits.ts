/**
 * How much better than chance is still chance. An attack that guesses blindly passes its limit less than once in a
 * million runs, however many things it tries; one that knows something passes it where what it knows is worth more
 * than two answers in a hundred.
 */
const falseAlarms = 1e-6;
const margin = 0.02;

/**
 * Most success that blind guessing may have: the upper bound of a binomial distribution, or chance and two in a hundred,
 * whichever is more.
 *
 * @param chance share of guesses that are right by chance
 * @param trials guesses that were made
 * @param tries that the attack makes in all, of which the best counts
 */
export function limitOfShare(chance: number, trials: number, tries = 1): number {
  return Math.max(chance + margin, binomialBound(chance, trials, falseAlarms / tries) / trials);
}

/** The least count that more than so many of `trials` exceed with a probability below `alpha` only. */
export function binomialBound(chance: number, trials: number, alpha: number): number {
  if (chance <= 0) return 0;
  if (chance >= 1) return trials;
  let logOfTerm = trials * Math.log1p(-chance);
  let below = Math.exp(logOfTerm);
  for (let count = 0; count < trials; count += 1) {
    if (1 - below <= alpha) return count;
    logOfTerm += Math.log((trials - count) / (count + 1)) + Math.log(chance / (1 - chance));
    below += Math.exp(logOfTerm);
  }
  return trials;
}

/**
 * The same for telling pairs apart, where chance is one in two. Pairs of the same people overlap, so they tell less than
 * as many coins: how far blind guessing strays is seen from blind guesses.
 *
 * @param blind shares of pairs that were told apart by chance alone
 */
export function limitOfPairs(blind: readonly number[], tries = 1): number {
  const variance = blind.reduce((sum, share) => sum + (share - 0.5) ** 2, 0) / blind.length;
  return 0.5 + Math.max(margin, normalQuantile(falseAlarms / tries) * Math.sqrt(variance));
}

/** How many standard deviations are exceeded with a small probability: Abramowitz and Stegun 26.2.23. */
function normalQuantile(alpha: number): number {
  const t = Math.sqrt(-2 * Math.log(alpha));
  return (
    t -
    (2.515517 + 0.802853 * t + 0.010328 * t * t) /
      (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t)
  );
}
