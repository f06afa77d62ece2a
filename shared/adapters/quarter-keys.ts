import { GetItemCommand, ScanCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { DecryptCommand, GenerateDataKeyPairWithoutPlaintextCommand, KMSClient } from '@aws-sdk/client-kms';
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import * as z from 'zod';
import { quarterSchema, type Quarter } from '../domain/calendar/month.ts';
import { collectPages, dynamodb, fromItem, putOnce, toItem } from './dynamodb.ts';

const kms = new KMSClient({});

const quarterKeySchema = z.object({
  id: quarterSchema,
  /** SPKI, DER. */
  publicKey: z.instanceof(Uint8Array),
  /** Gone once nobody needs it any more: what was sealed for it can't be read, and it signs nothing. */
  wrappedPrivateKey: z.instanceof(Uint8Array).optional(),
});
/** A key pair of one quarter: the mix's, or the one that signs ballots. Each kind has a table of its own. */
export type QuarterKey = z.infer<typeof quarterKeySchema>;

/** @returns undefined where there is none */
export async function readQuarterKey(table: string, quarter: Quarter): Promise<QuarterKey | undefined> {
  const { Item: item } = await dynamodb.send(
    new GetItemCommand({ TableName: table, Key: toItem({ id: quarter }) }),
  );
  return item && quarterKeySchema.parse(fromItem(item));
}

/** Every quarter's key, earliest first. */
export async function readQuarterKeys(table: string): Promise<QuarterKey[]> {
  const items = await collectPages((startKey) =>
    dynamodb.send(new ScanCommand({ TableName: table, ConsistentRead: true, ExclusiveStartKey: startKey })),
  );
  return items.map((item) => quarterKeySchema.parse(item)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Where key pairs of a kind are kept, what wraps them, and how long their modulus is. */
export type KeyRing = {
  readonly table: string;
  /** ARN of the KMS key. */
  readonly wrappingKey: string;
  readonly spec: 'RSA_2048' | 'RSA_3072';
};

/**
 * Makes a quarter's key pair. KMS hands the private key out wrapped only, bound to the quarter: nobody has it in
 * plain until the one role asks for it that may.
 */
export async function createQuarterKey(
  { table, wrappingKey, spec }: KeyRing,
  quarter: Quarter,
): Promise<void> {
  const pair = await kms.send(
    new GenerateDataKeyPairWithoutPlaintextCommand({
      KeyId: wrappingKey,
      KeyPairSpec: spec,
      EncryptionContext: { quarter },
    }),
  );
  const key = quarterKeySchema.parse({
    id: quarter,
    publicKey: pair.PublicKey,
    wrappedPrivateKey: pair.PrivateKeyCiphertextBlob,
  });
  // Where another run was first, its key may be in use already, so ours is the one to forget.
  await putOnce(table, toItem(key));
}

/**
 * Unwraps a quarter's private key.
 *
 * @param wrappingKey ARN of the KMS key
 * @throws where it is not the one to the public key: somebody has put another there for people to use
 */
export async function unwrapQuarterKey(
  wrappingKey: string,
  { id, publicKey, wrappedPrivateKey }: QuarterKey,
): Promise<KeyObject> {
  const { Plaintext: der } = await kms.send(
    new DecryptCommand({
      KeyId: wrappingKey,
      CiphertextBlob: wrappedPrivateKey,
      EncryptionContext: { quarter: id },
    }),
  );
  if (der === undefined) throw new Error(`the private key of ${id} could not be unwrapped`);
  const privateKey = createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' });
  const ofPublic = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  if (!ofPublic.equals(publicKey)) throw new Error(`the two halves of the key of ${id} do not fit`);
  return privateKey;
}

/** Destroys a quarter's private key. What was sealed for it is noise from now on, and it signs nothing more. */
export async function destroyQuarterKey(table: string, quarter: Quarter): Promise<void> {
  await dynamodb.send(
    new UpdateItemCommand({
      TableName: table,
      Key: toItem({ id: quarter }),
      UpdateExpression: 'REMOVE wrappedPrivateKey',
      ConditionExpression: 'attribute_exists(id)',
    }),
  );
}
