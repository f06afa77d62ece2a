import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';
import { listen } from '../http.ts';

/** Who signs in locally, and the groups that each belongs to. */
const groupsOf: Record<string, string[]> = { admin: ['admin'], analyst: ['analyst'] };

export type Oidc = {
  issuer: string;
  audience: string;
  tokens: { admin: string; analyst: string };
  close: () => Promise<void>;
};

const tokenSeconds = 10 * 365 * 24 * 3600;
const audience = 'urn:kuultu:api';

/** An OpenID Connect issuer with a client for an administrator and one for an analyst, whose tokens last for years. */
export const startOidc = async (groupsClaim: string): Promise<Oidc> => {
  const server = createServer();
  const listening = await listen(server);
  const secret = randomBytes(24).toString('base64url');
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const provider = new Provider(listening.url, {
    jwks: { keys: [{ ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256', kid: 'local' }] },
    cookies: { keys: [secret] },
    adapter: createForgetfulStore,
    clients: Object.keys(groupsOf).map((name) => ({
      client_id: name,
      client_secret: secret,
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
    })),
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: () => ({
          scope: '',
          audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: tokenSeconds,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    ttl: { ClientCredentials: tokenSeconds },
    extraTokenClaims: (_: unknown, token: { clientId: string }) => ({
      [groupsClaim]: groupsOf[token.clientId] ?? [],
    }),
  });
  server.on('request', provider.callback());
  const tokenOf = async (client: string): Promise<string> => {
    const response = await fetch(`${listening.url}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${client}:${secret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', resource: audience }),
    });
    const { access_token: token } = (await response.json()) as { access_token?: string };
    if (token === undefined) throw new Error(`The local issuer gave no token to ${client}`);
    return token;
  };
  const tokens = { admin: await tokenOf('admin'), analyst: await tokenOf('analyst') };
  return { issuer: listening.url, audience, tokens, close: listening.close };
};

/** Tokens here are signed and stand for themselves, so that the issuer has nothing to look up. */
const createForgetfulStore = () => ({
  upsert: () => Promise.resolve(),
  find: () => Promise.resolve(undefined),
  findByUid: () => Promise.resolve(undefined),
  findByUserCode: () => Promise.resolve(undefined),
  consume: () => Promise.resolve(),
  destroy: () => Promise.resolve(),
  revokeByGrantId: () => Promise.resolve(),
});
