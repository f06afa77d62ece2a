import { quarterSchema } from '../../calendar/month.ts';
import type { Language, Text } from '../../vocabulary.ts';
import type { ReleasePeriod } from '../release.ts';
import type { CubeDimension } from './cube.ts';
import { unitNames, type Measure } from './measures.ts';
import { dimensionName, textBy } from './names.ts';
import { bare, entry, inEach, list, plain, text } from './px-lines.ts';

/** A variable of a PX file: a dimension, the period, or which figure it is. */
type Variable = {
  readonly id: string;
  readonly name: Text;
  readonly codes: readonly string[];
  readonly values: readonly Text[];
};

export function variableOf({ id, categories }: CubeDimension): Variable {
  const codes = categories.map(({ code }) => code);
  return {
    id,
    name: dimensionName(id),
    codes,
    values: distinct(
      categories.map(({ name }) => name),
      codes,
    ),
  };
}

/** Readers know the values of a variable by their texts: where two have the same, the code tells them apart. */
function distinct(names: readonly Text[], codes: readonly string[]): Text[] {
  const written = (name: Text, language: Language): string => `${language} ${plain(name[language])}`;
  const met = new Map<string, number>();
  for (const name of names)
    for (const word of Object.values(textBy((language) => written(name, language))))
      met.set(word, (met.get(word) ?? 0) + 1);
  return names.map((name, index) =>
    textBy((language) => {
      const isAlone = met.get(written(name, language)) === 1;
      return isAlone ? name[language] : `${name[language]} (${codes[index] ?? ''})`;
    }),
  );
}

export const figureVariable = (measures: readonly Measure[]): Variable => ({
  id: 'figure',
  name: dimensionName('figure'),
  codes: measures.map(({ id }) => id),
  values: measures.map(({ label }) => label),
});

/** `2026Q1` or `2026M03`, as statistical offices write periods. */
export function periodVariable(period: ReleasePeriod): Variable {
  const code = isQuarter(period) ? period.replace('-', '') : period.replace('-', 'M');
  return { id: 'period', name: dimensionName('period'), codes: [code], values: [textBy(() => code)] };
}

const isQuarter = (period: ReleasePeriod): boolean => quarterSchema.safeParse(period).success;

const timeList = (period: ReleasePeriod): string =>
  isQuarter(period) ? `TLIST(Q1),"${period.replace('-Q', '')}"` : `TLIST(M1),"${period.replace('-', '')}"`;

/** What each variable is called, and its values, in the order that the specification recommends. */
export function variableEntries(
  variables: readonly Variable[],
  period: ReleasePeriod,
  tongues: readonly Language[],
): string[] {
  const nameIn =
    ({ name }: { readonly name: Text }) =>
    (language: Language): readonly string[] => [name[language]];
  return [
    ...variables.flatMap((variable) =>
      inEach(tongues, 'VARIABLECODE', () => text(variable.id), nameIn(variable)),
    ),
    ...variables.flatMap((variable) => {
      const values = (language: Language): string[] => variable.values.map((value) => value[language]);
      return inEach(tongues, 'VALUES', (language) => list(values(language)), nameIn(variable));
    }),
    ...inEach(tongues, 'TIMEVAL', () => bare(timeList(period)), nameIn({ name: dimensionName('period') })),
    ...variables.flatMap((variable) =>
      inEach(tongues, 'CODES', () => list(variable.codes), nameIn(variable)),
    ),
  ];
}

/** Decimals and units of the figures. @param updated when they were computed, as PX files tell times */
export function figureEntries(
  measures: readonly Measure[],
  updated: string,
  tongues: readonly Language[],
): string[] {
  const figure = dimensionName('figure');
  return [
    ...measures.flatMap(({ decimals, label }) =>
      decimals === 0
        ? []
        : inEach(
            tongues,
            'PRECISION',
            () => bare(decimals),
            (language) => [figure[language], label[language]],
          ),
    ),
    entry('LAST-UPDATED', text(updated)),
    ...measures.flatMap(({ unit, label }) =>
      inEach(
        tongues,
        'UNITS',
        (language) => text(unitNames[unit][language]),
        (language) => [label[language]],
      ),
    ),
  ];
}
