import { other } from '../../../shared/domain/tallies/pooling.ts';
import { readCells } from './reading.ts';
import type { Year } from './year.ts';

/** How much of what people answered stands in a published cell: the price of all that is held back. */
export function sharesOf({ quarters }: Year): string[] {
  const answers = quarters.reduce(
    (sum, { responses }) => sum + responses.reduce((of, one) => of + Object.keys(one.answers).length, 0),
    0,
  );
  const told = quarters.flatMap(({ releases }) => readCells(releases));
  const share = (table: string, isMeant: (isPool: boolean) => boolean): string => {
    const within = told.filter(({ key }) => key.startsWith(`["${table}"`) && isMeant(key.includes(other)));
    const count = within.reduce((sum, { figures }) => sum + figures.responses, 0);
    return `${((100 * count) / answers).toFixed(1)} %`;
  };
  return [
    `of ${answers} answers in ${quarters.length} quarters, ${share('T1', (isPool) => !isPool)} stand in a unit's published ` +
      `figures, ${share('T1', () => true)} with those of others together; ` +
      `by region and role ${share('T2', (isPool) => !isPool)}, and ${share('T2', () => true)} with others together`,
  ];
}
