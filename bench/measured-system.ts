import type { StageEventDocument } from '../local/simulation/client-information-system.ts';
import { openMailbox, type Mail } from '../local/simulation/inbox.ts';
import { findInvitation, type Invitation } from '../local/simulation/respondent.ts';
import { postEvent, postEvents, type WebhookTarget } from '../local/simulation/webhook.ts';
import { startSystem, type System } from '../local/system.ts';
import { parseInstant } from '../local/clock.ts';
import { createMeter, type Meter } from './meter.ts';

/** The running system, what counts its work, and what its surroundings do with it. */
export type MeasuredSystem = {
  readonly system: System;
  readonly meter: Meter;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Sets the clock, and lets the system do what is due by then. */
  readonly moveTo: (instant: string) => Promise<void>;
  /** Posts one event by itself, and has it decided. */
  readonly decideOne: (event: StageEventDocument) => Promise<void>;
  /** Posts up to 500 small events in one request, and has them decided. */
  readonly decideBatch: (events: readonly StageEventDocument[]) => Promise<void>;
  /** Releases what is due, and has it sent. */
  readonly send: () => Promise<void>;
  /** Invitations that have been mailed since this was last asked. */
  readonly newInvitations: () => Promise<Invitation[]>;
};

/** A Thursday at half past noon: every rule's window is open, so one clock does for asking and for sending. */
const start = '2026-01-15T12:30:00+02:00';

/** Brings the system up. Its clock stands still unless it is moved, so nothing runs by itself. */
export async function startMeasuredSystem(onProgress: (line: string) => void): Promise<MeasuredSystem> {
  const system = await startSystem({ now: start, onProgress });
  const meter = createMeter(system);
  const { api, ses, webhookSecret: secret } = system.endpoints;
  const { now } = system.clock;
  const target: WebhookTarget = { api, secret, now };
  const takeMails = openMailbox(ses);
  const deliver = async (send: () => Promise<unknown>): Promise<void> => {
    await meter.request('receive-events', send);
    await meter.settle();
  };
  return {
    system,
    meter,
    now,
    moveTo: async (instant) => {
      system.clock.pin(parseInstant(instant) ?? Number.NaN);
      await meter.settle();
    },
    decideOne: (event) => deliver(() => postEvent(target, event)),
    decideBatch: (events) => deliver(() => postEvents(target, events)),
    send: async () => {
      await meter.run('release-due');
      await meter.settle();
    },
    newInvitations: async () => (await takeMails()).map(invitationIn),
  };
}

function invitationIn({ text }: Mail): Invitation {
  const invitation = findInvitation(text);
  if (invitation === undefined) throw new Error('a mail of the system holds no invitation');
  return invitation;
}
