import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { System } from '../../local/system.ts';
import { faultsOf } from './api-document.ts';
import { eventDocument, recipient } from './stage-events.ts';

/** One post of a client information system, right in everything that is left out. */
export type Delivery = {
  readonly body: string;
  readonly contentType?: string;
  /** The message's id; a fresh one when left out. */
  readonly id?: string;
  /** Epoch milliseconds at which it says it was signed; the system's time when left out. */
  readonly signedAt?: number;
  /** The secret that it is signed with; the system's own when left out. */
  readonly secret?: string;
  /** Headers that come in place of the right ones. */
  readonly headers?: Readonly<Record<string, string>>;
};

/** What an API answered. The body is read as JSON. */
export type Answered = { readonly status: number; readonly contentType: string; readonly body: unknown };

export const single = 'application/cloudevents+json';
export const batch = 'application/cloudevents-batch+json';

/** Posts to `/v1/events`, once, whatever comes back. */
export async function deliver(system: System, delivery: Delivery): Promise<Answered> {
  const { body, contentType = single, id = `msg_${randomUUID()}`, secret, headers = {} } = delivery;
  const signedAt = new Date(delivery.signedAt ?? system.clock.now());
  return answered(
    await fetch(`${system.endpoints.api}/v1/events`, {
      method: 'POST',
      headers: {
        'content-type': contentType,
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(signedAt.getTime() / 1000)),
        'webhook-signature': new Webhook(secret ?? system.endpoints.webhookSecret).sign(id, signedAt, body),
        ...headers,
      },
      body,
    }),
    'POST /v1/events',
  );
}

export const deliverEvent = (system: System, event: unknown): Promise<Answered> =>
  deliver(system, { body: JSON.stringify(event) });

export const deliverBatch = (system: System, events: readonly unknown[]): Promise<Answered> =>
  deliver(system, { body: JSON.stringify(events), contentType: batch });

/** @param route such as `GET /v1/rules/plan-meeting-held`, of which the answer has to be as the API's document says */
export async function answered(response: Response, route: string): Promise<Answered> {
  const { status } = response;
  const headers = Object.fromEntries(response.headers);
  const body = await response.text();
  const faults = faultsOf(route, { status, headers, body });
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return { status, contentType: headers['content-type'] ?? '', body: JSON.parse(body) };
}

type Document = Readonly<Record<string, unknown>>;

let made = 0;

/** Somebody whom no other event names. */
export const somebody = (changes: Parameters<typeof recipient>[0] = {}): ReturnType<typeof recipient> => {
  made += 1;
  return recipient({
    contactRef: `somebody-${made}`,
    email: `somebody-${made}@inbox.example.org`,
    ...changes,
  });
};

/** A client-plan meeting that has just been held: an event, a case and an occasion of their own, with one parent. */
export function meetingHeld(system: System, changes: Document = {}, data: Document = {}): Document {
  made += 1;
  return eventDocument(
    { id: `event-${made}`, time: new Date(system.clock.now()).toISOString(), ...changes },
    {
      caseRef: `case-${made}`,
      householdRef: `household-${made}`,
      occasionRef: `occasion-${made}`,
      recipients: [somebody()],
      ...data,
    },
  );
}
