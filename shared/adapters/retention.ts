import { days } from '../domain/calendar/duration.ts';
import { monthAt, monthsAfter, startOfMonth, type Month } from '../domain/calendar/month.ts';

/*
 * When DynamoDB may clear an item away, in epoch seconds. It does so within a few days; nothing but storage depends on
 * it. Where answers are concerned it is a month's first moment, so that it says nothing of a day.
 */

/** Decisions, requests that have ended and ledgers: 13 full months. @param now epoch milliseconds */
export const recordsExpireOn = (now: number): number => seconds(startOfMonth(monthsAfter(monthAt(now), 14)));

/**
 * A request that nobody has ended, with its address: whatever became of its message, the address must not stay.
 *
 * @param request its times, in epoch milliseconds
 */
export const abandonedRequestExpiresOn = ({
  dueAt,
  expiresAt,
}: {
  dueAt: number;
  expiresAt: number;
}): number => seconds(Math.max(dueAt, expiresAt) + days(30));

/** The mark of a used ticket: some time after the ticket itself has expired. */
export const ticketMarkExpiresOn = (expiryMonth: Month): number =>
  seconds(startOfMonth(monthsAfter(expiryMonth, 2)));

/** A sealed answer: periods with too few answers wait for the next, but nothing waits longer than two years. */
export const sealedAnswerExpiresOn = (month: Month): number => seconds(startOfMonth(monthsAfter(month, 24)));

const seconds = (epochMs: number): number => Math.floor(epochMs / 1000);
