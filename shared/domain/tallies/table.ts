import * as z from 'zod';
import type { Month } from '../calendar/month.ts';
import type { Context } from '../context.ts';
import { staffLanguage, type Text } from '../vocabulary.ts';

/** The tables that are tallied. There are no ad-hoc filters: what could be subtracted is known beforehand. */
export const tableIds = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'R1'] as const;
export const tableIdSchema = z.enum(tableIds);
export type TableId = z.infer<typeof tableIdSchema>;

/** Coordinates of a stratum, by dimension. */
export type Stratum = Readonly<Record<string, string>>;

/** Where a unit belongs. */
export type Place = { readonly region: string; readonly organisation: string };

/** All that a table may need to know of an ask, or of the answer to it. */
export type Asked = {
  readonly context: Context;
  /** Of the context's unit, as administrators have placed it when the period closes. */
  readonly place: Place;
  /** In which it was sent, or answered. */
  readonly month: Month;
};

/** What stands in a stratum for a circumstance that no event told. */
export const unknown = 'unknown';

export type ReportTable = {
  readonly id: TableId;
  readonly title: Text;
  /** What a cell is published by. */
  readonly dimensions: readonly string[];
  /** Dimensions of the stratum within which small strata are pooled; none where that is the whole deployment. */
  readonly parents: readonly string[];
  readonly stratum: (asked: Asked) => Stratum;
};

/** Question by each of these, and by nothing finer: never by unit, role and stage together. */
export const reportTables: readonly ReportTable[] = [
  {
    id: 'T1',
    title: {
      fi: 'Kokemukset yksiköittäin ja vuosineljänneksittäin',
      sv: 'Erfarenheter enligt enhet och kvartal',
      en: 'Experiences by unit and quarter',
    },
    dimensions: ['region', 'unit'],
    parents: ['region'],
    stratum: ({ context: { unit }, place: { region } }) => ({ region, unit }),
  },
  {
    id: 'T2',
    title: {
      fi: 'Kokemukset alueittain, rooleittain ja vuosineljänneksittäin',
      sv: 'Erfarenheter enligt område, roll och kvartal',
      en: 'Experiences by region, role and quarter',
    },
    dimensions: ['region', 'role'],
    parents: ['region'],
    stratum: ({ context: { role }, place: { region } }) => ({ region, role }),
  },
  {
    id: 'T3',
    title: {
      fi: 'Kokemukset alueittain, vaiheittain ja vapaaehtoisuuden mukaan vuosineljänneksittäin',
      sv: 'Erfarenheter enligt område, skede, frivillighet och kvartal',
      en: 'Experiences by region, stage, voluntariness and quarter',
    },
    dimensions: ['region', 'stage', 'voluntary'],
    parents: ['region'],
    stratum: ({ context: { stage, voluntary }, place: { region } }) => ({
      region,
      stage,
      voluntary: voluntary === null ? unknown : String(voluntary),
    }),
  },
  {
    id: 'T4',
    title: {
      fi: 'Kokemukset organisaatioittain ja kuukausittain',
      sv: 'Erfarenheter enligt organisation och månad',
      en: 'Experiences by organisation and month',
    },
    dimensions: ['organisation', 'month'],
    parents: ['organisation'],
    stratum: ({ place: { organisation }, month }) => ({ organisation, month }),
  },
  {
    id: 'T5',
    title: {
      fi: 'Kokemukset sosiaalipalveluittain ja vuosineljänneksittäin',
      sv: 'Erfarenheter enligt socialservice och kvartal',
      en: 'Experiences by social service and quarter',
    },
    dimensions: ['service'],
    parents: [],
    stratum: ({ context: { socialService } }) => ({ service: socialService ?? unknown }),
  },
  {
    id: 'T6',
    title: {
      fi: 'Kokemukset järjestämistavan mukaan vuosineljänneksittäin',
      sv: 'Erfarenheter enligt produktionssätt och kvartal',
      en: 'Experiences by provision and quarter',
    },
    dimensions: ['provision'],
    parents: [],
    stratum: ({ context: { provision } }) => ({ provision: provision ?? unknown }),
  },
  {
    id: 'T7',
    title: {
      fi: 'Kokemukset alueittain, ikäryhmittäin ja vuosineljänneksittäin',
      sv: 'Erfarenheter enligt område, åldersgrupp och kvartal',
      en: 'Experiences by region, age band and quarter',
    },
    dimensions: ['region', 'ageBand'],
    parents: ['region'],
    stratum: ({ context: { ageBand }, place: { region } }) => ({ region, ageBand }),
  },
  {
    id: 'T8',
    title: {
      fi: 'Kokemukset alueittain, kielittäin ja vuosineljänneksittäin',
      sv: 'Erfarenheter enligt område, språk och kvartal',
      en: 'Experiences by region, language and quarter',
    },
    dimensions: ['region', 'language'],
    parents: ['region'],
    // Those who read plain language are few, and it says something of them: they count with their language.
    stratum: ({ context: { language }, place: { region } }) => ({
      region,
      language: staffLanguage[language],
    }),
  },
  {
    id: 'R1',
    title: {
      fi: 'Vastausosuus alueittain, kanavittain ja vuosineljänneksittäin',
      sv: 'Svarsandel enligt område, kanal och kvartal',
      en: 'Response rate by region, channel and quarter',
    },
    dimensions: ['region', 'channel'],
    parents: ['region'],
    stratum: ({ context: { channel }, place: { region } }) => ({ region, channel }),
  },
];

export const reportTable = (id: TableId): ReportTable => {
  const table = reportTables.find((candidate) => candidate.id === id);
  if (table === undefined) throw new Error(`table ${id} has no definition`);
  return table;
};
