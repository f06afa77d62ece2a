import type { Subject } from '../domain/digest/subject.ts';
import type { Text } from '../domain/vocabulary.ts';
import { readUnit, readUnits } from './settings.ts';

/** A unit or an organisation as Settings know it. */
export type KnownSubject = {
  readonly name: Text;
  /** Whether its figures may be shown to everyone; never those of an organisation. */
  readonly public: boolean;
};

/** @returns undefined where there is no such unit, or no unit belongs to such an organisation */
export async function readSubject(table: string, { kind, id }: Subject): Promise<KnownSubject | undefined> {
  if (kind === 'units') return readUnit(table, id);
  const units = await readUnits(table);
  if (!units.some(({ organisation }) => organisation === id)) return undefined;
  return { name: { fi: id, sv: id, en: id }, public: false };
}
