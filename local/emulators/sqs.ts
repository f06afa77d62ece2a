import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { forwardTo } from '../wire/backend.ts';
import type { Backend } from '../wire/backend.ts';
import type { Fauxqs } from './fauxqs.ts';

export type QueueDescription = {
  name: string;
  arn: string;
  redrive: { deadLetterTargetArn: string; maxReceiveCount: number } | undefined;
};

/** A message as an event source mapping hands it to a function. */
export type QueueMessage = {
  messageId: string;
  receiptHandle: string;
  body: string;
  md5OfBody: string;
  attributes: Record<string, string>;
  messageAttributes: Record<string, unknown>;
};

export type SqsLocal = {
  backend: Backend;
  send: (queue: string, body: string) => Promise<void>;
  receive: (queue: string, most: number) => Promise<QueueMessage[]>;
  remove: (queue: string, message: QueueMessage) => Promise<void>;
  /** Makes a message visible again at once. */
  giveBack: (queue: string, message: QueueMessage) => Promise<void>;
  /** Messages in the queue, in whatever state. */
  count: (queue: string) => number;
  close: () => void;
};

/** The queues of the template. What a function does not delete comes back, and goes to the dead letters in the end. */
export const createQueues = (
  { server, region, url }: Fauxqs,
  publicUrl: string,
  queues: QueueDescription[],
): SqsLocal => {
  /** Queue URLs as the emulator makes them up. Their hosts resolve nowhere, so nobody else gets to see them. */
  const urls = new Map<string, string>();
  // A queue can only point to dead letters that are there.
  const ordered = queues.toSorted(
    (a, b) => Number(a.redrive !== undefined) - Number(b.redrive !== undefined),
  );
  for (const { name, redrive } of ordered) {
    const attributes: Record<string, string> = redrive ? { RedrivePolicy: JSON.stringify(redrive) } : {};
    urls.set(name, server.createQueue(name, { region, attributes }).queueUrl);
  }
  const client = new SQSClient({
    endpoint: url,
    useQueueUrlAsEndpoint: false,
    region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const urlOf = (queue: string): string => {
    const found = urls.get(queue);
    if (found === undefined) throw new Error(`There is no queue ${queue}`);
    return found;
  };
  return {
    backend: translating(urls, publicUrl, forwardTo(url)),
    send: async (queue, body) => {
      await client.send(new SendMessageCommand({ QueueUrl: urlOf(queue), MessageBody: body }));
    },
    receive: async (queue, most) => {
      const received = await client.send(
        new ReceiveMessageCommand({
          QueueUrl: urlOf(queue),
          MaxNumberOfMessages: Math.min(most, 10),
          VisibilityTimeout: 43_200,
          MessageSystemAttributeNames: ['All'],
          MessageAttributeNames: ['All'],
        }),
      );
      return (received.Messages ?? []).map((message) => ({
        messageId: message.MessageId ?? '',
        receiptHandle: message.ReceiptHandle ?? '',
        body: message.Body ?? '',
        md5OfBody: message.MD5OfBody ?? '',
        attributes: message.Attributes ?? {},
        messageAttributes: Object.fromEntries(
          Object.entries(message.MessageAttributes ?? {}).map(([name, { StringValue, DataType }]) => [
            name,
            { stringValue: StringValue, dataType: DataType },
          ]),
        ),
      }));
    },
    remove: async (queue, { receiptHandle }) => {
      await client.send(new DeleteMessageCommand({ QueueUrl: urlOf(queue), ReceiptHandle: receiptHandle }));
    },
    giveBack: async (queue, { receiptHandle }) => {
      const parameters = { QueueUrl: urlOf(queue), ReceiptHandle: receiptHandle, VisibilityTimeout: 0 };
      await client.send(new ChangeMessageVisibilityCommand(parameters));
    },
    count: (queue) => {
      const { ready, delayed, inflight } = server.inspectQueue(queue)?.messages ?? {
        ...{ ready: [], delayed: [], inflight: [] },
      };
      return ready.length + delayed.length + inflight.length;
    },
    close: () => {
      client.destroy();
    },
  };
};

/** The emulator knows a queue by its own URL only; callers know it by the address that they reach it at. */
const translating =
  (urls: ReadonlyMap<string, string>, publicUrl: string, emulator: Backend): Backend =>
  async (request) => {
    const parameters = JSON.parse(request.body.toString() || '{}') as Record<string, unknown>;
    const name =
      typeof parameters['QueueUrl'] === 'string' ? parameters['QueueUrl'].split('/').at(-1) : undefined;
    const known = urls.get(name ?? '');
    const body =
      known === undefined ? request.body : Buffer.from(JSON.stringify({ ...parameters, QueueUrl: known }));
    const answer = await emulator({ ...request, body });
    if (!answer.body.includes('"QueueUrl')) return answer;
    const told = [...urls].reduce(
      (text, [queue, url]) =>
        text.replaceAll(JSON.stringify(url), JSON.stringify(`${publicUrl}/000000000000/${queue}`)),
      answer.body.toString(),
    );
    return { ...answer, body: Buffer.from(told) };
  };
