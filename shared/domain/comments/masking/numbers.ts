import { spansOf, type Span } from './span.ts';

const labels =
  'dnro|dnr|diaarinumero|diaarinro|diaari|asianumero|asianro|asiakasnumero|asiakasnro|asiakastunnus|tapausnumero|hakemusnumero|' +
  'päätösnumero|päätösnro|viitenumero|viite|diarienummer|diarienr|ärendenummer|ärendenr|klientnummer|kundnummer|referensnummer|' +
  'case number|case no|case id|client number|client id|reference number|ref';
const year = String.raw`(?:19|20)\d\d`;

const patterns = [
  // Whatever stands behind a word for such a number, and has two digits.
  new RegExp(
    String.raw`(?<=(?<!\p{L})(?:${labels})(?:ni|mme|nsa|si|t|et)?(?: on| är| is)?[.:#]{0,2} {0,2})(?=[\p{L}\d/.:-]{0,20}\d[\p{L}\d/.:-]{0,20}\d)[\p{L}\d/.:-]{1,40}[\p{L}\d](?: [\d/-]{2,20}\d)?`,
    'giu',
  ),
  // 123/2026, D/12/05.01/2026.
  new RegExp(
    String.raw`(?<![\p{L}\d/.])(?:\p{L}{1,6}[ /:-]?)?\d{1,7}(?:\/[\d.]{1,12}){0,4}\/${year}(?!\d)`,
    'giu',
  ),
  /(?<![\p{L}\d/.])\d{3,7}\/\d\d(?![\d/])/gu,
  // HEL 2026-001234, LS2026/123456, but not 2025-2026.
  new RegExp(String.raw`(?<![\p{L}\d])\p{Lu}{2,6}[ /:-]?${year}[-/ ]\d{3,8}(?!\d)`, 'gu'),
  new RegExp(
    String.raw`(?<![\p{L}\d])(?:\p{L}{1,6}[ /:-]?)?${year}[-/](?!${year}(?!\d))\d{4,8}(?!\d)`,
    'giu',
  ),
  // Letters with five digits and more; the plates of a car.
  /(?<![\p{L}\d])\p{L}{1,5}[-/:]?\d{5,20}(?:[-/]\d{1,10})?(?!\d)/gu,
  /(?<![\p{L}\d])\p{Lu}{2,3}-\d{1,3}(?![\p{L}\d])/gu,
  /(?<!\d)\d{6}-\d{2,8}(?!\d)/gu,
  /\d{7,40}/gu,
  // Three groups and more, such as 123 456 789, but no years.
  new RegExp(String.raw`(?<![\d,.])(?!${year}(?!\d))\d{3,4}(?:[ -]\d{3,4}){2,6}(?!\d)`, 'gu'),
];

/** Numbers of cases, clients and cars, and any long number that nothing else has found. */
export const findNumbers = (text: string): Span[] =>
  spansOf(text, 'number', patterns).filter(({ from, to }) => !isTime(text.slice(from, to)));

/** 3/2026, a month, or 2025/2026, a school year; with a word before it that a number may have. */
function isTime(found: string): boolean {
  const [, first = '', second = ''] = /(?:^|\P{N})(\d{1,4})\/(\d{4})$/u.exec(found) ?? [];
  if (/\/.*\//.test(found) || second === '') return false;
  return Number(first) <= 12 || Number(first) + 1 === Number(second);
}
