import { monthsOf, type Quarter } from '../calendar/month.ts';
import type { ReleaseId, ReleasePeriod } from './release.ts';

/** A table of a period. */
export type Edition = { readonly table: ReleaseId; readonly period: ReleasePeriod };

const byQuarter = ['T1', 'T2', 'T3', 'T5', 'T6', 'T7', 'T8', 'R1', 'D1'] as const;

/** All that comes out of a quarter but its comments, which a person has to review: T4 comes out by month. */
export const editionsOf = (period: Quarter): Edition[] => [
  ...byQuarter.map((table): Edition => ({ table, period })),
  ...monthsOf(period).map((month): Edition => ({ table: 'T4', period: month })),
];

/** One name for one table of one period. */
export const editionName = ({ table, period }: Edition): string => `${table} ${period}`;
