/** Most that a comment may hold, so that it fits a sealed envelope together with all answers. */
export const commentCharactersMost = 1000;
export const commentBytesMost = 2400;

/** What a comment is called among the answers of a form, as a question by its key. */
export const commentItem = 'comment';

/** What somebody has written in their own words, as far as it can be kept. */
export type Comment =
  | { readonly kind: 'none' }
  | { readonly kind: 'written'; readonly text: string }
  /** So many of its characters are too many, counted from its end. */
  | { readonly kind: 'too-long'; readonly text: string; readonly excess: number };

/** @param given from a form, or out of a sealed envelope: not to be trusted */
export function commentIn(given: unknown): Comment {
  if (typeof given !== 'string') return { kind: 'none' };
  const text = given
    .replace(/\r\n?/g, '\n')
    .toWellFormed()
    .replace(/[^\P{Cc}\n]/gu, '')
    .trim();
  if (text === '') return { kind: 'none' };
  const characters = Array.from(text);
  const excess = characters.length - charactersThatFit(characters);
  return excess > 0 ? { kind: 'too-long', text, excess } : { kind: 'written', text };
}

function charactersThatFit(characters: readonly string[]): number {
  const most = characters.slice(0, commentCharactersMost);
  let bytes = 0;
  const tooFar = most.findIndex((character) => (bytes += Buffer.byteLength(character)) > commentBytesMost);
  return tooFar < 0 ? most.length : tooFar;
}
