import * as z from 'zod';

const inEachLanguage = z.object({ fi: z.string(), sv: z.string(), en: z.string() });

/** Where the organisation's people turn, beside the emergency number. */
const contactsSchema = z.object({
  /** Social work that answers at any hour. Telephone number as it is written. */
  onCall: z.object({ phone: z.string() }),
  /** Helps with complaints. With the address of a web page in each language. */
  ombudsperson: z.object({ name: inEachLanguage, phone: z.string(), url: inEachLanguage }),
  /** How to make a formal reminder: the address of a web page in each language. */
  reminder: z.object({ url: inEachLanguage }),
  /** Reads what does not work for somebody, and answers within 14 days. */
  accessibility: z.object({ email: z.email() }),
});

/** Whose installation it is, as configured: who asks, who answers for the processing, and where people turn. */
export const organisationSchema = z.object({
  /** In each language. */
  name: inEachLanguage,
  /** E-mail address for questions about the surveys. */
  email: z.email(),
  /** E-mail address of the data protection officer. */
  officerEmail: z.email(),
  contacts: contactsSchema,
  /** Where quick exit leads: a web page that says nothing of whoever looks at it. */
  leaveTo: z.string(),
});
export type Organisation = z.infer<typeof organisationSchema>;
