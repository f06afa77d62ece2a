import type { BallotCpu } from './measures/ballot-cpu.ts';
import type { MixingMeasures } from './measures/mixing.ts';
import type { Table } from './table.ts';

/** What the cryptography of one answer takes, by who does it. */
export function cpuTable(
  { page, ballot, response }: BallotCpu,
  { cpuMsPerAnswer }: Pick<MixingMeasures, 'cpuMsPerAnswer'>,
): Table {
  const row = (who: string, what: string, ms: number): Table['rows'][number] => [who, what, ms, ms / ballot];
  return {
    title: 'Cryptography of one answer',
    columns: ['who', 'does', 'CPU, ms', 'times a signature'],
    rows: [
      row('the page', 'blinds, takes the blinding off, seals', page),
      row('sign-ballots', 'checks and signs, 2 048 bits', ballot),
      row('take-responses', 'verifies', response),
      row('mix-responses', 'opens with 3 072 bits, checks, counts', cpuMsPerAnswer),
    ],
    notes: [
      'All in Node on the machine that measured, so only relations carry over. A phone is slower than that by a factor of ' +
        'its own, and does its part once, while somebody looks at the button that they have pressed.',
    ],
  };
}
