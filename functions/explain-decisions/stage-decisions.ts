import { decisionsOfStage, pageSize, type DecisionRecord } from '../../shared/adapters/decision-records.ts';
import type { Question } from './question.ts';

/**
 * A page of one stage's decisions. Records lie by month, so months are read in order until the page is full or the
 * time is over.
 */
export async function decisionsOfStageBetween(
  table: string,
  { stage, from, to, after }: Extract<Question, { of: 'stage' }>,
): Promise<{ records: DecisionRecord[]; next: string | undefined }> {
  // The first text that sorts right behind the last record of the page before.
  const start = after === undefined || after < from ? from : `${after}~`;
  const records: DecisionRecord[] = [];
  if (start > to) return { records, next: undefined };
  for (const month of utcMonths(start.slice(0, 7), to.slice(0, 7))) {
    const page = await decisionsOfStage(table, stage, month, start, to);
    records.push(...page.records);
    if (page.hasMore || records.length >= pageSize) return { records, next: page.last };
  }
  return { records, next: undefined };
}

/** Calendar months in UTC from the first to the last, both included. */
function utcMonths(first: string, last: string): string[] {
  const [year = 0, month = 0] = first.split('-').map(Number);
  const months: string[] = [];
  for (let ahead = 0; (months.at(-1) ?? '') < last; ahead += 1) {
    months.push(new Date(Date.UTC(year, month - 1 + ahead)).toISOString().slice(0, 7));
  }
  return months;
}
