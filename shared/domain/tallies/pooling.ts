/** What stands in a stratum for all that is too small to be told apart. */
export const other = '(other)';

/**
 * Which of some siblings are told only together: all that are too small, and with them the next smallest until the pool
 * is no longer too small itself. Ties go by name, so that the order in which answers came decides nothing.
 *
 * @param sizes answers by name of the sibling
 * @param least answers that a pool or a sibling must have
 * @returns names: none where nobody is too small, all where all together still are
 */
export function pooledAmong(sizes: ReadonlyMap<string, number>, least: number): ReadonlySet<string> {
  const smallestFirst = [...sizes].toSorted(([a, m], [b, n]) => m - n || (a < b ? -1 : 1));
  const pooled = new Set<string>();
  let pool = 0;
  for (const [name, size] of smallestFirst) {
    const isPoolFit = pool === 0 || pool >= least;
    if (size >= least && isPoolFit) break;
    pooled.add(name);
    pool += size;
  }
  return pooled;
}
