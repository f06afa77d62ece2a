import { Stack } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import type { Configuration } from './configuration.ts';
import type { MailAction, Resource } from './constructs/resource.ts';

/** What a function needs for sending: the address it sends from, and the configuration set it names. */
export type Sender = {
  readonly address: Resource<MailAction>;
  readonly configurationSet: Resource<MailAction>;
};

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** The sender's domain in SES. Nothing measures whether a mail was opened or a link in it followed. */
export const createSender = (scope: Construct, { senderAddress }: Configuration): Sender => {
  const configurationSet = new ConfigurationSet(scope, 'ConfigurationSet', {
    // A mail holds a ticket, which never travels in the clear.
    tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
    suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    reputationMetrics: true,
    // Without this an account-wide setting could rewrite the links and put a pixel into the mail.
    vdmOptions: { engagementMetrics: false },
  });
  configurationSet.addEventDestination('Deliveries', {
    // SES puts events on the account's default bus, and on no other.
    destination: EventDestination.eventBus(EventBus.fromEventBusName(scope, 'DefaultBus', 'default')),
    events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.DELIVERY_DELAY],
  });
  const identity = new EmailIdentity(scope, 'EmailIdentity', {
    identity: Identity.domain(domainOf(senderAddress)),
  });
  const configurationSetArn = Stack.of(scope).formatArn({
    service: 'ses',
    resource: 'configuration-set',
    resourceName: configurationSet.configurationSetName,
  });
  return {
    address: { value: senderAddress, arns: [identity.emailIdentityArn] },
    configurationSet: { value: configurationSet.configurationSetName, arns: [configurationSetArn] },
  };
};
