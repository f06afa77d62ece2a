import { createCipheriv, createDecipheriv, generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { KeyDescription } from '../template/model.ts';
import type { Backend } from '../wire/backend.ts';
import { answerWith, ServiceError } from '../wire/backend.ts';

const makeKeyPair = promisify(generateKeyPair);
const moduli: Record<string, number> = { RSA_2048: 2048, RSA_3072: 3072, RSA_4096: 4096 };

type Parameters = Record<string, unknown>;

export type Kms = {
  backend: Backend;
  /** ARN of the key that a call is about: the one it names, or the one that its ciphertext was made with. */
  keyOf: (parameters: Parameters) => string;
};

/**
 * KMS for exactly the calls that are used, with real cryptography and keys that live as long as the process. A
 * ciphertext is the key's index, a nonce, a tag and AES-256-GCM under that key, bound to the encryption context.
 */
export const createKms = (descriptions: KeyDescription[]): Kms => {
  const keys = descriptions.map((description) => ({ ...description, material: randomBytes(32) }));
  const indexOf = (id: string): number => {
    const index = keys.findIndex(
      ({ arn, keyId, aliases }) => arn === id || keyId === id || aliases.includes(id),
    );
    if (index < 0) throw new ServiceError('NotFoundException', `There is no key ${id}`);
    return index;
  };
  const keyAt = (index: number) => {
    const key = keys[index];
    if (key === undefined)
      throw new ServiceError('InvalidCiphertextException', 'The ciphertext names no key');
    return key;
  };

  const generateDataKeyPairWithoutPlaintext = async (parameters: Parameters): Promise<Parameters> => {
    const index = indexOf(String(parameters['KeyId']));
    const spec = String(parameters['KeyPairSpec']);
    const modulusLength = moduli[spec];
    if (modulusLength === undefined)
      throw new ServiceError('ValidationException', `No such key pair: ${spec}`);
    const { publicKey, privateKey } = await makeKeyPair('rsa', {
      modulusLength,
      publicKeyEncoding: { type: 'spki', format: 'der' },
      privateKeyEncoding: { type: 'pkcs8', format: 'der' },
    });
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', keyAt(index).material, nonce);
    cipher.setAAD(contextOf(parameters));
    const sealed = Buffer.concat([cipher.update(privateKey), cipher.final()]);
    return {
      KeyId: keyAt(index).arn,
      KeyPairSpec: spec,
      PublicKey: publicKey.toString('base64'),
      PrivateKeyCiphertextBlob: Buffer.concat([
        Buffer.of(index),
        nonce,
        cipher.getAuthTag(),
        sealed,
      ]).toString('base64'),
    };
  };

  const decrypt = (parameters: Parameters): Parameters => {
    const blob = Buffer.from(String(parameters['CiphertextBlob']), 'base64');
    const key = keyAt(blob[0] ?? -1);
    if (typeof parameters['KeyId'] === 'string' && keyAt(indexOf(parameters['KeyId'])) !== key) {
      throw new ServiceError('IncorrectKeyException', 'The ciphertext was made with another key');
    }
    try {
      const decipher = createDecipheriv('aes-256-gcm', key.material, blob.subarray(1, 13));
      decipher.setAAD(contextOf(parameters)).setAuthTag(blob.subarray(13, 29));
      const plain = Buffer.concat([decipher.update(blob.subarray(29)), decipher.final()]);
      return {
        KeyId: key.arn,
        Plaintext: plain.toString('base64'),
        EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      };
    } catch {
      throw new ServiceError(
        'InvalidCiphertextException',
        'The ciphertext or its encryption context is not right',
      );
    }
  };

  const backend = answerWith(async (operation, parameters) => {
    switch (operation) {
      case 'GenerateDataKeyPairWithoutPlaintext':
        return generateDataKeyPairWithoutPlaintext(parameters);
      case 'Decrypt':
        return decrypt(parameters);
      default:
        throw new ServiceError('UnsupportedOperationException', `KMS does not ${operation} locally`);
    }
  });
  const keyOf = (parameters: Parameters): string => {
    const id = parameters['KeyId'];
    if (typeof id === 'string') {
      return keys.find(({ arn, keyId, aliases }) => [arn, keyId, ...aliases].includes(id))?.arn ?? id;
    }
    return keys[Buffer.from(String(parameters['CiphertextBlob']), 'base64')[0] ?? -1]?.arn ?? '';
  };
  return { backend, keyOf };
};

/** The encryption context in one canonical form, whatever order its pairs come in. */
const contextOf = (parameters: Parameters): Buffer =>
  Buffer.from(JSON.stringify(Object.entries((parameters['EncryptionContext'] ?? {}) as Parameters).sort()));
