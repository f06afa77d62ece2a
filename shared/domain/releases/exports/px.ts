import type { Language } from '../../vocabulary.ts';
import type { Release } from '../release.ts';
import { cubeOf, type Cube } from './cube.ts';
import { unitNames } from './measures.ts';
import { languagesFrom, notesOf, notShown, source, subject } from './names.ts';
import { bare, dataLines, entry, inEach, list, text } from './px-lines.ts';
import {
  figureEntries,
  figureVariable,
  periodVariable,
  variableEntries,
  variableOf,
} from './px-variables.ts';

/**
 * A release as a PX file in all languages: the release's dimensions in the stub, period and figure in the heading. What is
 * not shown is `".."`, never 0.
 *
 * The file is UTF-8 and says so as PxWeb does, with the character set `ANSI` (that is, not DOS) and a code page: names in
 * Sámi have letters that no code page of Windows shares with Finnish. The form with `KEYS` would be shorter, but there a
 * row that is missing means 0.
 *
 * @param first the language that the file is in for readers that know only one
 * @see PX-file format specification, AXIS-VERSION 2013
 */
export function pxOf(release: Release, first: Language): string {
  const cube = cubeOf(release);
  const tongues = languagesFrom(first);
  const updated = `${release.releasedOn.replaceAll('-', '')} 00:00`;
  const stub = cube.dimensions.map(variableOf);
  const figure = figureVariable(cube.measures);
  const heading = [periodVariable(release.period), figure];
  // The keywords are in the order that the specification recommends.
  return [
    ...opening(release, cube, updated, tongues),
    ...described(release, tongues),
    ...inEach(tongues, 'STUB', (language) => list(stub.map(({ name }) => name[language]))),
    ...inEach(tongues, 'HEADING', (language) => list(heading.map(({ name }) => name[language]))),
    ...inEach(tongues, 'CONTVARIABLE', (language) => text(figure.name[language])),
    ...variableEntries([...stub, ...heading], release.period, tongues),
    ...figureEntries(cube.measures, updated, tongues),
    ...inEach(tongues, 'SOURCE', () => text(source)),
    ...inEach(tongues, 'NOTE', (language) => text(notesIn(release, language))),
    dataLines(rowsOf(cube)),
  ].join('');
}

const opening = (
  { table, period }: Release,
  { measures }: Cube,
  updated: string,
  tongues: readonly Language[],
): string[] => [
  entry('CHARSET', text('ANSI')),
  entry('AXIS-VERSION', text('2013')),
  entry('CODEPAGE', text('utf-8')),
  entry('LANGUAGE', list(tongues.slice(0, 1))),
  entry('LANGUAGES', list(tongues)),
  entry('CREATION-DATE', text(updated)),
  entry('TABLEID', text(table)),
  entry('DECIMALS', bare(Math.max(...measures.map(({ decimals }) => decimals)))),
  entry('SHOWDECIMALS', bare(0)),
  entry('MATRIX', text(`${table}_${period}`)),
  // Means and indexes can't be added up, nor can answers to different questions.
  entry('AGGREGALLOWED', bare('NO')),
  entry('SUBJECT-CODE', text(source.toUpperCase())),
  ...inEach(tongues, 'SUBJECT-AREA', (language) => text(subject[language])),
];

const described = ({ title, period }: Release, tongues: readonly Language[]): string[] => [
  ...inEach(tongues, 'DESCRIPTION', (language) => text(`${title[language]}, ${period}`)),
  ...inEach(tongues, 'TITLE', (language) => text(`${title[language]}, ${period}`)),
  ...inEach(tongues, 'CONTENTS', (language) => text(title[language])),
  // PxWeb wants a unit of the whole table beside those of the figures.
  ...inEach(tongues, 'UNITS', (language) => text(unitNames.answers[language])),
];

/** In one entry, since not every reader takes a key twice. */
const notesIn = (release: Release, language: Language): string =>
  notesOf(release)
    .map((note) => note[language])
    .join(' ');

/** A row for every combination of codes: its figures. */
function rowsOf({ measures, values }: Cube): string[][] {
  const told = values.map((value) => (value === null ? `"${notShown}"` : String(value)));
  return Array.from({ length: told.length / measures.length }, (_, row) =>
    told.slice(row * measures.length, (row + 1) * measures.length),
  );
}
