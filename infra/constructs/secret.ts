import { RemovalPolicy } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

/** Length in characters: 44 alphanumerics hold 261 bits, and are valid base64 of 33 bytes. */
const secretLength = 44;

/** A generated secret that nobody has ever seen, and that outlives its stack. */
export const createSecret = (scope: Construct, id: string, description: string): Secret => {
  const secret = new Secret(scope, id, {
    description,
    generateSecretString: { passwordLength: secretLength, excludePunctuation: true },
    removalPolicy: RemovalPolicy.RETAIN,
  });
  acknowledge(
    secret,
    'AwsSolutions-SMG4',
    'It keys MACs that outlive any rotation: mailed tickets, the contact ledger, the webhooks of another system.',
  );
  return secret;
};
