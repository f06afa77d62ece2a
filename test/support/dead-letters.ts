import {
  DeleteMessageCommand,
  ListQueuesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { System } from '../../local/system.ts';

/** Queues by what their names in the template begin with. */
export type QueueName = `${'StageEvents' | 'Send' | 'Deliveries'}${'Queue' | 'Dlq'}`;

const withQueues = async <Result>(
  { endpoints: { sqs, region } }: System,
  work: (client: SQSClient, urlOf: (name: QueueName) => string) => Promise<Result>,
): Promise<Result> => {
  const client = new SQSClient({
    endpoint: sqs,
    region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    useQueueUrlAsEndpoint: false,
  });
  try {
    const { QueueUrls: urls = [] } = await client.send(new ListQueuesCommand({}));
    return await work(client, (name) => {
      const url = urls.find((candidate) => candidate.includes(name));
      if (url === undefined) throw new Error(`there is no queue ${name}`);
      return url;
    });
  } finally {
    client.destroy();
  }
};

export const putMessage = (system: System, queue: QueueName, body: string): Promise<void> =>
  withQueues(system, async (client, urlOf) => {
    await client.send(new SendMessageCommand({ QueueUrl: urlOf(queue), MessageBody: body }));
  });

/**
 * The operator's way back: moves all messages from the dead letters to the queue that they came from. In the cloud
 * that is one call, StartMessageMoveTask, which the local emulator does not have; what it does is done here by hand.
 *
 * @returns the bodies of the messages that were moved
 */
export const redrive = (system: System, from: QueueName, to: QueueName): Promise<string[]> =>
  withQueues(system, async (client, urlOf) => {
    const moved: string[] = [];
    for (;;) {
      const { Messages: messages = [] } = await client.send(
        new ReceiveMessageCommand({ QueueUrl: urlOf(from), MaxNumberOfMessages: 10 }),
      );
      if (messages.length === 0) return moved;
      for (const { Body: body = '', ReceiptHandle } of messages) {
        await client.send(new SendMessageCommand({ QueueUrl: urlOf(to), MessageBody: body }));
        await client.send(new DeleteMessageCommand({ QueueUrl: urlOf(from), ReceiptHandle }));
        moved.push(body);
      }
    }
  });
