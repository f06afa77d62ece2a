import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import type { StageEventDocument } from './client-information-system.ts';

export type WebhookTarget = {
  /** Origin of the API, without a path. */
  readonly api: string;
  /** `whsec_` and the key in base64. */
  readonly secret: string;
  /** Epoch milliseconds that go into the timestamp. Signatures are judged by the system's clock. */
  readonly now: () => number;
};

/** What the system said to one post: its body lists a receipt for each event. */
export type WebhookAnswer = { readonly status: number; readonly body: unknown };

/** A post that was refused, or that got no usable answer after all its tries. */
export class WebhookRefused extends Error {
  readonly status: number;
  readonly body: string;

  constructor(status: number, body: string) {
    super(`the events were refused with ${status}: ${body.slice(0, 300)}`);
    this.name = 'WebhookRefused';
    this.status = status;
    this.body = body;
  }
}

const path = '/v1/events';
const eventsMax = 500;
/** The contract's 1 MB, less the brackets of the batch. */
const bytesMax = 1_000_000 - 2;
const triesMax = 7;
const firstPauseMs = 200;

/**
 * Posts one event by itself, as `application/cloudevents+json`.
 *
 * @throws WebhookRefused when the system does not take it
 */
export const postEvent = (target: WebhookTarget, event: StageEventDocument): Promise<WebhookAnswer> =>
  post(target, 'application/cloudevents+json', JSON.stringify(event));

/**
 * Posts events in as few batches as the contract allows, one after the other, so that they arrive in order.
 *
 * @returns an answer per batch
 * @throws WebhookRefused when the system does not take a batch; those before it have been taken
 */
export async function postEvents(
  target: WebhookTarget,
  events: Iterable<StageEventDocument>,
): Promise<WebhookAnswer[]> {
  const answers: WebhookAnswer[] = [];
  for (const batch of batchesOf(events))
    answers.push(await post(target, 'application/cloudevents-batch+json', batch));
  return answers;
}

/** Bodies of batches, each within the limits of number and size. */
export function* batchesOf(events: Iterable<StageEventDocument>): Generator<string, void, void> {
  let batch: string[] = [];
  let bytes = 0;
  for (const event of events) {
    const text = JSON.stringify(event);
    const eventBytes = Buffer.byteLength(text) + 1;
    if (batch.length === eventsMax || bytes + eventBytes > bytesMax) {
      yield `[${batch.join(',')}]`;
      batch = [];
      bytes = 0;
    }
    batch.push(text);
    bytes += eventBytes;
  }
  if (batch.length > 0) yield `[${batch.join(',')}]`;
}

/** Throttling and faults pass: the same message is sent again, later and later, under its own id. */
async function post(target: WebhookTarget, contentType: string, body: string): Promise<WebhookAnswer> {
  const id = `msg_${randomUUID()}`;
  for (let tried = 1; ; tried += 1) {
    const answer = await postOnce(target, id, contentType, body);
    if (answer.ok) return { status: answer.status, body: JSON.parse(answer.text) };
    const mayPass = answer.status === 429 || answer.status >= 500;
    if (!mayPass || tried === triesMax) throw new WebhookRefused(answer.status, answer.text);
    await pause(firstPauseMs * 2 ** (tried - 1));
  }
}

async function postOnce(
  { api, secret, now }: WebhookTarget,
  id: string,
  contentType: string,
  body: string,
): Promise<{ ok: boolean; status: number; text: string }> {
  const timestamp = new Date(now());
  const response = await fetch(new URL(path, api), {
    method: 'POST',
    headers: {
      'content-type': contentType,
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(timestamp.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, timestamp, body),
    },
    body,
  });
  return { ok: response.ok, status: response.status, text: await response.text() };
}
