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

/**
 * Lets a caller pass who has one of the roles.
 *
 * @param groupsClaim name of the claim with the caller's groups
 * @throws Problem 403 for anyone else
 */
export function demandRole(request: HttpRequest, groupsClaim: string, oneOf: readonly AccessRole[]): void {
  const authorized = authorizedRequest.safeParse(request.requestContext);
  const groups = authorized.success ? groupsOf(authorized.data.authorizer.jwt.claims[groupsClaim]) : [];
  if (!oneOf.some((role) => groups.includes(role))) {
    throw new Problem(403, `This needs the role ${oneOf.join(' or ')}.`);
  }
}
