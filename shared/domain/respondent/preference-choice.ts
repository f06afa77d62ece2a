import { dayAfter, dayAt, monthsAfterDay, startOfDay } from '../calendar/day.ts';
import type { ContactLedger, Preference } from '../decisions/ledger.ts';
import type { FormLanguage } from '../vocabulary.ts';

/** Months for which a person can pause. */
export const pauses = [3, 6, 12] as const;
export type PauseMonths = (typeof pauses)[number];

/** What a person can choose on the preferences page: the values of the form's field `choice`. */
export const choices = ['pause-3', 'pause-6', 'pause-12', 'stop', 'start'] as const;
export type Choice = (typeof choices)[number];

/** What is to change. What is left out stays as it is. */
export type PreferenceChange = { readonly choice?: Choice; readonly language?: FormLanguage };

/** What a person has said about being asked, and in which language. */
export type Wishes = Pick<ContactLedger, 'preference' | 'language'>;

/**
 * What holds after a choice. A pause lasts through the same day of a later month in Helsinki, so that choosing it twice
 * on one day changes nothing.
 *
 * @param now epoch milliseconds
 */
export function preferenceAfter(choice: Choice, now: number): Preference {
  switch (choice) {
    case 'start':
      return { kind: 'open' };
    case 'stop':
      return { kind: 'opted-out' };
    case 'pause-3':
      return pausedFor(3, now);
    case 'pause-6':
      return pausedFor(6, now);
    case 'pause-12':
      return pausedFor(12, now);
  }
}

const pausedFor = (months: PauseMonths, now: number): Preference => ({
  kind: 'paused',
  until: startOfDay(dayAfter(monthsAfterDay(dayAt(now), months))),
});

/** The wishes after a change. @param now epoch milliseconds */
export const wishesAfter = (
  { preference, language }: Wishes,
  change: PreferenceChange,
  now: number,
): Wishes => ({
  preference: change.choice === undefined ? preference : preferenceAfter(change.choice, now),
  language: change.language ?? language,
});

/** What a preference comes to now: a pause that is over leaves nothing of itself. @param now epoch milliseconds */
export const inForce = (preference: Preference, now: number): Preference =>
  preference.kind === 'paused' && preference.until <= now ? { kind: 'open' } : preference;
