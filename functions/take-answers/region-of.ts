import { readContext, readUnit } from '../../shared/adapters/settings.ts';

/** Regions by the context, as this function's instance has read them; most answers share one of a few contexts. */
const known = new Map<string, string>();

/** @returns undefined where nobody was ever given such a context, or its unit is not known */
export async function regionOf(settings: string, name: string): Promise<string | undefined> {
  const remembered = known.get(name);
  if (remembered !== undefined) return remembered;
  const context = await readContext(settings, name);
  const unit = context && (await readUnit(settings, context.unit));
  if (unit !== undefined) known.set(name, unit.region);
  return unit?.region;
}
