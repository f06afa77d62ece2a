import {
  DecryptCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateDataKeyPairCommand,
  KMSClient,
  KMSServiceException,
} from '@aws-sdk/client-kms';
import type { System } from '../../../local/system.ts';

/** What somebody asks of KMS under the credentials of a role. The wire judges each call by grants and key policies. */
export type Kms = {
  /** @returns the key that it was wrapped with, and what was wrapped; undefined where KMS refuses */
  readonly unwrap: (
    role: string,
    wrapped: Uint8Array,
    quarter: string,
  ) => Promise<{ readonly key: string; readonly plain: Uint8Array } | undefined>;
  /** Asks for what wraps a key that somebody knows, or hands one out in plain. @returns what was not refused */
  readonly wrapOwn: (role: string, key: string) => Promise<string[]>;
};

/** The role of the mix: the only one that may unwrap what answers are sealed to. */
export const mixRole = 'mix-responses';

/** Every role of the system, and somebody who may do everything in the account that no key's own policy denies. */
export const rolesOf = ({ grants }: System): string[] => [...grants.keys(), 'administrator'];

export function kmsOf({ wire, endpoints: { region } }: System): Kms {
  const clients = new Map<string, KMSClient>();
  const as = (role: string): KMSClient => {
    const credentials = { accessKeyId: role, secretAccessKey: 'local' };
    const client = clients.get(role) ?? new KMSClient({ region, credentials, endpoint: wire.addresses.kms });
    clients.set(role, client);
    return client;
  };
  return {
    unwrap: async (role, wrapped, quarter) => {
      const command = new DecryptCommand({ CiphertextBlob: wrapped, EncryptionContext: { quarter } });
      const { KeyId: key, Plaintext: plain } = (await unlessRefused(as(role).send(command))) ?? {};
      return key === undefined || plain === undefined ? undefined : { key, plain };
    },
    wrapOwn: async (role, key) => {
      const acts = {
        Encrypt: () => as(role).send(new EncryptCommand({ KeyId: key, Plaintext: new Uint8Array(64) })),
        GenerateDataKey: () => as(role).send(new GenerateDataKeyCommand({ KeyId: key, KeySpec: 'AES_256' })),
        GenerateDataKeyPair: () =>
          as(role).send(new GenerateDataKeyPairCommand({ KeyId: key, KeyPairSpec: 'RSA_3072' })),
      };
      const tried = await Promise.all(
        Object.entries(acts).map(async ([act, ask]) => ((await isDenied(ask())) ? [] : [act])),
      );
      return tried.flat();
    },
  };
}

/** @returns undefined where KMS denies it, or finds nothing to unwrap. Anything else is no refusal. */
async function unlessRefused<Answer>(asked: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof KMSServiceException && error.$fault === 'client') return undefined;
    throw error;
  }
}

/** Whether it is not allowed. What is allowed may still fail here: the local KMS knows few operations. */
async function isDenied(asked: Promise<unknown>): Promise<boolean> {
  try {
    await asked;
    return false;
  } catch (error) {
    if (error instanceof KMSServiceException) return error.name === 'AccessDeniedException';
    throw error;
  }
}
