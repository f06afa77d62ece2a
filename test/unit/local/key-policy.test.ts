/**
 * The policy of the key that wraps the mix's keys is enforced here as KMS enforces it: whatever IAM grants, only the mix
 * unwraps. A policy that could not be enforced keeps the runner from starting.
 */
import { DecryptCommand, GenerateDataKeyPairWithoutPlaintextCommand, KMSClient } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKms } from '../../../local/emulators/kms.ts';
import { account, placeOf } from '../../../local/place.ts';
import { denialsOf } from '../../../local/template/key-policy.ts';
import { readTemplates } from '../../../local/template/read.ts';
import { synthesize } from '../../../local/template/synthesis.ts';
import { keysOf } from '../../../local/template/wiring.ts';
import type { Backend } from '../../../local/wire/backend.ts';
import { authorityIn } from '../../../local/wire/grants.ts';
import { policyDocumentSchema } from '../../../local/wire/iam.ts';
import { startWire } from '../../../local/wire/wire.ts';
import type { Wire } from '../../../local/wire/wire.ts';

const statements = (...given: unknown[]) =>
  policyDocumentSchema.parse({ Version: '2012-10-17', Statement: given }).Statement;

const region = 'eu-north-1';
// An issuer of our own spares the template a user pool, which this machine has none of.
const context = { oidcIssuer: 'http://127.0.0.1:1', oidcAudience: 'kuultu' };
const resources = readTemplates(synthesize(context), {
  ...{ region, account, sqs: 'http://127.0.0.1:2', api: 'http://127.0.0.1:3' },
});
const authority = authorityIn(resources);
const key = keysOf(resources).find(({ arn }) => arn.includes('MixWrappingKey'));

describe('over the wire', () => {
  let wire: Wire;
  let wrapped: Uint8Array | undefined;
  const clientOf = (caller: string) =>
    new KMSClient({
      ...{ endpoint: wire.addresses.kms, region, maxAttempts: 1 },
      credentials: { accessKeyId: caller, secretAccessKey: 'local' },
    });
  const unwrapAs = (caller: string) => clientOf(caller).send(new DecryptCommand({ CiphertextBlob: wrapped }));

  beforeAll(async () => {
    wire = await startWire();
    const kms = createKms(keysOf(resources));
    const absent: Backend = () => Promise.reject(new Error('Not there'));
    const backends = {
      dynamodb: absent,
      s3: absent,
      sqs: absent,
      ses: absent,
      secretsmanager: absent,
      events: absent,
    };
    wire.connect({
      place: placeOf(resources, region, kms),
      // As if every function had been granted everything, on every key of the account.
      authority: {
        ...authority,
        statementsOf: (caller) =>
          authority.principalOf(caller) === undefined
            ? undefined
            : statements({ Effect: 'Allow', Action: 'kms:*', Resource: '*' }),
      },
      backends: { ...backends, kms: kms.backend },
      crash: () => undefined,
    });
    const made = await clientOf('rotate-keys.1').send(
      new GenerateDataKeyPairWithoutPlaintextCommand({ KeyId: key?.arn, KeyPairSpec: 'RSA_2048' }),
    );
    wrapped = made.PrivateKeyCiphertextBlob;
  });
  afterAll(async () => {
    await wire.close();
  });

  it('lets the mix unwrap', async () => {
    expect((await unwrapAs('mix-responses.1')).Plaintext?.length).toBeGreaterThan(1000);
  });

  it.each(['rotate-keys.1', 'take-answers.1', 'publish-report.1', 'local'])('refuses %s', async (caller) => {
    await expect(unwrapAs(caller)).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('explicit deny in a resource-based policy') as string,
    });
  });
});

describe('a key policy', () => {
  const principal = { AWS: `arn:aws:iam::${account}:root` };
  const delegation = { Effect: 'Allow', Principal: principal, Action: 'kms:*', Resource: '*' };
  const denial = {
    ...{ Effect: 'Deny', Principal: { AWS: '*' }, Action: 'kms:Decrypt', Resource: '*' },
    Condition: { ArnNotEquals: { 'aws:PrincipalArn': `arn:aws:iam::${account}:role/mix` } },
  };

  it('is understood where it delegates to IAM and denies to all but some roles', () => {
    expect(denialsOf('Key', statements(delegation, denial))).toHaveLength(1);
    expect(denialsOf('Key', statements(delegation))).toEqual([]);
  });

  it.each([
    ['grants by itself', { ...delegation, Principal: { AWS: `arn:aws:iam::${account}:role/r` } }],
    ['delegates less than all', { ...delegation, Action: 'kms:Decrypt' }],
    ['delegates on a condition', { ...delegation, Condition: denial.Condition }],
    ['denies to somebody', { ...denial, Principal: principal }],
    ['asks what is not known here', { ...denial, Condition: { Bool: { 'aws:ViaAWSService': 'false' } } }],
  ])('that %s is refused', (_, strange) => {
    expect(() => denialsOf('Key', statements(delegation, strange))).toThrow(
      'does not understand the key policy of Key',
    );
  });

  it('that leaves nothing to IAM is refused', () => {
    expect(() => denialsOf('Key', statements(denial))).toThrow('does not leave grants to IAM');
  });
});
