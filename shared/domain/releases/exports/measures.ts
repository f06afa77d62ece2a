import type { Text } from '../../vocabulary.ts';
import type { ReleaseId } from '../release.ts';

/** What the numbers of a measure are: answers, places on the scale of answers, points of an index, a share, a coefficient. */
export type Unit = 'answers' | 'scale' | 'points' | 'share' | 'coefficient';

/** A figure as exports tell it: one number, or that it is not shown. */
export type Measure = {
  /** The same in every language. */
  readonly id: string;
  readonly unit: Unit;
  /** How many decimals its numbers have at most. */
  readonly decimals: 0 | 1;
  /** Stands between quotation marks in keys of PX files, where not every reader takes commas and brackets. */
  readonly label: Text;
};

const decimalsOf: Readonly<Record<Unit, 0 | 1>> = {
  answers: 0,
  scale: 1,
  points: 0,
  share: 1,
  coefficient: 1,
};

const measure = (id: string, unit: Unit, fi: string, sv: string, en: string): Measure => ({
  id,
  unit,
  decimals: decimalsOf[unit],
  label: { fi, sv, en },
});

const responses = measure('responses', 'answers', 'Vastausten määrä', 'Antal svar', 'Number of answers');
const responseRate = measure('responseRate', 'share', 'Vastausosuus', 'Svarsandel', 'Response rate');

/** The steps of all scales together: a question has those of its own scale. */
const steps = Array.from({ length: 11 }, (_, step) =>
  measure(
    `answer${step}`,
    'answers',
    `Valitsi vastauksen ${step}`,
    `Valde svaret ${step}`,
    `Chose answer ${step}`,
  ),
);

const ofQuestion: readonly Measure[] = [
  responses,
  measure('mean', 'scale', 'Keskiarvo', 'Medelvärde', 'Mean'),
  measure('meanFrom', 'scale', 'Keskiarvo vähintään', 'Medelvärde minst', 'Mean at least'),
  measure('meanTo', 'scale', 'Keskiarvo enintään', 'Medelvärde högst', 'Mean at most'),
  measure('index', 'points', 'Suositteluindeksi', 'Rekommendationsindex', 'Recommendation index'),
  measure(
    'indexFrom',
    'points',
    'Suositteluindeksin 95 prosentin luottamusvälin alaraja',
    'Nedre gräns för rekommendationsindexets konfidensintervall på 95 procent',
    'Lower end of the 95 per cent confidence interval of the recommendation index',
  ),
  measure(
    'indexTo',
    'points',
    'Suositteluindeksin 95 prosentin luottamusvälin yläraja',
    'Övre gräns för rekommendationsindexets konfidensintervall på 95 procent',
    'Upper end of the 95 per cent confidence interval of the recommendation index',
  ),
  measure('low', 'answers', 'Matalien vastausten määrä', 'Antal låga svar', 'Number of low answers'),
  measure('middle', 'answers', 'Keskitason vastausten määrä', 'Antal mellansvar', 'Number of middle answers'),
  measure('high', 'answers', 'Korkeiden vastausten määrä', 'Antal höga svar', 'Number of high answers'),
  ...steps,
];

const ofDriver: readonly Measure[] = [
  responses,
  measure('correlation', 'coefficient', 'Korrelaatio', 'Korrelation', 'Correlation'),
  measure(
    'correlationFrom',
    'coefficient',
    'Korrelaation 95 prosentin luottamusvälin alaraja',
    'Nedre gräns för korrelationens konfidensintervall på 95 procent',
    'Lower end of the 95 per cent confidence interval of the correlation',
  ),
  measure(
    'correlationTo',
    'coefficient',
    'Korrelaation 95 prosentin luottamusvälin yläraja',
    'Övre gräns för korrelationens konfidensintervall på 95 procent',
    'Upper end of the 95 per cent confidence interval of the correlation',
  ),
];

/** Of tables by stage or role in a region, which tell how many of those who were asked have answered. */
const withRate: readonly Measure[] = [responses, responseRate, ...ofQuestion.slice(1)];

const byTable: Readonly<Record<ReleaseId, readonly Measure[]>> = {
  T1: ofQuestion,
  T2: withRate,
  T3: withRate,
  T4: ofQuestion,
  T5: ofQuestion,
  T6: ofQuestion,
  T7: ofQuestion,
  T8: ofQuestion,
  R1: [responseRate],
  D1: ofDriver,
  C1: [],
};

/** The measures of a table, whatever of them is shown: what is held back must not show by a column that is missing. */
export const measuresOf = (table: ReleaseId): readonly Measure[] => byTable[table];

/** What somebody must know who reads a measure. */
export const measureNotes: Readonly<Partial<Record<string, Text>>> = {
  [responseRate.id]: {
    fi: 'Vastausosuus 0,9 tarkoittaa: vähintään 0,9.',
    sv: 'Svarsandelen 0,9 betyder: minst 0,9.',
    en: 'A response rate of 0.9 means: 0.9 or more.',
  },
};

export const unitNames: Readonly<Record<Unit, Text>> = {
  answers: { fi: 'vastausta', sv: 'svar', en: 'answers' },
  scale: { fi: 'vastausasteikko', sv: 'svarsskala', en: 'answer scale' },
  points: { fi: 'pistettä', sv: 'poäng', en: 'points' },
  share: { fi: 'osuus', sv: 'andel', en: 'share' },
  coefficient: { fi: 'kerroin', sv: 'koefficient', en: 'coefficient' },
};
