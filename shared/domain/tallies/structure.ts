import * as z from 'zod';
import type { Context } from '../context.ts';
import type { Unit } from '../unit.ts';
import { unknown, type Place } from './table.ts';

/**
 * What everybody may know of a deployment when a period closes, and can subtract figures by: where units belong, what they
 * do, and how old people in a role are. It says nothing of answers: units that nobody answered about are in it too.
 */
export const structureSchema = z.object({
  units: z.array(
    z.object({
      id: z.string(),
      region: z.string(),
      organisation: z.string(),
      /** Social services about which people are asked there, by code. */
      services: z.array(z.string()),
      provisions: z.array(z.string()),
    }),
  ),
  /** Age bands of the people who are asked in a role, in any region. */
  ages: z.record(z.string(), z.array(z.string())),
});
export type Structure = z.infer<typeof structureSchema>;

/**
 * Of the units that are known, and of those that people were asked about though nobody knows them any more.
 *
 * @param placeOf where a unit's answers are counted
 */
export function structureOf(
  units: readonly Unit[],
  contexts: readonly Context[],
  placeOf: (unit: string) => Place,
): Structure {
  const byUnit = Map.groupBy(contexts, ({ unit }) => unit);
  const byRole = Map.groupBy(contexts, ({ role }) => role);
  return {
    units: distinct([...units.map(({ id }) => id), ...byUnit.keys()]).map((id) => {
      const asked = byUnit.get(id) ?? [];
      return {
        id,
        ...placeOf(id),
        services: distinct(asked.map(({ socialService }) => socialService ?? unknown)),
        provisions: distinct(asked.map(({ provision }) => provision ?? unknown)),
      };
    }),
    ages: Object.fromEntries(
      [...byRole].map(([role, asked]) => [role, distinct(asked.map(({ ageBand }) => ageBand))]),
    ),
  };
}

const distinct = (codes: readonly string[]): string[] => [...new Set(codes)].toSorted();
