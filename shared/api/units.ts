import * as z from 'zod';
import { unitSchema } from '../domain/unit.ts';

export const unitsSchema = z.object({
  units: z.array(unitSchema).describe('In the order of their identifiers.'),
});
