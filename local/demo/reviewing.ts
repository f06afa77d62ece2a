import * as z from 'zod';
import type { Endpoints } from '../endpoints.ts';
import { askAs } from './staff.ts';

const pageSchema = z.object({
  comments: z.array(z.object({ id: z.string(), text: z.string() })),
  next: z.string().nullable(),
});

/**
 * Reads every comment that waits, and approves it, as an administrator does who finds nothing wrong with any.
 *
 * @returns how many these were
 */
export async function approveComments(endpoints: Endpoints): Promise<number> {
  const waiting: string[] = [];
  let after: string | null = '';
  while (after !== null) {
    const query = new URLSearchParams({ state: 'pending', ...(after !== '' && { after }) });
    const page = pageSchema.parse(
      await askAs(endpoints, `/v1/comments?${query.toString()}`, { role: 'admin' }),
    );
    waiting.push(...page.comments.map(({ id }) => id));
    after = page.next;
  }
  for (const id of waiting) {
    const body = { decision: 'approve' };
    await askAs(endpoints, `/v1/comments/${id}`, { role: 'admin', method: 'POST', body });
  }
  return waiting.length;
}
