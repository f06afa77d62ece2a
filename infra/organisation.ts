import { z } from 'zod';
import { webUrl } from './web-url.ts';

const nameText = z
  .string('must be a name')
  .trim()
  .min(1, 'must not be empty')
  .max(120, 'is too long for a name');
const address = z.email('must be an e-mail address');
const phone = z
  .string('must be a telephone number')
  .regex(/^\+?\d[\d ]{1,18}\d$/, 'must be a telephone number: digits and spaces, with + in front or without');

/** Something said in each language of the pages and mails. */
const inEachLanguage = <Said extends z.ZodType>(said: Said) =>
  z.strictObject({ fi: said, sv: said, en: said }, 'must be said in fi, sv and en');

/** What nobody should read on a lock screen. */
const tellingWords = /lastensuoj|huosta|sijaishuol|barnskydd|omhändertag|child (?:welfare|protection)/i;

/** What a mail program shows of the sender: it lights up on lock screens, and stands in a header of the mail. */
export const senderName = inEachLanguage(
  nameText
    .max(60, 'is too long for the name of a sender')
    .regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u, 'must be on one line, without control characters')
    // A mail program would read it as what it encodes (RFC 2047).
    .refine((text) => !text.includes('=?'), 'must be plain text')
    .refine((text) => !tellingWords.test(text), 'must not tell of child welfare: it is read on lock screens'),
);

/** Who asks and answers for the processing. All of it has to be said: half of it helps nobody who has a question. */
export const controller = z.strictObject(
  { name: inEachLanguage(nameText), email: address, officerEmail: address },
  'must be an object with name, email and officerEmail, in cdk.json',
);

/** Where people turn, beside the emergency number. All of it, again. */
export const contacts = z.strictObject(
  {
    onCall: z.strictObject({ phone }, 'must be an object with phone'),
    ombudsperson: z.strictObject(
      { name: inEachLanguage(nameText), phone, url: inEachLanguage(webUrl) },
      'must be an object with name, phone and url',
    ),
    reminder: z.strictObject({ url: inEachLanguage(webUrl) }, 'must be an object with url'),
    accessibility: z.strictObject({ email: address }, 'must be an object with email'),
  },
  'must be an object with onCall, ombudsperson, reminder and accessibility, in cdk.json',
);

/**
 * Stands where nobody has said whose installation it is: everybody sees that nobody has, nothing of it leads to anybody
 * (RFC 2606 reserves the domain, and no number begins like this one), and {@link warnOfWhatIsUnsaid} knows it again.
 */
export const example = {
  name: {
    fi: 'Esimerkin hyvinvointialue',
    sv: 'Exemplets välfärdsområde',
    en: 'The Wellbeing Services County of Example',
  },
  replyTo: 'kyselyt@hyvinvointialue.example',
  officerEmail: 'tietosuojavastaava@hyvinvointialue.example',
  contacts: {
    onCall: { phone: '+358 00 000 0000' },
    ombudsperson: {
      name: {
        fi: 'Esimerkin sosiaaliasiavastaava',
        sv: 'Exemplets socialombud',
        en: 'The Social Ombudsperson of Example',
      },
      phone: '+358 00 000 0001',
      url: {
        fi: 'https://hyvinvointialue.example/sosiaaliasiavastaava',
        sv: 'https://hyvinvointialue.example/sv/socialombud',
        en: 'https://hyvinvointialue.example/en/social-ombudsperson',
      },
    },
    reminder: {
      url: {
        fi: 'https://hyvinvointialue.example/muistutus',
        sv: 'https://hyvinvointialue.example/sv/anmarkning',
        en: 'https://hyvinvointialue.example/en/reminder',
      },
    },
    accessibility: { email: 'saavutettavuus@hyvinvointialue.example' },
  },
};

/** Forecasts of the Finnish Meteorological Institute: anybody may have looked at those. */
export const weatherPage = 'https://www.ilmatieteenlaitos.fi/';
