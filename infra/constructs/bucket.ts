import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

/** As long as a table can be restored for. */
const recoverableFor = Duration.days(35);

/**
 * Denies everybody to write but under a name that is free: nobody changes what is there, whatever IAM grants. An upload in
 * parts and a copy cannot say so, and are denied with it. Whoever may change the policy can still change it, on record.
 */
const onlyUnderAFreeName = (bucket: Bucket): PolicyStatement =>
  new PolicyStatement({
    sid: 'NothingIsOverwritten',
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions: ['s3:PutObject'],
    resources: [bucket.arnForObjects('*')],
    conditions: { Null: { 's3:if-none-match': 'true' } },
  });

/**
 * A private bucket of objects that are written once, which outlives its stack. What somebody deletes by mistake can be
 * brought back, as in a table; there are no other versions, since nothing is overwritten.
 */
export const createBucket = (scope: Construct, id: string): Bucket => {
  const bucket = new Bucket(scope, id, {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    versioned: true,
    lifecycleRules: [{ noncurrentVersionExpiration: recoverableFor }],
    removalPolicy: RemovalPolicy.RETAIN,
  });
  bucket.addToResourcePolicy(onlyUnderAFreeName(bucket));
  // A bucket that is left without its stack stays as it is protected.
  bucket.policy?.applyRemovalPolicy(RemovalPolicy.RETAIN);
  acknowledge(
    bucket,
    'AwsSolutions-S1',
    'Only functions get at it, and their logs tell of every failure. A log of who read which release when would serve nobody.',
  );
  return bucket;
};
