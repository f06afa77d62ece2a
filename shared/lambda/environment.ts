import * as z from 'zod';

/**
 * Reads a variable that infrastructure must have set.
 *
 * @throws at start-up, naming the variable, where it is missing: better than at the first event
 */
export function required(name: string): string {
  const value = z.string().min(1).safeParse(process.env[name]);
  if (!value.success) throw new Error(`the environment variable ${name} is missing`);
  return value.data;
}
