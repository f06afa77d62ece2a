import { spansOf, type Span } from './span.ts';

const ending = String.raw`(?:fi|com|net|org|ax|eu|se|ee|ru|ua|uk|de|no|dk|info|io|me|gov|edu)`;

const links = [
  /(?:https?:\/\/|(?<![\p{L}\d])www\.)[^\s\uE000<>"]{1,300}[^\s\uE000<>"'.,;:!?)\]]/giu,
  // Without a path only what is no word: `tuli.se oli` is a sentence that lacks a space.
  /(?<![\p{L}\d.@-])[a-z\d-]{2,63}(?:\.[a-z\d-]{1,63}){0,3}\.(?:fi|com|net|org|ax|eu|gov|edu)(?![\p{L}\d])(?:\/[^\s\uE000<>"]{0,200}[^\s\uE000<>"'.,;:!?)\]])?/giu,
  new RegExp(
    String.raw`(?<![\p{L}\d.@-])[a-z\d-]{2,63}(?:\.[a-z\d-]{1,63}){0,3}\.${ending}\/[^\s\uE000<>"]{0,200}[^\s\uE000<>"'.,;:!?)\]]`,
    'giu',
  ),
];

/** Addresses of pages. E-mail addresses have to be found before. */
export const findLinks = (text: string): Span[] => spansOf(text, 'link', links);

const local = String.raw`(?<![\p{L}\d._%+-])[\p{L}\d][\p{L}\d._%+-]{0,63}`;
/** How people write @ to hide it, or because they dictate. */
const hidden = String.raw`(?: {0,2}[([{<] ?(?:at|a|ät|ät-merkki|@) ?[)\]}>] {0,2}| {1,2}(?:ät|ät-merkki|miukumauku|kissanhäntä|snabel-?a|alfakrull) {1,2})`;
const spelledDot = String.raw`(?: ?[([{<] ?(?:\.|piste|dot|punkt) ?[)\]}>] ?| (?:piste|dot|punkt) )`;
const dot = String.raw`(?:\.|${spelledDot})`;
const label = String.raw`[\p{L}\d][\p{L}\d-]{0,62}`;

const emails = [
  /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64} ?@ ?[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){0,4}/giu,
  new RegExp(
    String.raw`${local}(?:${spelledDot}${label}){0,3}${hidden}${label}(?:${dot}${label}){0,4}`,
    'giu',
  ),
  // A mere "at" is a word: here the end of the address has to show that it is one.
  new RegExp(
    String.raw`${local}(?:${spelledDot}${label}){0,3} at ${label}(?:${dot}${label}){0,3}${dot}${ending}(?![\p{L}\d])`,
    'giu',
  ),
  // A name in a social medium.
  /(?<![\p{L}\d._@-])@[\p{L}\d._]{2,40}/giu,
];

export const findEmails = (text: string): Span[] => spansOf(text, 'e-mail', emails);

const accounts = [
  /(?<![\p{L}\d])[a-z]{2} ?\d ?\d(?:[ -]{0,2}\d){11,26}(?![\p{L}\d])/giu,
  /(?<![\p{L}\d])[a-z]{2}\d\d[ -]?[a-z]{4}(?:[ -]?\d){6,16}(?![\p{L}\d])/giu,
  // As Finnish accounts were written before.
  /(?<![\p{L}\d])\d{6}-\d{5,8}(?![\p{L}\d])/gu,
  /(?<![\p{L}\d])[A-Z]{2}\d\d(?:[ -]?[A-Z\d]{4}){3,7}(?:[ -]?[A-Z\d]{1,3})?(?![\p{L}\d])/gu,
];

/** IBANs, with whatever check digits. */
export const findAccounts = (text: string): Span[] => spansOf(text, 'account', accounts);

const phones = [
  /(?<![\p{L}\d])(?:\+|00) ?\(?\d{1,3}\)?(?:[ ()./-]{0,3}\d){5,13}(?!\d)/gu,
  // Not the eighth of May in 2026, nor from 8.30 to 16.00: dots stand between groups of three only.
  /(?<![\p{L}\d.,/]|\d-)\(?0\d{1,3}\)?(?:[ /-]{0,3}\d){5,10}(?![\d/])/gu,
  /(?<![\p{L}\d.,/]|\d-)0\d{1,3}[. ]\d{3}[. ]\d{2,4}(?:[. ]\d{2,4})?(?!\d)/gu,
  /(?<![\p{L}\d.,/]|\d-)(?:4\d|50)[ -]\d{3}[ -]?\d{3,4}(?!\d)/gu,
  /(?<=(?<!\p{L})(?:puh|puhelin|puhelimitse|tel|telefon|gsm|p|numero|numeroni|numeronsa|numerosta|numeroon|nro|nummer|numret|phone|number|mobile|soita|ring|call)[.:]{0,2} {0,2})\d(?:[ -]?\d){4,12}(?!\d)/giu,
];

/** Phone numbers as they are written in Finland, and any with the code of a country. */
export const findPhones = (text: string): Span[] => spansOf(text, 'phone', phones);
