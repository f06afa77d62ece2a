import type { Language } from '../../vocabulary.ts';
import type { Release, ReleaseId } from '../release.ts';
import { csvOf, type DecimalMark } from './csv.ts';
import { jsonStatOf } from './json-stat.ts';
import { pxOf } from './px.ts';

/** The forms in which a release can be had. Names are those of files. */
export const formats = ['json', 'json-stat', 'csv', 'px'] as const;
export type Format = (typeof formats)[number];

/** Words have no place in the cells of statistical formats. */
export const formatsOf = (table: ReleaseId): readonly Format[] =>
  table === 'C1' ? ['json', 'csv'] : formats;

/** How somebody wants a release. */
export type Wish = {
  readonly format: Format;
  /** Of texts. JSON has all of them, and a PX file too, where it is the first one. */
  readonly language: Language;
  /** In CSV. */
  readonly mark: DecimalMark;
};

/** A release in another form than the JSON in which it is kept. @param wish a format of {@link formatsOf} the table */
export function written(
  release: Release,
  { format, language, mark }: Wish & { readonly format: Exclude<Format, 'json'> },
): string {
  switch (format) {
    case 'json-stat':
      return JSON.stringify(jsonStatOf(release, language));
    case 'csv':
      return csvOf(release, language, mark);
    case 'px':
      return pxOf(release, language);
  }
}
