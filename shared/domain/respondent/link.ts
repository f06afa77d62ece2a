import type { FormLanguage } from '../vocabulary.ts';

/** Bytes of a ticket and of a context, as they travel in a link and in a typed code. */
export const ticketBytes = 16;
export const contextBytes = 9;

/** Bytes of a ballot nonce, and of what is signed of it: a random prefix of 32 bytes stands in front. */
export const nonceBytes = 32;
export const signedBytes = 32 + nonceBytes;

/** Every sealed answer has this size, so that a size says nothing. */
export const sealedBytes = 3840;

/** What an invitation carries, in base64url without padding. */
export type Invitation = { readonly ticket: string; readonly context: string };

/** Crockford's alphabet: no I, L, O or U, so that nothing is read for something else. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = ((ticketBytes + contextBytes) * 8) / 5;

/**
 * The address of the survey page for one invitation. The invitation stands in the fragment, which a browser keeps
 * to itself.
 *
 * @param origin scheme and host of the survey page
 */
export const surveyLink = (
  origin: string,
  language: FormLanguage,
  survey: string,
  { ticket, context }: Invitation,
): string => `${origin}${surveyPath(language, survey)}#${ticket}.${context}`;

/** The path of the survey page. @param survey the form's version, as {@link surveyName} writes it */
export const surveyPath = (language: FormLanguage, survey: string): string => `/${language}/s/${survey}`;

/** The path of the preferences page, with the reference in its query. */
export const preferencesPath = (language: FormLanguage, reference: string): string =>
  `/${language}/preferences?r=${encodeURIComponent(reference)}`;

/** The address of the preferences page for one person and request. @param origin scheme and host of the page */
export const preferencesLink = (origin: string, language: FormLanguage, reference: string): string =>
  origin + preferencesPath(language, reference);

/** The path of the privacy notice. */
export const privacyPath = (language: FormLanguage): string => `/${language}/privacy`;

/** The path of the accessibility statement. */
export const accessibilityPath = (language: FormLanguage): string => `/${language}/accessibility`;

/** The path of the page of what was heard in every region. */
export const heardPath = (language: FormLanguage): string => `/${language}/heard`;

/** The name of a form's version in a link, such as `meeting.1`. */
export const surveyName = (questionSet: string, version: number): string => `${questionSet}.${version}`;

/** The invitation as a code that can be typed: ten groups of four characters. */
export function typedCode({ ticket, context }: Invitation): string {
  const bytes = [...Buffer.from(ticket, 'base64url'), ...Buffer.from(context, 'base64url')];
  const bits = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const characters = (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]);
  return (characters.join('').match(/.{4}/g) ?? []).join('-');
}

/**
 * The invitation behind what somebody typed or pasted: a code, with or without its groups and in either case, with
 * letters for the digits that look like them, or the link itself.
 *
 * @returns undefined where it can't be one; whether it is a valid one is for the ticket's MAC to say
 */
export function readCode(typed: string): Invitation | undefined {
  const fragment = /(?:^|#)([\w-]{22})\.([\w-]{12})$/.exec(typed.trim());
  if (fragment?.[1] !== undefined && fragment[2] !== undefined)
    return { ticket: fragment[1], context: fragment[2] };
  const characters = typed
    .toUpperCase()
    .replace(/[\s\p{Dash}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (characters.length !== codeLength) return undefined;
  const values = Array.from(characters, (character) => alphabet.indexOf(character));
  if (values.includes(-1)) return undefined;
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('');
  const bytes = (bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2));
  return {
    ticket: Buffer.from(bytes.slice(0, ticketBytes)).toString('base64url'),
    context: Buffer.from(bytes.slice(ticketBytes)).toString('base64url'),
  };
}
