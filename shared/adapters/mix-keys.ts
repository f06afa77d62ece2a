import { GetItemCommand, ScanCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { DecryptCommand, GenerateDataKeyPairWithoutPlaintextCommand, KMSClient } from '@aws-sdk/client-kms';
import { createPrivateKey, type KeyObject } from 'node:crypto';
import * as z from 'zod';
import { quarterSchema, type Quarter } from '../domain/calendar/month.ts';
import { collectPages, dynamodb, fromItem, putOnce, toItem } from './dynamodb.ts';

const kms = new KMSClient({});

const mixKeySchema = z.object({
  id: quarterSchema,
  /** SPKI, DER. */
  publicKey: z.instanceof(Uint8Array),
  /** Gone once the quarter has been mixed: what was sealed for it can't be read any more. */
  wrappedPrivateKey: z.instanceof(Uint8Array).optional(),
});
/** The mix's key pair of one quarter. */
export type MixKey = z.infer<typeof mixKeySchema>;

/** @returns undefined where there is none yet */
export async function readMixKey(table: string, quarter: Quarter): Promise<MixKey | undefined> {
  const { Item: item } = await dynamodb.send(
    new GetItemCommand({ TableName: table, Key: toItem({ id: quarter }) }),
  );
  return item && mixKeySchema.parse(fromItem(item));
}

/** Every quarter's key, earliest first. */
export async function readMixKeys(table: string): Promise<MixKey[]> {
  const items = await collectPages((startKey) =>
    dynamodb.send(new ScanCommand({ TableName: table, ConsistentRead: true, ExclusiveStartKey: startKey })),
  );
  return items.map((item) => mixKeySchema.parse(item)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * Makes a quarter's key pair. KMS hands the private key out wrapped only, bound to the quarter: nobody has it in
 * plain until the mix asks for it.
 *
 * @param wrappingKey ARN of the KMS key
 */
export async function createMixKey(table: string, wrappingKey: string, quarter: Quarter): Promise<void> {
  const pair = await kms.send(
    new GenerateDataKeyPairWithoutPlaintextCommand({
      KeyId: wrappingKey,
      KeyPairSpec: 'RSA_3072',
      EncryptionContext: { quarter },
    }),
  );
  const key = mixKeySchema.parse({
    id: quarter,
    publicKey: pair.PublicKey,
    wrappedPrivateKey: pair.PrivateKeyCiphertextBlob,
  });
  // Where another run was first, answers may be sealed to its key already, so ours is the one to forget.
  await putOnce(table, toItem(key));
}

/** Unwraps a quarter's private key. Only the mix may. */
export async function unwrapMixKey(
  wrappingKey: string,
  { id, wrappedPrivateKey }: MixKey,
): Promise<KeyObject> {
  const { Plaintext: der } = await kms.send(
    new DecryptCommand({
      KeyId: wrappingKey,
      CiphertextBlob: wrappedPrivateKey,
      EncryptionContext: { quarter: id },
    }),
  );
  if (der === undefined) throw new Error(`the private key of ${id} could not be unwrapped`);
  return createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' });
}

/** Destroys a quarter's private key. What was sealed for it is noise from now on. */
export async function destroyMixKey(table: string, quarter: Quarter): Promise<void> {
  await dynamodb.send(
    new UpdateItemCommand({
      TableName: table,
      Key: toItem({ id: quarter }),
      UpdateExpression: 'REMOVE wrappedPrivateKey',
      ConditionExpression: 'attribute_exists(id)',
    }),
  );
}
