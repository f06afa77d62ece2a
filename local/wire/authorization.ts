import { evaluate } from './iam.ts';
import type { Statement } from './iam.ts';
import type { Operation } from './operations.ts';

/** Who may do what, as the template has it. */
export type Authority = {
  /** What a function's role grants and denies; undefined for a caller that is no function. */
  statementsOf: (caller: string) => Statement[] | undefined;
  /** ARN of a function's role; undefined for a caller that is no function. */
  principalOf: (caller: string) => string | undefined;
  /** What a resource's own policy denies, to functions and tools alike. */
  denialsOn: (resource: string) => Statement[];
};

/** Why a call is refused, in IAM's words; undefined when the caller may make it. */
export const refusal = (authority: Authority, caller: string, operation: Operation): string | undefined => {
  const statements = authority.statementsOf(caller);
  if (statements !== undefined && operation.permissions.length === 0) {
    return `The local runner does not know what ${operation.name} has to be granted by, so ${caller} may not call it`;
  }
  const principal = authority.principalOf(caller);
  for (const { action, resource, context } of operation.permissions) {
    const asked = {
      action,
      resource,
      context: { ...context, ...(principal !== undefined && { 'aws:PrincipalArn': [principal] }) },
    };
    const because = (why: string): string =>
      `User: ${caller} is not authorized to perform: ${action} on resource: ${resource} ${why}`;
    if (evaluate(authority.denialsOn(resource), asked) === 'explicitly-denied')
      return because('with an explicit deny in a resource-based policy');
    const verdict = statements === undefined ? 'allowed' : evaluate(statements, asked);
    if (verdict === 'explicitly-denied') return because('with an explicit deny');
    if (verdict === 'not-granted') return because('because no policy allows it');
  }
  return undefined;
};
