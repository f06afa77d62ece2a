import { registerUnit } from '../../shared/adapters/settings.ts';
import type { StageEvent } from '../../shared/domain/stage-event.ts';
import { unconfirmedUnit } from '../../shared/domain/unit.ts';

/** Units that this function's instance has seen: most events name one of a few, and need no write for it. */
const known = new Set<string>();

/** Makes the unit of an event known to administrators. Repeats are harmless. */
export async function makeUnitKnown(settings: string, { source, data: { unit } }: StageEvent): Promise<void> {
  if (unit === undefined || known.has(unit)) return;
  await registerUnit(settings, unconfirmedUnit(unit, source));
  known.add(unit);
}
