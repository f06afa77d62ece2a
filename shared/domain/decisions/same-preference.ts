import type { Preference } from './ledger.ts';

/** Whether two preferences come to the same: one that becomes another has pending requests looked at again. */
export const isSamePreference = (one: Preference, other: Preference): boolean =>
  one.kind === 'paused' && other.kind === 'paused' ? one.until === other.until : one.kind === other.kind;
