import * as z from 'zod';
import { stageEventSchema } from '../domain/stage-event.ts';
import { faultSchema } from '../lambda/problem.ts';

/** The media types of one event and of several, after CloudEvents 1.0 in structured mode. */
export const oneEvent = 'application/cloudevents+json';
export const severalEvents = 'application/cloudevents-batch+json';

export const eventsMost = 500;
export const bodyBytesMost = 1024 * 1024;

/** What a batch holds. Each event is read by itself, so that good ones are taken where others are faulty. */
export const eventBatchSchema = z.array(stageEventSchema).max(eventsMost);

/** What became of one event of a delivery. */
export const receiptSchema = z.object({
  index: z.int().describe('Where the event stands in the batch.'),
  id: z.string().nullable().describe("The event's own id, where it has one that can be told."),
  status: z.enum(['accepted', 'refused']),
  errors: z.array(faultSchema).exactOptional().describe('What is wrong with an event that was refused.'),
});

export const receiptsSchema = z.object({ receipts: z.array(receiptSchema) });
