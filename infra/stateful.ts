import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Configuration } from './configuration.ts';
import { secretToRead } from './constructs/resource.ts';
import type { Resource, SecretAction } from './constructs/resource.ts';
import { createSecret } from './constructs/secret.ts';
import { createSender } from './mail.ts';
import type { Sender } from './mail.ts';
import { createSignIn } from './sign-in.ts';
import type { SignIn } from './sign-in.ts';
import { createBallotsZone } from './zones/ballots.ts';
import type { BallotsZone } from './zones/ballots.ts';
import { createInvitationsZone } from './zones/invitations.ts';
import type { InvitationsZone } from './zones/invitations.ts';
import { createPoolZone } from './zones/pool.ts';
import type { PoolZone } from './zones/pool.ts';
import { createReportsZone } from './zones/reports.ts';
import type { ReportsZone } from './zones/reports.ts';
import { createSettingsZone } from './zones/settings.ts';
import type { SettingsZone } from './zones/settings.ts';

/** What must survive every deployment: the trust zones, the secrets, the sender's domain, the accounts. */
export class StatefulStack extends Stack {
  readonly invitations: InvitationsZone;
  readonly ballots: BallotsZone;
  readonly pool: PoolZone;
  readonly reports: ReportsZone;
  readonly settings: SettingsZone;
  /** Shared with the client information system, which signs its webhooks with it. */
  readonly webhookSecret: Resource<SecretAction>;
  /** Key of the MAC in a ticket. */
  readonly ticketsSecret: Resource<SecretAction>;
  /** Key of the HMAC that makes a context. */
  readonly contextsSecret: Resource<SecretAction>;
  readonly sender: Sender;
  readonly signIn: SignIn;

  constructor(scope: Construct, id: string, configuration: Configuration, props: StackProps) {
    super(scope, id, props);
    this.invitations = createInvitationsZone(this);
    this.ballots = createBallotsZone(this);
    this.pool = createPoolZone(this);
    this.reports = createReportsZone(this);
    this.settings = createSettingsZone(this);
    this.ticketsSecret = secretToRead(createSecret(this, 'TicketsSecret', 'Makes the MAC of a ticket'));
    this.contextsSecret = secretToRead(createSecret(this, 'ContextsSecret', 'Makes the HMAC of a context'));
    const webhookSecret = createSecret(
      this,
      'WebhookSecret',
      'Signs the webhooks of the client information system',
    );
    this.webhookSecret = secretToRead(webhookSecret);
    this.sender = createSender(this, configuration);
    this.signIn = createSignIn(this, configuration);
    new CfnOutput(this, 'WebhookSecretArn', {
      value: webhookSecret.secretArn,
      description: 'Hand its value to the client information system, with whsec_ in front',
    });
  }
}
