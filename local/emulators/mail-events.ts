import type { Bus } from './bus.ts';

/** What SES tells of a mail after it was sent, as an event destination calls it. */
export type MailEventType = 'bounce' | 'complaint' | 'deliveryDelay';

export type MailEvent = { type: MailEventType; detail: unknown };

/** Which events of a configuration set go to which bus, as the template says. */
export type MailEventDestination = {
  configurationSet: string;
  types: readonly MailEventType[];
  busName: string;
};

export type PublishMailEvent = (configurationSet: string, event: MailEvent) => Promise<void>;

/** What EventBridge calls the events of SES. */
export const detailTypes: Record<MailEventType, string> = {
  bounce: 'Email Bounced',
  complaint: 'Email Complaint Received',
  deliveryDelay: 'Email Delivery Delayed',
};

/**
 * Takes an event of SES to every destination that asks for it. Where there is none, nobody hears of it.
 *
 * @param arnOf ARN of a configuration set
 */
export const publisherTo =
  (
    destinations: readonly MailEventDestination[],
    publish: Bus['publish'],
    arnOf: (configurationSet: string) => string,
  ): PublishMailEvent =>
  async (configurationSet, { type, detail }) => {
    for (const destination of destinations) {
      if (destination.configurationSet !== configurationSet || !destination.types.includes(type)) continue;
      await publish(destination.busName, {
        source: 'aws.ses',
        detailType: detailTypes[type],
        resources: [arnOf(configurationSet)],
        detail,
      });
    }
  };
