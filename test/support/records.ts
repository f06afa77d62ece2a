import { recordPlace } from '../../shared/adapters/record-order.ts';

/** A record of the smallest kind, about somebody of whom nothing else is known. @param day such as `2026-02-02` */
export function preferenceRecord(day: string, number: number): Readonly<Record<string, unknown>> {
  const contactHash = `contact-${String(number).padStart(6, '0')}`;
  const sequence = Date.parse(`${day}T08:00:00Z`) + number;
  return {
    pk: `CONTACT#${contactHash}`,
    sk: `PREFERENCE#${new Date(sequence).toISOString()}`,
    kind: 'preference',
    sequence,
    contactHash,
    preference: { kind: 'open' },
    language: 'fi',
    ...recordPlace(sequence, contactHash),
  };
}
