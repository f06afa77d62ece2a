/**
 * Reads something that may be somewhat old, and remembers it: for whoever is asked often, in one instance of a function.
 *
 * @returns what gives it at a moment, in epoch milliseconds
 */
export function remembered<Value>(
  memoryMs: number,
  read: () => Promise<Value>,
): (now: number) => Promise<Value> {
  let known: { readonly until: number; readonly value: Value } | undefined;
  return async (now) => {
    // A clock that was set back, as a test does it, is no reason to remember for long.
    if (known === undefined || now >= known.until || now < known.until - memoryMs)
      known = { until: now + memoryMs, value: await read() };
    return known.value;
  };
}
