/** Events of SES as it documents them, about a mail of our configuration set. Details that nobody reads are left in. */

export type MailFacts = {
  readonly to?: string;
  /** Tag of the mail; none where null. */
  readonly requestId?: string | null;
  readonly configurationSet?: string;
};

const at = '2026-03-03T08:16:02.012Z';

const mail = ({ to = 'p1@example.org', requestId = 'r-1', configurationSet = 'set' }: MailFacts) => ({
  timestamp: at,
  source: 'palaute@kuultu.example',
  sourceArn: 'arn:aws:ses:eu-north-1:000000000000:identity/kuultu.example',
  sendingAccountId: '000000000000',
  messageId: '0110018f-EXAMPLE-000000',
  destination: [to],
  headersTruncated: false,
  headers: [{ name: 'To', value: to }],
  commonHeaders: { to: [to], subject: 'Miten sinua kuultiin?' },
  tags: {
    'ses:operation': ['SendRawEmail'],
    'ses:configuration-set': [configurationSet],
    'ses:from-domain': ['kuultu.example'],
    'ses:caller-identity': ['send-request'],
    ...(requestId !== null && { request: [requestId] }),
  },
});

export const bounced = (
  bounceType: string,
  facts: MailFacts = {},
  recipients: readonly string[] = [facts.to ?? 'p1@example.org'],
) => ({
  eventType: 'Bounce',
  bounce: {
    feedbackId: '0110018f-feedback-000000',
    bounceType,
    bounceSubType: 'General',
    bouncedRecipients: recipients.map((emailAddress) => ({
      emailAddress,
      action: 'failed',
      status: '5.1.1',
      diagnosticCode: 'smtp; 550 5.1.1 user unknown',
    })),
    timestamp: at,
    reportingMTA: 'dsn; mta.example.org',
  },
  mail: mail(facts),
});

export const complained = (
  facts: MailFacts = {},
  recipients: readonly string[] = [facts.to ?? 'p1@example.org'],
) => ({
  eventType: 'Complaint',
  complaint: {
    feedbackId: '0110018f-feedback-000000',
    complaintSubType: null,
    complainedRecipients: recipients.map((emailAddress) => ({ emailAddress })),
    timestamp: at,
    userAgent: 'ExampleCorp Feedback Loop (V0.01)',
    complaintFeedbackType: 'abuse',
    arrivalDate: at,
  },
  mail: mail(facts),
});

export const delayed = (facts: MailFacts = {}) => ({
  eventType: 'DeliveryDelay',
  deliveryDelay: {
    timestamp: at,
    delayType: 'TransientCommunicationFailure',
    expirationTime: '2026-03-03T22:16:02.012Z',
    delayedRecipients: [
      { emailAddress: facts.to ?? 'p1@example.org', status: '4.4.1', diagnosticCode: 'smtp; 421 4.4.1 busy' },
    ],
  },
  mail: mail(facts),
});
