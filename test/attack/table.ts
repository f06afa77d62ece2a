import { isBroken, mostTelling, type Outcome } from './attack.ts';

/** A line of the table: what an attack came to on one target. */
export type Line = {
  readonly id: string;
  readonly target: string;
  readonly isWeakened: boolean;
  readonly outcome: Outcome;
};

/** The real system has to withstand every attack; a weakened one has to be broken, or the attack has no teeth. */
export const isAsItShouldBe = ({ isWeakened, outcome }: Line): boolean => isBroken(outcome) === isWeakened;

const verdictOf = (line: Line): string => {
  const verdict = isBroken(line.outcome) ? 'BROKEN' : 'withstood';
  return isAsItShouldBe(line) ? verdict : `${verdict} (!)`;
};

const columns = ['', 'let loose on', 'most telling try', 'success', 'chance', 'more', 'limit', 'verdict'];

/** The results, in Markdown whose columns also stand in line on a terminal. */
export function renderLines(lines: readonly Line[]): string {
  const rows = lines.map((line) => {
    const { name, success, chance, limit } = mostTelling(line.outcome);
    const target = line.isWeakened ? `weakened: ${line.target}` : line.target;
    const figures = [success, chance, success - chance, limit].map((figure) => figure.toFixed(3));
    return [line.isWeakened ? '' : line.id, target, name, ...figures, verdictOf(line)];
  });
  const widths = columns.map((head, index) =>
    Math.max(head.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const written = (row: readonly string[]): string =>
    `| ${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [written(columns), rule, ...rows.map(written)].join('\n');
}

/** Every try of every target, for whoever wants to see more than the most telling one. */
export const renderTries = (lines: readonly Line[]): string =>
  lines
    .map(({ id, target, outcome }) => {
      const tries = outcome.tries
        .toSorted((a, b) => b.success - b.limit - (a.success - a.limit))
        .slice(0, 12)
        .map(
          ({ name, success, chance, limit }) =>
            `  ${success.toFixed(4)} (chance ${chance.toFixed(4)}, limit ${limit.toFixed(4)})  ${name}`,
        );
      const more = outcome.tries.length - tries.length;
      return [`${id}, ${target}`, ...tries, ...(more > 0 ? [`  and ${more} more`] : [])].join('\n');
    })
    .join('\n\n');

/** What is to be known beside the figures, attack by attack. */
export const renderRemarks = (lines: readonly Line[]): string =>
  lines
    .flatMap(({ id, isWeakened, outcome }) =>
      isWeakened ? [] : (outcome.remarks ?? []).map((remark) => `${id}: ${remark}`),
    )
    .join('\n');
