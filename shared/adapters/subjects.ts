import type { ActionsPath } from '../domain/digest/subject.ts';
import type { Text } from '../domain/vocabulary.ts';
import { readUnit, readUnits } from './settings.ts';

/** A unit, an organisation or a region as Settings know it. */
export type KnownSubject = {
  readonly name: Text;
  /** Whether its figures may be shown to everyone; never those of an organisation or a region. */
  readonly public: boolean;
};

/** @returns undefined where there is no such unit, or no unit belongs to such an organisation or lies in such a region */
export async function readSubject(
  table: string,
  { kind, id }: Pick<ActionsPath, 'kind' | 'id'>,
): Promise<KnownSubject | undefined> {
  if (kind === 'units') return readUnit(table, id);
  const units = await readUnits(table);
  const isThere = units.some(
    ({ organisation, region }) => id === (kind === 'regions' ? region : organisation),
  );
  if (!isThere) return undefined;
  return { name: { fi: id, sv: id, en: id }, public: false };
}
