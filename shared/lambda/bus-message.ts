import * as z from 'zod';

const envelope = z.object({ 'detail-type': z.string(), detail: z.unknown() });

/** What a message says: an event that the bus could not deliver comes back in its envelope, once it is redriven. */
export function outOfEnvelope(message: unknown): unknown {
  const opened = envelope.safeParse(message);
  return opened.success ? opened.data.detail : message;
}
