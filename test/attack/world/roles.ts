import { DecryptCommand, KMSClient, KMSServiceException } from '@aws-sdk/client-kms';
import type { System } from '../../../local/system.ts';

/** Asks KMS to unwrap something. @returns undefined where it refuses */
export type Unwrap = (role: string, wrapped: Uint8Array, quarter: string) => Promise<Uint8Array | undefined>;

/** The role of the mix: the only one that may unwrap. */
export const mixRole = 'mix-responses';

/** Every role of the system, and somebody who may do everything in the account that no key's own policy denies. */
export const rolesOf = ({ grants }: System): string[] => [...grants.keys(), 'administrator'];

/** Acts under the credentials of roles. The wire judges each call by the template's grants and key policies. */
export const actingAs = ({ wire, endpoints: { region } }: System): Unwrap => {
  const clients = new Map<string, KMSClient>();
  return async (role, wrapped, quarter) => {
    const credentials = { accessKeyId: role, secretAccessKey: 'local' };
    const client = clients.get(role) ?? new KMSClient({ region, credentials, endpoint: wire.addresses.kms });
    clients.set(role, client);
    try {
      const command = new DecryptCommand({ CiphertextBlob: wrapped, EncryptionContext: { quarter } });
      return (await client.send(command)).Plaintext;
    } catch (error) {
      // Denied, or no ciphertext at all. Anything else is no refusal.
      if (error instanceof KMSServiceException && error.$fault === 'client') return undefined;
      throw error;
    }
  };
};
