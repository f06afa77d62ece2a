import { eventsMost, oneEvent, severalEvents, type receiptSchema } from '../../shared/api/events.ts';
import type { Told } from '../../shared/api/told.ts';
import { findPersonalIdentityCodes } from '../../shared/domain/personal-identity-code.ts';
import { readStageEvent } from '../../shared/domain/read-stage-event.ts';
import { stageEventSchema, type StageEvent } from '../../shared/domain/stage-event.ts';
import { jsonPointer, Problem } from '../../shared/lambda/problem.ts';

/** Faults that are named of one event, so that an answer stays below what a function may answer with. */
const faultsOfOneMost = 1000;
const faultsInBatchMost = 20;

export type Delivery = {
  /** The good events, without the fields that nobody asked for. */
  readonly events: readonly StageEvent[];
  readonly receipts: readonly Told<typeof receiptSchema>[];
};

/**
 * Whether a media type announces a batch, rather than one event.
 *
 * @throws Problem 415 where it announces neither
 */
export function announcesBatch(mediaType: string): boolean {
  if (mediaType !== oneEvent && mediaType !== severalEvents)
    throw new Problem(415, `The content type must be ${oneEvent} or ${severalEvents}.`);
  return mediaType === severalEvents;
}

/**
 * Reads a delivery of one event or a batch. Good events of a batch are taken even where others are faulty.
 *
 * @throws Problem 400 where a batch is no array, 413 where it is too long
 */
export function readDelivery(isBatch: boolean, document: unknown, now: number): Delivery {
  if (!isBatch)
    return collect([readEvent(document, { index: 0, path: [], faultsMost: faultsOfOneMost, now })]);
  if (!Array.isArray(document)) {
    throw new Problem(400, 'A batch must be an array of events.', [
      { pointer: '', detail: 'expected an array' },
    ]);
  }
  if (document.length > eventsMost) throw new Problem(413, `A batch has at most ${eventsMost} events.`);
  return collect(
    document.map((element: unknown, index) =>
      readEvent(element, { index, path: [index], faultsMost: faultsInBatchMost, now }),
    ),
  );
}

type Reading = { readonly receipt: Told<typeof receiptSchema>; readonly event?: StageEvent };

function collect(readings: readonly Reading[]): Delivery {
  return {
    events: readings.flatMap(({ event }) => event ?? []),
    receipts: readings.map(({ receipt }) => receipt),
  };
}

type Place = {
  readonly index: number;
  /** Where the event stands in the body. */
  readonly path: readonly number[];
  readonly faultsMost: number;
  /** Epoch milliseconds. */
  readonly now: number;
};

function readEvent(document: unknown, { index, path, faultsMost, now }: Place): Reading {
  const reading = readStageEvent(document, now);
  if (reading.kind === 'event') {
    const { event } = reading;
    return { receipt: { index, id: event.id, status: 'accepted' }, event };
  }
  const errors = reading.faults.slice(0, faultsMost).map(({ path: place, expected }) => ({
    pointer: jsonPointer([...path, ...place]),
    detail: expected,
  }));
  return { receipt: { index, id: idOf(document), status: 'refused', errors } };
}

const eventId = stageEventSchema.shape.id;

function idOf(document: unknown): string | null {
  if (typeof document !== 'object' || document === null || !('id' in document)) return null;
  const id = eventId.safeParse(document.id).data ?? null;
  // An id that looks like an identity code is not repeated.
  return findPersonalIdentityCodes(id).length > 0 ? null : id;
}
