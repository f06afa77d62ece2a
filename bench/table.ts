/** A table of results: a heading, its rows, and what a reader has to know to read it. */
export type Table = {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly notes: readonly string[];
};

/** A table in Markdown whose columns also stand in line on a terminal. */
export function renderTable({ title, columns, rows, notes }: Table): string {
  const shown = rows.map((row) => row.map(show));
  const widths = columns.map((head, index) =>
    Math.max(head.length, ...shown.map((row) => row[index]?.length ?? 0)),
  );
  const isNumeric = columns.map((_, index) => rows.every((row) => typeof row[index] === 'number'));
  const line = (row: readonly string[]): string => {
    const cells = row.map((cell, index) => {
      const width = widths[index] ?? 0;
      return isNumeric[index] === true ? cell.padStart(width) : cell.padEnd(width);
    });
    return `| ${cells.join(' | ')} |`;
  };
  const rule = widths.map((width, index) =>
    isNumeric[index] === true ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  );
  const paragraphs = notes.map((note) => `${note}\n`);
  return [`## ${title}`, '', line(columns), line(rule), ...shown.map(line), '', ...paragraphs].join('\n');
}

/** At most two decimals, or two digits of what is less than one. */
function show(cell: string | number): string {
  if (typeof cell === 'string') return cell;
  return String(Math.abs(cell) < 1 ? Number(cell.toPrecision(2)) : Math.round(cell * 100) / 100);
}
