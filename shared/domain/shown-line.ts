import * as z from 'zod';

/** What nobody sees and what turns the order of others about has no place in a text that stands beside others. */
const unshown = /[\p{Cc}\p{Cs}\p{Bidi_Control}]/u;

/**
 * A text of one line that somebody has entered and others are shown. Line breaks and runs of spaces become a space.
 *
 * @param most characters
 */
export const shownLine = (most: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(
      z
        .string()
        .max(most)
        .refine((text) => !unshown.test(text), 'expected no control characters')
        .refine((text) => text === '' || /\p{L}/u.test(text), 'expected words'),
    );
