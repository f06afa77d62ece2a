/**
 * Shows that the bucket of large releases is closed to the world, speaks TLS only, lets nobody change what is there, and
 * can give back what was deleted for as long as a table can. Who may put and read there: grants.test.ts.
 */
import { expect, test } from 'vitest';
import { system } from './template.ts';
import { at, items } from './template-resource.ts';

const bucket = system.one('AWS::S3::Bucket');
const policy = system.one('AWS::S3::BucketPolicy');
const statements = policy.items('PolicyDocument', 'Statement').map((statement) => ({
  effect: at(statement, 'Effect'),
  principal: at(statement, 'Principal'),
  actions: items(at(statement, 'Action')),
  resources: items(at(statement, 'Resource')).map((resource) => system.readable(resource)),
  condition: at(statement, 'Condition'),
}));
const everybody = { effect: 'Deny', principal: { AWS: '*' } };

test('nothing in it is public, and there are no ACLs by which it could become so', () => {
  expect(bucket.at('PublicAccessBlockConfiguration')).toEqual({
    BlockPublicAcls: true,
    BlockPublicPolicy: true,
    IgnorePublicAcls: true,
    RestrictPublicBuckets: true,
  });
  expect(bucket.at('OwnershipControls', 'Rules')).toEqual([{ ObjectOwnership: 'BucketOwnerEnforced' }]);
  expect(bucket.properties).not.toHaveProperty('AccessControl');
  expect(bucket.properties).not.toHaveProperty('WebsiteConfiguration');
  expect(bucket.properties).not.toHaveProperty('CorsConfiguration');
});

test('its policy allows nothing: it denies whoever comes without TLS, and whoever would write over an object', () => {
  expect(policy.text('Bucket', 'Ref')).toBe(bucket.id);
  expect(statements).toEqual([
    {
      ...everybody,
      actions: ['s3:*'],
      resources: ['ReleasesBucket', 'ReleasesBucket/*'],
      condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
    {
      ...everybody,
      actions: ['s3:PutObject'],
      resources: ['ReleasesBucket/*'],
      condition: { Null: { 's3:if-none-match': 'true' } },
    },
  ]);
});

test('it is encrypted, and by no key that could be lost', () => {
  expect(bucket.at('BucketEncryption', 'ServerSideEncryptionConfiguration')).toEqual([
    { ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } },
  ]);
});

test('what is deleted can be brought back for 35 days, and what is not deleted never expires', () => {
  expect(bucket.at('VersioningConfiguration')).toEqual({ Status: 'Enabled' });
  expect(bucket.at('LifecycleConfiguration')).toEqual({
    Rules: [{ Status: 'Enabled', NoncurrentVersionExpiration: { NoncurrentDays: 35 } }],
  });
});

test('nothing keeps a record of who read what, is told of it, or copies it elsewhere', () => {
  for (const name of [
    'LoggingConfiguration',
    'NotificationConfiguration',
    'ReplicationConfiguration',
    'InventoryConfigurations',
    'AnalyticsConfigurations',
  ])
    expect(bucket.properties).not.toHaveProperty(name);
});
