import { decisionsOfStage, type DecisionPage } from '../../shared/adapters/decision-records.ts';
import type { Question } from './question.ts';

/**
 * A page of one stage's decisions. Records lie by month, so months are read in order until a page has come together
 * or the time is over.
 */
export async function decisionsOfStageBetween(
  table: string,
  { stage, from, to, after }: Extract<Question, { of: 'stage' }>,
): Promise<DecisionPage> {
  // A page ends at a record; the next begins with the first text that sorts right behind it.
  const start = after === '' ? from : `${after}~`;
  for (const month of utcMonths(start.slice(0, 7), to.slice(0, 7))) {
    const page = await decisionsOfStage(table, stage, month, start, to);
    if (page.records.length > 0 || page.next !== undefined) {
      return { ...page, next: page.next ?? (month < to.slice(0, 7) ? `${month}~` : undefined) };
    }
  }
  return { records: [], next: undefined };
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
