import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { contextName } from '../../shared/adapters/crypto/contexts.ts';
import { seal } from '../../shared/adapters/crypto/seal.ts';
import type { Context } from '../../shared/domain/context.ts';
import { quarterOf } from '../../shared/domain/calendar/month.ts';
import { context } from './answers.ts';
import { DeadlyCalls } from './deadly-calls.ts';
import { FakeDynamoDb } from './dynamodb-fake.ts';
import { FakeKms, spkiOf } from './fake-kms.ts';

/** What the mix is told of its surroundings. */
export const mixEnvironment = {
  AWS_REGION: 'eu-north-1',
  POOL_TABLE: 'pool',
  MIX_KEYS_TABLE: 'mix-keys',
  MIX_WRAPPING_KEY_ARN: 'arn:mix-wrapping',
  SETTINGS_TABLE: 'settings',
  CONTEXTS_SECRET_ARN: 'arn:contexts',
  REPORTS_TABLE: 'reports',
};

const contextsKey = 'the contexts key of these tests';

/** Shorter than the mix's own, so that tests open many envelopes. One for all quarters: to make one takes long. */
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

type Given = {
  readonly month?: string;
  readonly context?: Partial<Context>;
  readonly answers?: Readonly<Record<string, unknown>>;
};

/** A pool with real envelopes, and all that the mix needs to open them, in memory. */
export class Mixing {
  readonly dynamodb: FakeDynamoDb;
  readonly kms: FakeKms;

  /** @param calls of which one may go wrong */
  constructor(calls = new DeadlyCalls()) {
    this.dynamodb = new FakeDynamoDb(calls.around);
    this.kms = new FakeKms(calls.around);
    mockClient(SecretsManagerClient).on(GetSecretValueCommand).resolves({ SecretString: contextsKey });
  }

  /** Makes the key of a quarter, as rotate-keys has left it. */
  addKey(quarter: string): void {
    const wrappedPrivateKey = this.kms.wrap('arn:mix-wrapping', { quarter }, privateKey);
    this.dynamodb.seed('mix-keys', { id: quarter, publicKey: spkiOf(privateKey), wrappedPrivateKey });
  }

  hasKey(quarter: string): boolean {
    return this.dynamodb
      .items('mix-keys')
      .some(({ id, wrappedPrivateKey }) => id === quarter && wrappedPrivateKey !== undefined);
  }

  /** Puts an answer into the pool under a context that send-request has registered. */
  answer({ context: changes, ...given }: Given = {}): void {
    const asked = context({ questionSet: 'family', ...changes });
    const name = contextName(contextsKey, asked);
    this.dynamodb.seed('settings', { pk: 'CONTEXTS', sk: name, context: asked });
    this.answerUnder(name, given);
  }

  /** Puts an answer into the pool under the name of a context, whether there is one or not. */
  answerUnder(
    name: string,
    { month = '2026-02', answers = { heard: 4 } }: Omit<Given, 'context'> = {},
  ): void {
    this.pool(seal(spkiOf(privateKey), JSON.stringify({ context: name, answers })), month);
  }

  /** Puts anything into the pool. */
  pool(sealed: Uint8Array, month = '2026-02'): void {
    if (!this.hasKey(quarterOf(month))) this.addKey(quarterOf(month));
    this.dynamodb.seed('pool', { id: randomBytes(32).toString('base64url'), month, sealed });
  }

  seal(text: string): Buffer {
    return seal(spkiOf(privateKey), text);
  }
}
