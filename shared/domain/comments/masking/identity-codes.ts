import { spansOf, type Span } from './span.ts';

/*
 * Finnish personal identity codes and what people make of them: any century sign of those in use since 2023, spaces and
 * dots in between, a wrong or missing check character, a year in full, no sign at all. Swedish ones are alike. Also days of
 * birth, where a word says that they are.
 */
const patterns = [
  /(?<![\p{L}\d])(?:\d[ .]?){5}\d(?:\d\d)? {0,2}[-+_a-fu-y] {0,2}\d ?\d ?\d ?[\da-z](?![\p{L}\d])/giu,
  /(?<![\p{L}\d])\d{6}(?:\d\d)? ?[-+a-fu-y] ?\d{3}(?![\p{L}\d])/giu,
  /(?<![\p{L}\d])\d{9}[a-z](?![\p{L}\d])/giu,
  /(?<![\p{L}\d])\d{6} \d{3}[a-z](?![\p{L}\d])/giu,
  /(?<=(?<!\p{L})(?:s\.|synt\.|syntynyt|syntymäaika|f\.|född|födelsedag|born|date of birth|dob)(?: on)?:? {0,2})\d{1,2}[./ -]{1,2}\d{1,2}[./ -]{1,2}(?:19|20)?\d\d(?!\d)/giu,
];

export const findIdentityCodes = (text: string): Span[] => spansOf(text, 'identity code', patterns);
