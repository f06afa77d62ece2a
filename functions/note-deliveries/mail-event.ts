import * as z from 'zod';
import { requestTag } from '../../shared/contract/mail-tags.ts';
import type { Delivery } from '../../shared/domain/request-state.ts';
import { outOfEnvelope } from '../../shared/lambda/bus-message.ts';

/** What an event of SES says about one of our mails. */
export type MailEvent = {
  readonly delivery: Delivery;
  /** Addresses that must not be written to again, and why; none where the mail only met a hindrance. */
  readonly suppressed: readonly string[];
  /** Undefined for a mail without our tag. */
  readonly requestId: string | undefined;
};

const recipients = z.array(z.object({ emailAddress: z.string().min(1) }));

const mail = z.object({
  destination: z.array(z.string().min(1)).min(1),
  tags: z.record(z.string(), z.array(z.string())).default({}),
});

/** The events that our configuration set publishes, as far as they are read; SES says much more. */
const sesEventSchema = z.discriminatedUnion('eventType', [
  z.object({
    eventType: z.literal('Bounce'),
    bounce: z.object({
      bounceType: z.enum(['Permanent', 'Transient', 'Undetermined']),
      bouncedRecipients: recipients,
    }),
    mail,
  }),
  z.object({
    eventType: z.literal('Complaint'),
    complaint: z.object({ complainedRecipients: recipients }),
    mail,
  }),
  z.object({ eventType: z.literal('DeliveryDelay'), mail }),
]);
type SesEvent = z.infer<typeof sesEventSchema>;

/** @returns undefined for what is no bounce, complaint or delay of a mail */
export function readMailEvent(message: unknown): MailEvent | undefined {
  const parsed = sesEventSchema.safeParse(outOfEnvelope(message));
  return parsed.success ? { ...meaningOf(parsed.data), requestId: requestIdIn(parsed.data) } : undefined;
}

function meaningOf(event: SesEvent): Pick<MailEvent, 'delivery' | 'suppressed'> {
  switch (event.eventType) {
    case 'Bounce': {
      const { bounceType, bouncedRecipients } = event.bounce;
      // A full mailbox may be emptied, and an automatic reply counts as a bounce too: only a permanent one is an answer.
      const suppressed = bounceType === 'Permanent' ? addressesOf(bouncedRecipients, event) : [];
      return { delivery: 'bounced', suppressed };
    }
    case 'Complaint':
      return {
        delivery: 'complained',
        suppressed: addressesOf(event.complaint.complainedRecipients, event),
      };
    case 'DeliveryDelay':
      return { delivery: 'delayed', suppressed: [] };
  }
}

/**
 * The addresses that an event is about. The one that a bounce names is where the mail came to in the end, behind any
 * forwarding; the one that we wrote to is known where the mail had no other recipient, as ours have.
 */
function addressesOf(named: z.infer<typeof recipients>, { mail: { destination } }: SesEvent): string[] {
  const writtenTo = destination.length === 1 ? destination : [];
  const addresses = [...named.map(({ emailAddress }) => emailAddress), ...writtenTo].map(bareAddress);
  return [...new Set(addresses)];
}

/** The address in `Ann <ann@example.org>`, in one spelling. */
const bareAddress = (address: string): string =>
  (/<([^<>]+)>\s*$/.exec(address)?.[1] ?? address).trim().toLowerCase();

/** Only what can be an id of ours is taken over: it goes into a key and into the log. */
function requestIdIn({ mail: { tags } }: SesEvent): string | undefined {
  const [tag] = tags[requestTag] ?? [];
  return tag !== undefined && /^[\w-]{1,64}$/.test(tag) ? tag : undefined;
}
