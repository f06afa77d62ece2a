import { contextName } from '../../shared/adapters/crypto/contexts.ts';
import { readForms } from '../../shared/adapters/question-sets.ts';
import { readSecret } from '../../shared/adapters/secrets.ts';
import { readContexts, readUnits } from '../../shared/adapters/settings.ts';
import type { Context } from '../../shared/domain/context.ts';
import type { Catalogue } from '../../shared/domain/questions/catalogue.ts';
import { placesOf } from '../../shared/domain/tallies/places.ts';
import { structureOf, type Structure } from '../../shared/domain/tallies/structure.ts';
import type { Place } from '../../shared/domain/tallies/table.ts';
import { info } from '../../shared/lambda/log.ts';

/** Where answers belong: contexts by name, the forms that they name, the place of a unit, and what everybody may know of it. */
export type Places = {
  readonly contexts: ReadonlyMap<string, Context>;
  readonly formOf: Catalogue['version'];
  readonly placeOf: (unit: string) => Place;
  readonly structure: Structure;
};

/**
 * Reads all contexts, forms and units. A context's name is its MAC, made where the mail was sent. What stands in Settings under
 * any other name is ignored, so that whoever can write there cannot have answers counted for another unit.
 */
export async function readPlaces(settings: string, contextsSecretArn: string): Promise<Places> {
  const key = await readSecret(contextsSecretArn);
  const stored = await readContexts(settings);
  const contexts = new Map([...stored].filter(([name, context]) => contextName(key, context) === name));
  const foreign = stored.size - contexts.size;
  if (foreign > 0) info('contexts were ignored that are not ours', { count: foreign });
  const { catalogue } = await readForms(settings);
  const units = await readUnits(settings);
  const placeOf = placesOf(units);
  const structure = structureOf(units, [...contexts.values()], placeOf);
  return { contexts, formOf: catalogue.version, placeOf, structure };
}
