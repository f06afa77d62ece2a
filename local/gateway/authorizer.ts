import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { JWTPayload, JWTVerifyGetKey } from 'jose';

export type JwtAuthorizer = { issuer: string; audiences: string[] };

export type Authorized =
  { kind: 'authorized'; claims: Record<string, string> } | { kind: 'unauthorized'; challenge: string };

/**
 * Judges bearer tokens as an HTTP API's JWT authorizer does: the issuer's signature, its name, the audience (or
 * `client_id`) and the times, by the machine's own clock whatever the system's clock says.
 */
export const createAuthorizer = (options: JwtAuthorizer) => {
  let keys: Promise<JWTVerifyGetKey> | undefined;
  return async (header: string | undefined): Promise<Authorized> => {
    if (header === undefined) return { kind: 'unauthorized', challenge: 'Bearer' };
    const token = header.replace(/^Bearer\s+/i, '');
    try {
      keys ??= keysOf(options.issuer);
      const { payload } = await jwtVerify(token, await keys, { issuer: options.issuer });
      const audiences = [payload.aud ?? payload['client_id']].flat();
      if (!audiences.some((audience) => options.audiences.includes(String(audience)))) {
        return unauthorized('the token has an invalid audience');
      }
      return { kind: 'authorized', claims: claimsOf(payload) };
    } catch {
      return unauthorized('the token is not valid');
    }
  };
};

/** The issuer's signing keys, where its discovery document says that they are. */
const keysOf = async (issuer: string): Promise<JWTVerifyGetKey> => {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const { jwks_uri: address } = (await response.json()) as { jwks_uri: string };
  return createRemoteJWKSet(new URL(address));
};

const unauthorized = (description: string): Authorized => ({
  kind: 'unauthorized',
  challenge: `Bearer scope="" error="invalid_token" error_description="${description}"`,
});

/** Claims as the gateway hands them over: every one a string, and a list as `[admin analyst]`. */
export const claimsOf = (payload: JWTPayload): Record<string, string> =>
  Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, claimText(value)]));

const claimText = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(claimText).join(' ')}]`;
  return typeof value === 'string' ? value : JSON.stringify(value);
};
