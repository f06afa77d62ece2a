/** A secret is read once in a function's life; a read that failed is tried again by the next who needs it. */
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, it, vi } from 'vitest';

vi.stubEnv('AWS_REGION', 'eu-north-1');
const { readSecret } = await import('../../../shared/adapters/secrets.ts');

const secrets = mockClient(SecretsManagerClient);
beforeEach(() => secrets.reset());

it('is read once for all who ask, even at the same time', async () => {
  secrets.on(GetSecretValueCommand, { SecretId: 'once' }).resolves({ SecretString: 'value' });
  expect(await Promise.all([readSecret('once'), readSecret('once')])).toEqual(['value', 'value']);
  expect(await readSecret('once')).toBe('value');
  expect(secrets.commandCalls(GetSecretValueCommand)).toHaveLength(1);
});

it('is kept apart from others', async () => {
  secrets.on(GetSecretValueCommand, { SecretId: 'a' }).resolves({ SecretString: 'of a' });
  secrets.on(GetSecretValueCommand, { SecretId: 'b' }).resolves({ SecretString: 'of b' });
  expect([await readSecret('a'), await readSecret('b')]).toEqual(['of a', 'of b']);
});

it('is asked for again after a read that failed', async () => {
  secrets.on(GetSecretValueCommand).rejectsOnce(new Error('throttled')).resolves({ SecretString: 'value' });
  await expect(readSecret('flaky')).rejects.toThrow('throttled');
  expect(await readSecret('flaky')).toBe('value');
});

it('is not taken for text where it has none', async () => {
  secrets.on(GetSecretValueCommand).resolves({ SecretBinary: new Uint8Array([1]) });
  await expect(readSecret('binary')).rejects.toThrow('no string value');
});
