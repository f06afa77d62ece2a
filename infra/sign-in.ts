import { CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccountRecovery, Mfa, UserPool, UserPoolClient, UserPoolGroup } from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import type { Configuration } from './configuration.ts';
import { acknowledge } from './constructs/acknowledge.ts';

/** Who vouches for administrators and analysts: the issuer of their tokens, and what the tokens are for. */
export type SignIn = { readonly issuer: string; readonly audience: string };

const createUserPool = (scope: Construct): UserPool => {
  const pool = new UserPool(scope, 'UserPool', {
    signInAliases: { email: true },
    selfSignUpEnabled: false,
    mfa: Mfa.REQUIRED,
    mfaSecondFactor: { otp: true, sms: false },
    passwordPolicy: {
      minLength: 14,
      requireDigits: true,
      requireLowercase: true,
      requireUppercase: true,
      requireSymbols: true,
    },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  const reason =
    'Administrators are few, are made by hand and need a second factor. A paid tier would cost more than the rest.';
  acknowledge(pool, 'AwsSolutions-COG8', reason);
  return pool;
};

/** The configured issuer, or a Cognito user pool of our own when there is none. */
export const createSignIn = (scope: Construct, { oidcIssuer, oidcAudience }: Configuration): SignIn => {
  if (oidcIssuer !== undefined && oidcAudience !== undefined)
    return { issuer: oidcIssuer, audience: oidcAudience };
  const pool = createUserPool(scope);
  for (const groupName of ['admin', 'analyst']) {
    new UserPoolGroup(scope, `UserPoolGroup-${groupName}`, { userPool: pool, groupName });
  }
  const client = new UserPoolClient(scope, 'UserPoolClient', {
    userPool: pool,
    authFlows: { userSrp: true },
    disableOAuth: true,
    preventUserExistenceErrors: true,
  });
  new CfnOutput(scope, 'UserPoolId', { value: pool.userPoolId });
  new CfnOutput(scope, 'UserPoolClientId', { value: client.userPoolClientId });
  const { region, urlSuffix } = Stack.of(scope);
  const issuer = `https://cognito-idp.${region}.${urlSuffix}/${pool.userPoolId}`;
  return { issuer, audience: client.userPoolClientId };
};
