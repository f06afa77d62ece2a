import * as z from 'zod';
import { staffLanguage, type FormLanguage } from '../vocabulary.ts';

/** It stands in a header of the mail, and lights up on lock screens: one line, without control characters. */
const nameSchema = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u, 'expected one line without control characters')
  // It would be read as what it encodes (RFC 2047), and nobody has looked at that.
  .refine((text) => !text.includes('=?'), 'expected plain text');

const namesSchema = z.object({ fi: nameSchema, sv: nameSchema, en: nameSchema });

const addressesSchema = z.object({
  address: z.email(),
  /** Where an answer to a mail goes. */
  replyTo: z.email(),
});

/** Who asks, as the organisation that runs the installation has configured it. */
export type MailSender = z.infer<typeof addressesSchema> & {
  /** Of the organisation, as people know it. */
  readonly names: z.infer<typeof namesSchema>;
};

/** Who asks, in one language. */
export type NamedSender = { readonly name: string; readonly address: string; readonly replyTo: string };

/**
 * Reads who asks from an installation's configuration.
 *
 * @param names JSON with a name for each language
 * @throws SyntaxError or ZodError where it can't stand in a mail
 */
export const readMailSender = (names: string, addresses: unknown): MailSender => ({
  ...addressesSchema.parse(addresses),
  names: namesSchema.parse(JSON.parse(names)),
});

export const senderIn = (language: FormLanguage, { names, ...addresses }: MailSender): NamedSender => ({
  name: names[staffLanguage[language]],
  ...addresses,
});
