import * as z from 'zod';
import { quarterSchema } from '../domain/calendar/month.ts';
import { sealedBytes, signedBytes, ticketBytes } from '../domain/respondent/link.ts';
import { encoded } from '../lambda/encoded.ts';
import { problemSchema } from '../lambda/problem.ts';

export const ballotSchema = z.object({
  ticket: encoded(ticketBytes).describe('From the fragment of the link, in front of the dot.'),
  keyId: quarterSchema.describe('The quarter whose key is to sign.'),
  blinded: encoded().describe("The blinded message, as long as the ballot key's modulus."),
});

export const signedBallotSchema = z.object({
  signature: encoded().describe('The blind signature, as long as the modulus.'),
});

/** A ballot and a sealed answer. All binary values are in base64url, in their one spelling. */
export const sealedResponseSchema = z.object({
  keyId: quarterSchema.describe('The quarter whose key has signed the ballot.'),
  nonce: encoded(signedBytes).describe(
    'What is signed: the random prefix of 32 bytes, then the nonce of 32.',
  ),
  signature: encoded(),
  sealed: encoded(sealedBytes).describe('The answers and the context, sealed to the mix.'),
  sealedTo: quarterSchema
    .optional()
    .describe("Where the quarter has turned since the ballot was signed: that of the mix's key."),
});

export const takenSchema = z.object({});

/** A problem that names the quarter to use instead. */
export const otherQuarterSchema = problemSchema.extend({
  keyId: quarterSchema.exactOptional().describe('The quarter whose key is in use now.'),
});
