/** Stops with what was promised, and what was seen instead. */
export function insist(holds: boolean, promise: string, seen: unknown): void {
  if (!holds) throw new Error(`${promise}: ${JSON.stringify(seen, readable, 1)}`);
}

/** Epoch milliseconds as dates. */
const readable = (_: string, value: unknown): unknown =>
  typeof value === 'number' && value > 1e12 && value < 1e13 ? new Date(value).toISOString() : value;
