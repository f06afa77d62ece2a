import type { Language } from '../../vocabulary.ts';
import type { Release } from '../release.ts';
import { cubeOf, type Cube, type CubeDimension } from './cube.ts';
import { unitNames, type Measure } from './measures.ts';
import { dimensionName, notesOf, notShown, notShownName, source } from './names.ts';

/**
 * A release as a JSON-stat 2.0 dataset, with texts in one language: the release's dimensions, then `period` (the role of
 * time) and `figure` (the role of metric). A number that is not shown is null and has a `status`.
 *
 * @see https://json-stat.org/full/
 */
export function jsonStatOf(release: Release, language: Language): object {
  const { table, period, revision, releasedOn } = release;
  const { dimensions, measures, values } = cubeOf(release);
  return {
    version: '2.0',
    class: 'dataset',
    label: `${release.title[language]}, ${period}`,
    source,
    updated: releasedOn,
    note: notesOf(release).map((note) => note[language]),
    id: [...dimensions.map(({ id }) => id), 'period', 'figure'],
    size: [...dimensions.map(({ categories }) => categories.length), 1, measures.length],
    role: { time: ['period'], metric: ['figure'] },
    dimension: {
      ...Object.fromEntries(dimensions.map((dimension) => [dimension.id, dimensionIn(dimension, language)])),
      period: {
        label: dimensionName('period')[language],
        category: { index: [period], label: { [period]: period } },
      },
      figure: figureIn(measures, language),
    },
    value: values,
    status: statusesOf(values),
    extension: { table, period, revision, releasedOn, status: { [notShown]: notShownName[language] } },
  };
}

/** By place, those of the numbers that are not shown: of a large table these are a million. */
function statusesOf(values: Cube['values']): Record<number, string> {
  const statuses: Record<number, string> = {};
  for (const [place, value] of values.entries()) if (value === null) statuses[place] = notShown;
  return statuses;
}

const dimensionIn = ({ id, categories }: CubeDimension, language: Language): object => ({
  label: dimensionName(id)[language],
  category: {
    index: categories.map(({ code }) => code),
    label: Object.fromEntries(categories.map(({ code, name }) => [code, name[language]])),
  },
});

const figureIn = (measures: readonly Measure[], language: Language): object => ({
  label: dimensionName('figure')[language],
  category: {
    index: measures.map(({ id }) => id),
    label: Object.fromEntries(measures.map(({ id, label }) => [id, label[language]])),
    unit: Object.fromEntries(
      measures.map(({ id, unit, decimals }) => [id, { label: unitNames[unit][language], decimals }]),
    ),
  },
});
