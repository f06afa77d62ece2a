import {
  DecryptCommand,
  GenerateDataKeyPairWithoutPlaintextCommand,
  InvalidCiphertextException,
  KMSClient,
  type DecryptCommandInput,
  type GenerateDataKeyPairWithoutPlaintextCommandInput,
} from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';
import { createPublicKey, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';

type Wrapped = { readonly keyId: string | undefined; readonly context: string; readonly key: KeyObject };

const moduli: Readonly<Record<string, number>> = { RSA_2048: 2048, RSA_3072: 3072 };

/** One pair of each length for a whole test file: to make one takes longer than everything else. */
const pairs = new Map<string, KeyObject>();

function pairOf(spec: string): KeyObject {
  const modulusLength = moduli[spec];
  if (modulusLength === undefined) throw new Error(`the fake does not make ${spec}`);
  const key = pairs.get(spec) ?? generateKeyPairSync('rsa', { modulusLength }).privateKey;
  pairs.set(spec, key);
  return key;
}

/** KMS as far as the adapters use it: what it wraps, it unwraps with the same key for the same encryption context only. */
export class FakeKms {
  /** Operation and encryption context of each call, in order. */
  readonly calls: string[] = [];
  readonly #wrapped = new Map<string, Wrapped>();

  /** @param around runs each call, and may refuse it before or after it took effect */
  constructor(around: <T>(call: () => T) => T = (call) => call()) {
    const mock = mockClient(KMSClient);
    mock.on(DecryptCommand).callsFake((input: DecryptCommandInput) => around(() => this.#unwrap(input)));
    mock
      .on(GenerateDataKeyPairWithoutPlaintextCommand)
      .callsFake((input: GenerateDataKeyPairWithoutPlaintextCommandInput) =>
        around(() => this.#makePair(input)),
      );
  }

  /** A private key as KMS hands it out. */
  wrap(
    keyId: string | undefined,
    context: Readonly<Record<string, string>> | undefined,
    key: KeyObject,
  ): Uint8Array {
    const blob = randomBytes(24);
    this.#wrapped.set(blob.toString('hex'), { keyId, context: JSON.stringify(context), key });
    return new Uint8Array(blob);
  }

  #makePair(input: GenerateDataKeyPairWithoutPlaintextCommandInput) {
    const { KeyId, KeyPairSpec = '', EncryptionContext } = input;
    this.calls.push(`make ${KeyPairSpec} under ${KeyId ?? ''} for ${EncryptionContext?.['quarter'] ?? ''}`);
    const key = pairOf(KeyPairSpec);
    return {
      PublicKey: spkiOf(key),
      PrivateKeyCiphertextBlob: this.wrap(KeyId, EncryptionContext, key),
    };
  }

  #unwrap({ KeyId, CiphertextBlob, EncryptionContext }: DecryptCommandInput) {
    this.calls.push(`unwrap under ${KeyId ?? ''} for ${EncryptionContext?.['quarter'] ?? ''}`);
    const wrapped = this.#wrapped.get(Buffer.from(CiphertextBlob ?? []).toString('hex'));
    if (wrapped?.keyId !== KeyId || wrapped?.context !== JSON.stringify(EncryptionContext))
      throw new InvalidCiphertextException({ message: 'The ciphertext is not right', $metadata: {} });
    return { Plaintext: new Uint8Array(wrapped.key.export({ format: 'der', type: 'pkcs8' })) };
  }
}

/** The public half as tables keep it. */
export const spkiOf = (key: KeyObject): Uint8Array =>
  new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' }));
