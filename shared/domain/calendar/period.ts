import * as z from 'zod';
import { dayAfter, startOfDay } from './day.ts';

/*
 * The beginning and the end of a period that somebody asks about. Only years of this century are taken: before them
 * there is nothing, and far from them day arithmetic ends.
 */

const expected = 'expected a day such as 2026-03-02 or an instant with its offset, from 2000 to 2099';
const ofThisCentury = /^20\d{2}-/;

const instant = z.iso
  .datetime({ offset: true })
  .regex(ofThisCentury)
  .transform((text) => Date.parse(text));
const day = z.iso.date().regex(ofThisCentury);

/** The first instant of a period, in epoch milliseconds: a day begins at midnight in Helsinki. */
export const periodStart = z.union([instant, day.transform(startOfDay)], expected);

/** The instant before which a period ends, in epoch milliseconds: a day that is named as the last is meant to be in it. */
export const periodEnd = z.union([instant, day.transform((last) => startOfDay(dayAfter(last)))], expected);
