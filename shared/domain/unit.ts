import * as z from 'zod';
import { languages } from './vocabulary.ts';

const name = z.string().trim().min(1).max(120);

/** What an administrator says of a unit. */
export const unitPlacementSchema = z.object({
  name: z.record(z.enum(languages), name),
  region: z.string().trim().min(1).max(80),
  organisation: z.string().trim().min(1).max(120),
  public: z
    .boolean()
    .describe(
      'Whether figures of the unit may be shown to everyone, with the higher threshold that this demands.',
    ),
});

export const unitIdSchema = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z.:_-]{0,99}$/);

/** A unit: placed by an administrator, or known only from events and not yet confirmed. */
export const unitSchema = unitPlacementSchema.extend({
  id: unitIdSchema,
  confirmed: z.boolean().describe('Whether an administrator has placed it.'),
});
export type Unit = z.infer<typeof unitSchema>;

/**
 * A unit as its first event shows it, under the organisation that sent the event. Its region is that organisation
 * too until an administrator says better, so that its answers are counted from the first day.
 *
 * @param source the event's source, such as `urn:oid:1.2.246.10.12345678.10`
 */
export function unconfirmedUnit(id: string, source: string): Unit {
  const organisation = source.replace(/^urn:oid:/, '').slice(0, 80);
  return {
    id,
    name: { fi: id, sv: id, en: id },
    region: organisation,
    organisation,
    public: false,
    confirmed: false,
  };
}
