import * as z from 'zod';
import { contextBytes, nonceBytes, ticketBytes } from '../domain/respondent/link.ts';
import { encoded } from '../lambda/encoded.ts';

/** The hidden fields of the question form, which the page has filled in. */
export const answersFormSchema = z.object({
  ticket: encoded(ticketBytes),
  context: encoded(contextBytes),
  nonce: encoded(nonceBytes),
});
