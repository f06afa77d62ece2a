import * as z from 'zod';

const settledSchema = z.object({
  failed: z.array(z.object({ function: z.string(), error: z.string() })),
  deadLetters: z.array(z.object({ queue: z.string(), messages: z.int() })),
});
/** What failed while the system worked off what was due, and how many messages each dead-letter queue holds. */
export type Settled = z.infer<typeof settledSchema>;

/** Sets the local system's clock and keeps it there. @param now date and time with an offset; null for live */
export async function setClock(control: string, now: string | null): Promise<void> {
  await post(new URL('/clock', control), { now });
}

/** Runs every schedule that is due and drains every queue, until the system is idle at its clock. */
export async function settle(control: string): Promise<Settled> {
  return settledSchema.parse(await post(new URL('/settle', control), {}));
}

async function post(address: URL, body: unknown): Promise<unknown> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${address.pathname} answered ${response.status}: ${text.slice(0, 300)}`);
  return JSON.parse(text);
}
