import * as z from 'zod';
import type { Context } from '../context.ts';
import type { Text } from '../vocabulary.ts';

/** The tables that are published. There are no ad-hoc filters: what could be subtracted is known beforehand. */
export const tableIds = ['T1', 'T2'] as const;
export const tableIdSchema = z.enum(tableIds);
export type TableId = z.infer<typeof tableIdSchema>;

/** Coordinates of a stratum, by dimension. */
export type Stratum = Readonly<Record<string, string>>;

type ReportTable = {
  readonly id: TableId;
  readonly title: Text;
  readonly dimensions: readonly string[];
  /** @param region of the context's unit at the time of the mix */
  readonly stratum: (context: Context, region: string) => Stratum;
};

export const reportTables: readonly ReportTable[] = [
  {
    id: 'T1',
    title: {
      fi: 'Kokemukset yksiköittäin ja vuosineljänneksittäin',
      sv: 'Erfarenheter enligt enhet och kvartal',
      en: 'Experiences by unit and quarter',
    },
    dimensions: ['unit'],
    stratum: ({ unit }) => ({ unit }),
  },
  {
    id: 'T2',
    title: {
      fi: 'Kokemukset alueittain, rooleittain ja vuosineljänneksittäin',
      sv: 'Erfarenheter enligt område, roll och kvartal',
      en: 'Experiences by region, role and quarter',
    },
    dimensions: ['region', 'role'],
    stratum: ({ role }, region) => ({ region, role }),
  },
];

export const reportTable = (id: TableId): ReportTable => {
  const table = reportTables.find((candidate) => candidate.id === id);
  if (table === undefined) throw new Error(`table ${id} has no definition`);
  return table;
};
