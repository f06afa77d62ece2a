import { fault } from './log.ts';

/**
 * Does something that a page can be without. Where it fails, that is logged and the rest goes on.
 *
 * @param phrase a stable sentence that an operator can search for
 * @param without what stands in for the result then
 */
export async function spared<Result>(
  phrase: string,
  without: Result,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    fault(phrase, error);
    return without;
  }
}
