/** Sending to a queue: in batches that SQS takes, and once more for what it did not take, against a stubbed client. */
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, it, vi } from 'vitest';

vi.stubEnv('AWS_REGION', 'eu-north-1');
const { sendMessages } = await import('../../../shared/adapters/queues.ts');

const sqs = mockClient(SQSClient);
beforeEach(() => sqs.reset());

/** The bodies of each batch that was sent. */
const batches = (): string[][] =>
  sqs
    .commandCalls(SendMessageBatchCommand)
    .map(({ args: [{ input }] }) => (input.Entries ?? []).map(({ MessageBody }) => MessageBody ?? ''));
const bodies = (count: number): string[] => Array.from({ length: count }, (_, i) => `message ${i}`);
const failing = (...ids: string[]) => ({
  Failed: ids.map((Id) => ({ Id, Code: 'InternalError', SenderFault: false })),
});

it('sends nothing where there is nothing', async () => {
  await sendMessages('queue', []);
  expect(batches()).toEqual([]);
});

it('sends ten at most in a batch, each message once, with ids that differ', async () => {
  sqs.on(SendMessageBatchCommand).resolves({});
  await sendMessages('queue', bodies(101));
  expect(batches().map(({ length }) => length)).toEqual([...Array<number>(10).fill(10), 1]);
  expect(batches().flat().toSorted()).toEqual(bodies(101).toSorted());
  for (const { args } of sqs.commandCalls(SendMessageBatchCommand)) {
    expect(args[0].input.QueueUrl).toBe('queue');
    const ids = (args[0].input.Entries ?? []).map(({ Id }) => Id);
    expect(new Set(ids).size).toBe(ids.length);
  }
});

it('keeps a batch below its size, counted in bytes', async () => {
  sqs.on(SendMessageBatchCommand).resolves({});
  const large = 'ä'.repeat(45_000);
  await sendMessages('queue', [large, large, large, 'small']);
  expect(batches()).toEqual([
    [large, large],
    [large, 'small'],
  ]);
});

it('sends again, once, only what was not taken', async () => {
  sqs.on(SendMessageBatchCommand).resolvesOnce(failing('1', '3')).resolves({});
  await sendMessages('queue', bodies(5));
  expect(batches()).toEqual([bodies(5), ['message 1', 'message 3']]);
});

it('throws where a message is not taken the second time either', async () => {
  sqs.on(SendMessageBatchCommand).resolvesOnce(failing('1', '3')).resolvesOnce(failing('0')).resolves({});
  await expect(sendMessages('queue', bodies(5))).rejects.toThrow('did not take 1 message');
  expect(batches()).toHaveLength(2);
});

it('throws where the call itself fails', async () => {
  sqs.on(SendMessageBatchCommand).rejects(new Error('no such queue'));
  await expect(sendMessages('queue', bodies(1))).rejects.toThrow('no such queue');
});
