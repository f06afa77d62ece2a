import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

const client = new SecretsManagerClient({});
const known = new Map<string, Promise<string>>();

/**
 * Reads a secret once in a function's life. A read that failed is not remembered.
 *
 * @param arn of a Secrets Manager secret with a string value
 */
export function readSecret(arn: string): Promise<string> {
  const value = known.get(arn) ?? fetchSecret(arn);
  known.set(arn, value);
  value.catch(() => known.delete(arn));
  return value;
}

async function fetchSecret(arn: string): Promise<string> {
  const { SecretString: value } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
  if (value === undefined) throw new Error('the secret has no string value');
  return value;
}
