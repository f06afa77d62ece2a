import { firstMonthOf, monthsAfter, nextQuarter, quarterOf, type Month, type Quarter } from './month.ts';

/** Where too few answer, answers wait for the next period to be counted with; through so many months more. */
const waitMonths = 12;

/** The last period in which the answers of a quarter can be counted. */
export const lastPeriodFor = (quarter: Quarter): Quarter =>
  quarterOf(monthsAfter(firstMonthOf(quarter), waitMonths));

/** The month in which nothing can become of the answers of a quarter any more: the one after that period. */
export const pastWaitingFrom = (quarter: Quarter): Month => firstMonthOf(nextQuarter(lastPeriodFor(quarter)));
