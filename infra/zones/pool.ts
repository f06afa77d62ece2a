import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { tableAlone, wrappingKey } from '../constructs/resource.ts';
import type { KeyAction, Resource, TableAction } from '../constructs/resource.ts';
import { createTable } from '../constructs/table.ts';

/** Sealed answers, and the keys that open them once their period has closed. */
export type PoolZone = {
  readonly table: Resource<TableAction>;
  readonly mixKeysTable: Resource<TableAction>;
  /** Wraps the mix's private key of each quarter. */
  readonly mixWrappingKey: Resource<KeyAction>;
  /** Name of the one role that may unwrap: that of mix-responses. */
  readonly mixRoleName: string;
};

/**
 * Denies unwrapping to all but one role, whatever IAM grants: a key's policy otherwise lets in whoever may decrypt with
 * every key of the account. Wrapping anew with another key would be a way around. The policy knows the role by its
 * name, so it can be there before the role is. Whoever may change the policy can still change it, on record.
 */
const onlyFor = (mixRoleArn: string): PolicyStatement =>
  new PolicyStatement({
    sid: 'OnlyTheMixUnwraps',
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions: ['kms:Decrypt', 'kms:ReEncryptFrom'],
    resources: ['*'],
    conditions: { ArnNotEquals: { 'aws:PrincipalArn': mixRoleArn } },
  });

const createWrappingKey = (scope: Construct, mixRoleName: string): Key => {
  const key = new Key(scope, 'MixWrappingKey', {
    description: 'Wraps the private key of each quarter, which only mix-responses unwraps',
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  const role = { service: 'iam', region: '', resource: 'role', resourceName: mixRoleName };
  key.addToResourcePolicy(onlyFor(Stack.of(scope).formatArn(role)));
  return key;
};

export const createPoolZone = (scope: Construct): PoolZone => {
  // Roles belong to the account as a whole, so the name tells the region.
  const mixRoleName = `kuultu-mix-responses-${Stack.of(scope).region}`;
  return {
    // Restores to successive seconds would tell when each answer was given.
    table: tableAlone(createTable(scope, 'PoolTable', 'soleKey', 'unrecoverable')),
    // A private key destroyed at the close of its period must not come back.
    mixKeysTable: tableAlone(createTable(scope, 'MixKeysTable', 'soleKey', 'unrecoverable')),
    mixWrappingKey: wrappingKey(createWrappingKey(scope, mixRoleName)),
    mixRoleName,
  };
};
