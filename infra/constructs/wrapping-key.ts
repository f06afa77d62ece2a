import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { wrappingKey } from './resource.ts';
import type { KeyAction, Resource } from './resource.ts';

export type WrappingKey = {
  readonly key: Resource<KeyAction>;
  /** Name of the one role that may unwrap with it. */
  readonly unwrapperRoleName: string;
};

/**
 * Denies unwrapping to all but one role, whatever IAM grants: a key's policy otherwise lets in whoever may decrypt with
 * every key of the account. Wrapping anew with another key would be a way around. The policy knows the role by its
 * name, so it can be there before the role is. Whoever may change the policy can still change it, on record.
 */
const onlyFor = (roleArn: string): PolicyStatement =>
  new PolicyStatement({
    sid: 'OnlyOneRoleUnwraps',
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions: ['kms:Decrypt', 'kms:ReEncryptFrom'],
    resources: ['*'],
    conditions: { ArnNotEquals: { 'aws:PrincipalArn': roleArn } },
  });

/**
 * Nobody hands KMS a private key to wrap, or has one handed out in plain: whatever can be unwrapped was made by KMS and
 * has been seen by nobody. Otherwise whoever may write an item could plant a key pair that they know.
 */
const nobodyBringsKeys = (): PolicyStatement =>
  new PolicyStatement({
    sid: 'NobodyBringsKeys',
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions: ['kms:Encrypt', 'kms:GenerateDataKey', 'kms:GenerateDataKeyPair', 'kms:ReEncryptTo'],
    resources: ['*'],
  });

/** A KMS key that wraps private keys. @param unwrapper folder of the one function that may unwrap them */
export const createWrappingKey = (
  scope: Construct,
  id: string,
  unwrapper: string,
  description: string,
): WrappingKey => {
  // Roles belong to the account as a whole, so the name tells the region.
  const unwrapperRoleName = `kuultu-${unwrapper}-${Stack.of(scope).region}`;
  const key = new Key(scope, id, {
    description,
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  const role = { service: 'iam', region: '', resource: 'role', resourceName: unwrapperRoleName };
  key.addToResourcePolicy(onlyFor(Stack.of(scope).formatArn(role)));
  key.addToResourcePolicy(nobodyBringsKeys());
  return { key: wrappingKey(key), unwrapperRoleName };
};
