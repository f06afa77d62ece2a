import * as z from 'zod';
import type { Language } from '../../vocabulary.ts';
import type { Release } from '../release.ts';
import { codesOf, flatRows } from './flat.ts';
import { measuresOf } from './measures.ts';
import { codeName } from './names.ts';

export const decimalMarks = ['comma', 'point'] as const;
export type DecimalMark = (typeof decimalMarks)[number];

type Fields = readonly (string | number | null)[];

/**
 * A release as comma-separated values after RFC 4180, as spreadsheets in Finland read them: semicolons between fields, and
 * a byte order mark. A row for every cell; columns are `period`, each dimension's code and its label in a language (`unit`,
 * `unit label`), and the table's measures, all of them, whatever is shown. What is not shown is empty, and never 0.
 */
export function csvOf(release: Release, language: Language, mark: DecimalMark): string {
  const { period, dimensions } = release;
  const comments = release.table === 'C1';
  const measures = comments ? ['comment'] : measuresOf(release.table).map(({ id }) => id);
  const header = [
    'period',
    ...dimensions.flatMap((dimension) => [dimension, `${dimension} label`]),
    ...measures,
  ];
  const rows = comments ? commentRows(release) : flatRows(release);
  const lines = rows.map(({ codes, values }) => {
    const named = codes.flatMap((code, index) => [
      code,
      codeName(release, dimensions[index] ?? '', code)[language],
    ]);
    return [period, ...named, ...values];
  });
  return `\uFEFF${[header, ...lines].map((fields) => lineOf(fields, mark)).join('')}`;
}

const commentRows = ({ dimensions, cells }: Release): { codes: string[]; values: Fields }[] =>
  cells.map((cell) => ({ codes: codesOf(dimensions, cell), values: [comment.parse(cell['comment'])] }));

const comment = z.string();

const lineOf = (fields: Fields, mark: DecimalMark): string =>
  `${fields.map((field) => fieldOf(field, mark)).join(';')}\r\n`;

function fieldOf(field: string | number | null, mark: DecimalMark): string {
  if (field === null) return '';
  if (typeof field === 'string') return quotedText(inert(field));
  return mark === 'comma' ? String(field).replace('.', ',') : String(field);
}

/** A spreadsheet would calculate what begins like this, and so do what somebody wrote into a name or a comment. */
const inert = (text: string): string => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);

const quotedText = (text: string): string =>
  /[";,\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
