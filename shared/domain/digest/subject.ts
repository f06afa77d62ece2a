import * as z from 'zod';
import { quarterSchema } from '../calendar/month.ts';
import { other } from '../tallies/pooling.ts';
import { unitIdSchema, unitPlacementSchema } from '../unit.ts';

/** Whom a digest is about, and which quarter. An organisation is known by the name under which units belong to it. */
export const digestPathSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('units'), id: unitIdSchema, period: quarterSchema }),
  z.object({
    kind: z.literal('organisations'),
    // What is told of several together is nobody's digest.
    id: unitPlacementSchema.shape.organisation.refine((id) => id !== other),
    period: quarterSchema,
  }),
]);
export type DigestPath = z.infer<typeof digestPathSchema>;

/** Whose list of what was said and done it is: a region has one as well, though no digest. */
export const actionsPathSchema = z.discriminatedUnion('kind', [
  ...digestPathSchema.options,
  z.object({
    kind: z.literal('regions'),
    id: unitPlacementSchema.shape.region.refine((id) => id !== other),
    period: quarterSchema,
  }),
]);
export type ActionsPath = z.infer<typeof actionsPathSchema>;

/** A unit or an organisation. */
export type Subject = Pick<DigestPath, 'kind' | 'id'>;
