import * as z from 'zod';
import type { HttpRequest } from './http-function.ts';
import { Problem } from './problem.ts';

export type AccessRole = 'admin' | 'analyst';

/** The gateway has verified the token; it hands array claims over as text, `[admin analyst]`. */
const authorizedRequest = z.object({
  authorizer: z.object({ jwt: z.object({ claims: z.record(z.string(), z.unknown()) }) }),
});

function groupsOf(claim: unknown): string[] {
  if (Array.isArray(claim)) return claim.map(String);
  return typeof claim === 'string' ? claim.replace(/^\[|\]$/g, '').split(/[\s,]+/) : [];
}

function claimsOf(request: HttpRequest): Readonly<Record<string, unknown>> {
  const authorized = authorizedRequest.safeParse(request.requestContext);
  return authorized.success ? authorized.data.authorizer.jwt.claims : {};
}

/**
 * Lets a caller pass who has one of the roles.
 *
 * @param groupsClaim name of the claim with the caller's groups
 * @throws Problem 403 for anyone else
 */
export function demandRole(request: HttpRequest, groupsClaim: string, oneOf: readonly AccessRole[]): void {
  const groups = groupsOf(claimsOf(request)[groupsClaim]);
  if (!oneOf.some((role) => groups.includes(role))) {
    throw new Problem(403, `This needs the role ${oneOf.join(' or ')}.`);
  }
}

const subject = z.string().min(1).max(255);

/**
 * Who is calling: the subject of their token, which means nothing outside the sign-in service.
 *
 * @throws Problem 403 where the token names none: what changes something has to say who did
 */
export function subjectOf(request: HttpRequest): string {
  const parsed = subject.safeParse(claimsOf(request)['sub']);
  if (!parsed.success) throw new Problem(403, 'The token does not say who you are.');
  return parsed.data;
}
