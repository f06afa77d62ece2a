import { findAddresses } from './masking/addresses.ts';
import { findAccounts, findEmails, findLinks, findPhones } from './masking/contact-details.ts';
import { findNames } from './masking/find-names.ts';
import { findIdentityCodes } from './masking/identity-codes.ts';
import { findNumbers } from './masking/numbers.ts';
import { plainText, searchable } from './masking/plain-text.ts';
import { inOrder, marks, withoutSpans, type Span } from './masking/span.ts';

/** What is surest to be what it is comes first: what one has found, the next ones don't see. */
const finders = [
  findEmails,
  findLinks,
  findAccounts,
  findIdentityCodes,
  findPhones,
  findAddresses,
  findNumbers,
  findNames,
];

const anyMark = new RegExp(String.raw`\[(?:${marks.join('|')})\]`, 'gu');
const repeatedMark = new RegExp(
  String.raw`(\[(?:${marks.join('|')})\])(?: \1)+|(\[address\])(?:, {0,2}\2)+`,
  'gu',
);

/** In front of a name: "T. P. Virtanen". */
const initials = /(?<![\p{L}\d.])(?:\p{Lu}\. ?){1,3}(?=\[name\])/gu;

/**
 * A comment without personal data, as far as a program can tell it: identity codes, phone numbers, addresses, accounts,
 * numbers of cases and names become marks such as `[name]`. A person reads it all the same before it is shown. What is
 * masked stays as it is when it is masked again. Takes time in proportion to the length of the text, whatever is in it.
 */
export function mask(written: string): string {
  const text = plainText(written);
  const spans: Span[] = [];
  let left = withoutSpans(searchable(text), marksIn(text));
  for (const find of finders) {
    const found = find(left);
    spans.push(...found);
    left = withoutSpans(left, found);
  }
  return withMarks(text, spans).replace(initials, '').replace(repeatedMark, '$1$2');
}

const marksIn = (text: string): Span[] =>
  [...text.matchAll(anyMark)].map(({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
    mark: 'name',
  }));

function withMarks(text: string, spans: readonly Span[]): string {
  let rest = 0;
  const pieces: string[] = [];
  for (const { from, to, mark } of inOrder(spans)) {
    // Two patterns may have found the same; what the second sees more of is masked with it.
    if (from < rest) {
      rest = Math.max(rest, to);
      continue;
    }
    pieces.push(text.slice(rest, from), `[${mark}]`);
    rest = to;
  }
  return pieces.join('') + text.slice(rest);
}
