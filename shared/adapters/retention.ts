import { days } from '../domain/calendar/duration.ts';
import { pastWaitingFrom } from '../domain/calendar/carry-over.ts';
import {
  firstMonthOf,
  monthAt,
  monthsAfter,
  nextQuarter,
  quarterOf,
  startOfMonth,
  type Month,
} from '../domain/calendar/month.ts';

/*
 * When DynamoDB may clear an item away, in epoch seconds. It does so within a few days; nothing but storage depends on
 * it. Where answers are concerned it is a month's first moment, so that it says nothing of a day.
 */

/** Full months for which decisions, requests that have ended and ledgers are kept. */
const recordsKeptMonths = 13;

/** Decisions, requests that have ended and ledgers. @param now epoch milliseconds */
export const recordsExpireOn = (now: number): number =>
  seconds(startOfMonth(monthsAfter(monthAt(now), recordsKeptMonths + 1)));

/** The first month of which every record is still there. @param now epoch milliseconds */
export const recordsKeptFrom = (now: number): Month => monthsAfter(monthAt(now), -recordsKeptMonths);

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

/**
 * The mark of a used ticket: a month after the quarter in which the ticket expires, so that it tells of no month in which
 * the mail was sent, and outlives every ballot.
 */
export const ticketMarkExpiresOn = (expiryMonth: Month): number =>
  seconds(startOfMonth(monthsAfter(firstMonthOf(nextQuarter(quarterOf(expiryMonth))), 1)));

/** A sealed answer: where too few came, it waits for the next period, through four of them. */
export const sealedAnswerExpiresOn = (month: Month): number =>
  seconds(startOfMonth(monthsAfter(pastWaitingFrom(quarterOf(month)), 1)));

const seconds = (epochMs: number): number => Math.floor(epochMs / 1000);
