/**
 * Which sums somebody can work out who knows some others, by adding and subtracting them in any way: those that are
 * linear combinations of what is known.
 */
export function derivableFrom(known: readonly (readonly number[])[]): (wanted: readonly number[]) => boolean {
  const rows = reduced(known);
  return (wanted) => reduced([...rows, wanted]).length === rows.length;
}

const zero = 1e-9;

/** The rows that are left of a matrix in echelon form, without those that are zero. */
function reduced(matrix: readonly (readonly number[])[]): number[][] {
  const rows = matrix.map((row) => [...row]);
  const done: number[][] = [];
  const width = rows[0]?.length ?? 0;
  for (let column = 0; column < width; column += 1) {
    const at = rows.findIndex((row) => Math.abs(row[column] ?? 0) > zero);
    const [pivot] = at < 0 ? [] : rows.splice(at, 1);
    if (pivot === undefined) continue;
    done.push(pivot);
    for (const row of rows) {
      const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
      for (const [index, value] of pivot.entries()) row[index] = (row[index] ?? 0) - factor * value;
    }
  }
  return done;
}
