import * as z from 'zod';

/** A mail as its recipient's mail program shows it. */
export type Mail = {
  readonly id: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string | undefined;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
};

const storeSchema = z.object({
  emails: z.array(
    z.object({
      messageId: z.string(),
      destination: z.object({ to: z.array(z.string()) }),
      subject: z.string(),
      body: z.object({ text: z.string().default(''), html: z.string().optional() }),
      headers: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
    }),
  ),
});

/**
 * All mail that the SES emulator has taken, oldest first.
 *
 * @param ses origin of the emulator
 * @param sinceSeconds only what was taken in this second of the machine's own time or later, epoch seconds
 */
export async function readInbox(ses: string, sinceSeconds = 0): Promise<Mail[]> {
  const address = new URL('/store', ses);
  if (sinceSeconds > 0) address.searchParams.set('since', String(sinceSeconds));
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the mail store answered ${response.status}`);
  const { emails } = storeSchema.parse(await response.json());
  return emails.map(({ messageId, destination, subject, body, headers }) => ({
    id: messageId,
    to: destination.to,
    subject,
    text: body.text,
    html: body.html,
    headers: Object.fromEntries(headers.map(({ name, value }) => [name.toLowerCase(), value])),
  }));
}

/**
 * A mailbox that is looked into now and then.
 *
 * @param ses origin of the emulator
 * @returns takes what has come since it was last taken, oldest first; at first, since the mailbox was opened
 */
export function openMailbox(ses: string): () => Promise<Mail[]> {
  let sinceSeconds = Math.floor(Date.now() / 1000);
  let taken = new Set<string>();
  return async () => {
    const lookedAtSeconds = Math.floor(Date.now() / 1000);
    const mails = await readInbox(ses, sinceSeconds);
    const fresh = mails.filter(({ id }) => !taken.has(id));
    // Mail is dated to the second: what comes later in the same second is found by the next look, beside the old.
    sinceSeconds = lookedAtSeconds;
    taken = new Set(mails.map(({ id }) => id));
    return fresh;
  };
}
