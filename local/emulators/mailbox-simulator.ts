import { randomUUID } from 'node:crypto';
import { account } from '../place.ts';
import type { MailEvent } from './mail-events.ts';
import type { SentMail } from './sent-mail.ts';

/*
 * The mailboxes at simulator.amazonses.com, with which SES lets a sender try what happens to mails that go wrong. Any
 * label may follow the name: `bounce+ann@simulator.amazonses.com`.
 */

/** What happens to a mail to an address. */
export type Fate = 'delivered' | 'bounce' | 'complaint';

const simulated = /^(\w+)(?:\+[^@]*)?@simulator\.amazonses\.com$/i;

const mailboxOf = (address: string): string => simulated.exec(address)?.[1]?.toLowerCase() ?? '';

export const fateOf = (address: string): Fate => {
  const mailbox = mailboxOf(address);
  if (mailbox === 'complaint') return 'complaint';
  return mailbox === 'bounce' || mailbox === 'suppressionlist' ? 'bounce' : 'delivered';
};

/** What SES tells of a mail to one address; undefined where all goes well. @param now epoch milliseconds */
export const simulatedEvent = (mail: SentMail, address: string, now: number): MailEvent | undefined => {
  const told = { timestamp: new Date(now).toISOString(), feedbackId: `${randomUUID()}-000000` };
  switch (fateOf(address)) {
    case 'delivered':
      return undefined;
    case 'bounce': {
      const bounce = {
        feedbackId: told.feedbackId,
        bounceType: 'Permanent',
        bounceSubType: mailboxOf(address) === 'suppressionlist' ? 'Suppressed' : 'General',
        bouncedRecipients: [
          {
            emailAddress: address,
            action: 'failed',
            status: '5.1.1',
            diagnosticCode: 'smtp; 550 5.1.1 user unknown',
          },
        ],
        timestamp: told.timestamp,
        reportingMTA: 'dsn; simulator.amazonses.com',
      };
      return { type: 'bounce', detail: { eventType: 'Bounce', bounce, mail: mailIn(mail) } };
    }
    case 'complaint': {
      const complaint = {
        feedbackId: told.feedbackId,
        complaintSubType: null,
        complainedRecipients: [{ emailAddress: address }],
        timestamp: told.timestamp,
        userAgent: 'Amazon SES Mailbox Simulator',
        complaintFeedbackType: 'abuse',
        arrivalDate: told.timestamp,
      };
      return { type: 'complaint', detail: { eventType: 'Complaint', complaint, mail: mailIn(mail) } };
    }
  }
};

const mailIn = ({ messageId, source, destination, tags, headers, sentAt }: SentMail) => ({
  timestamp: new Date(sentAt).toISOString(),
  source,
  sendingAccountId: account,
  messageId,
  destination,
  headersTruncated: false,
  headers,
  tags,
});
