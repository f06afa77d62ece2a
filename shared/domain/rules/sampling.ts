/**
 * A number from 0 to 99 that is always the same for one person and stage, and otherwise as good as drawn by lot.
 *
 * @param contactHash a keyed hash, so that nobody can work out their own lot
 * @see http://www.isthe.com/chongo/tech/comp/fnv/ (FNV-1a, 32 bits)
 */
export function lotOf(contactHash: string, stage: string): number {
  let hash = 0x811c9dc5;
  for (const character of `${stage}\n${contactHash}`) {
    hash ^= character.charCodeAt(0);
    hash = Math.imul(hash, 0x01000193);
  }
  // The low bits of this hash depend on few of the input's; folding the high ones in evens them out.
  return ((hash ^ (hash >>> 16)) >>> 0) % 100;
}
