import { DynamoDBClient, ListTablesCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import {
  GetQueueAttributesCommand,
  ListQueuesCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Endpoints } from '../../local/endpoints.ts';

/** Everything that the system keeps, as somebody would have it who got hold of all of it. */
export type Dump = {
  /** Items by table name. */
  readonly tables: ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>;
  /** Bodies of messages by queue URL. */
  readonly queues: ReadonlyMap<string, readonly string[]>;
};

const asTool = { region: 'eu-north-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };

export async function dumpEverything({ dynamodb, sqs, region }: Endpoints): Promise<Dump> {
  const tables = new DynamoDBClient({ ...asTool, region, endpoint: dynamodb });
  const queues = new SQSClient({ ...asTool, region, endpoint: sqs });
  try {
    return { tables: await dumpTables(tables), queues: await dumpQueues(queues) };
  } finally {
    tables.destroy();
    queues.destroy();
  }
}

async function dumpTables(client: DynamoDBClient): Promise<Dump['tables']> {
  const { TableNames: names = [] } = await client.send(new ListTablesCommand({}));
  const tables = new Map<string, Record<string, unknown>[]>();
  for (const name of names) {
    const items: Record<string, unknown>[] = [];
    let startKey: Record<string, never> | undefined;
    do {
      const page = await client.send(new ScanCommand({ TableName: name, ExclusiveStartKey: startKey }));
      items.push(...(page.Items ?? []).map((item) => unmarshall(item)));
      startKey = page.LastEvaluatedKey as typeof startKey;
    } while (startKey !== undefined);
    tables.set(name, items);
  }
  return tables;
}

async function dumpQueues(client: SQSClient): Promise<Dump['queues']> {
  const { QueueUrls: urls = [] } = await client.send(new ListQueuesCommand({}));
  const queues = new Map<string, string[]>();
  for (const QueueUrl of urls) {
    const bodies: string[] = [];
    const { Attributes: attributes } = await client.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] }),
    );
    while (bodies.length < Number(attributes?.ApproximateNumberOfMessages ?? 0)) {
      const { Messages: messages = [] } = await client.send(
        new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
      );
      if (messages.length === 0) break;
      bodies.push(...messages.map(({ Body }) => Body ?? ''));
    }
    queues.set(QueueUrl, bodies);
  }
  return queues;
}

/** Every text and binary value of an item, however deep, binary ones in base64url. */
export function valuesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof Uint8Array) return [Buffer.from(value).toString('base64url')];
  if (Array.isArray(value)) return value.flatMap(valuesOf);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(valuesOf);
  return [];
}
