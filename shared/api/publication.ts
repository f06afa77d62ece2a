import * as z from 'zod';
import { quarterSchema } from '../domain/calendar/month.ts';
import { thresholdsSchema } from '../domain/releases/thresholds.ts';
import { responsesMin } from '../domain/tallies/tally.ts';

/** Several times the longest document that the schemas let pass. */
export const publicationBytesMost = 16 * 1024;

export const sentThresholdsSchema = z.strictObject({ thresholds: thresholdsSchema });

export const savedThresholdsSchema = z.object({
  version: z.int().describe('0 until the first save.'),
  thresholds: thresholdsSchema,
  answersMin: z
    .literal(responsesMin)
    .describe('What holds before the first quarter that is named, and is never undercut.'),
});

export const correctionPathSchema = z.object({ period: quarterSchema });

export const sentCorrectionSchema = z.strictObject({
  reason: z
    .string()
    .trim()
    .min(10)
    .max(500)
    .describe('For readers of the release: what was wrong. Not about people.'),
});

export const correctionSchema = z.object({ period: quarterSchema, reason: z.string() });
export const correctionsSchema = z.object({
  corrections: z
    .array(correctionSchema)
    .describe('Those that wait for the coming night, earliest quarter first.'),
});
