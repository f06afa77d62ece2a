import type { IncomingHttpHeaders } from 'node:http';

/** What a request looks like before it becomes an event. */
export type GatewayRequest = {
  method: string;
  /** Path and query as on the request line. */
  url: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
  sourceIp: string;
};

export type EventFacts = {
  routeKey: string;
  pathParameters: Record<string, string> | undefined;
  claims: Record<string, string> | undefined;
  apiId: string;
  stage: string;
  requestId: string;
  /** Epoch milliseconds by the system's clock. */
  now: number;
};

/** Content types whose body API Gateway hands over as text; every other one, and none, as base64. */
const textual = /^(text\/.*|application\/(json|javascript|xml))$/;

const hopByHop = new Set(['connection', 'keep-alive', 'transfer-encoding', 'te', 'upgrade', 'cookie']);

/** The event in payload format 2.0 that an HTTP API makes of a request. */
export const eventOf = (request: GatewayRequest, facts: EventFacts): Record<string, unknown> => {
  const [rawPath = '/', ...query] = request.url.split('?');
  const rawQueryString = query.join('?');
  const contentType = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  const isBase64Encoded = request.body.length > 0 && !textual.test(contentType);
  const host = request.headers.host ?? '';
  return withoutAbsent({
    version: '2.0',
    routeKey: facts.routeKey,
    rawPath,
    rawQueryString,
    cookies: request.headers.cookie?.split(/;\s*/),
    headers: headersOf(request, host, facts.requestId),
    queryStringParameters: queryOf(rawQueryString),
    requestContext: withoutAbsent({
      accountId: '000000000000',
      apiId: facts.apiId,
      authorizer: facts.claims && { jwt: { claims: facts.claims, scopes: null } },
      domainName: host.replace(/:\d+$/, ''),
      domainPrefix: host.split(/[.:]/)[0],
      http: {
        method: request.method,
        path: rawPath,
        protocol: 'HTTP/1.1',
        sourceIp: request.sourceIp,
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: facts.requestId,
      routeKey: facts.routeKey,
      stage: facts.stage,
      time: accessLogTime(facts.now),
      timeEpoch: facts.now,
    }),
    pathParameters: facts.pathParameters,
    body: request.body.length === 0 ? undefined : request.body.toString(isBase64Encoded ? 'base64' : 'utf8'),
    isBase64Encoded,
  });
};

const withoutAbsent = (record: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

const headersOf = (request: GatewayRequest, host: string, requestId: string): Record<string, string> => {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && !hopByHop.has(name))
      headers[name] = Array.isArray(value) ? value.join(',') : value;
  }
  const forwardedFor = request.headers['x-forwarded-for'];
  return {
    ...headers,
    'x-amzn-trace-id': `Root=${requestId}`,
    'x-forwarded-for': [forwardedFor, request.sourceIp].filter((part) => part !== undefined).join(', '),
    'x-forwarded-port': /:(\d+)$/.exec(host)?.[1] ?? '80',
    'x-forwarded-proto': 'http',
  };
};

/** Parameters given more than once are joined with commas. */
const queryOf = (rawQueryString: string): Record<string, string> | undefined => {
  if (rawQueryString === '') return undefined;
  const parameters: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(rawQueryString)) {
    const earlier = parameters[name];
    parameters[name] = earlier === undefined ? value : `${earlier},${value}`;
  }
  return parameters;
};

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `02/Mar/2026:08:15:00 +0000` */
const accessLogTime = (epochMs: number): string => {
  const [date = '', time = ''] = new Date(epochMs).toISOString().split('T');
  const [year, month, day] = date.split('-');
  return `${day ?? ''}/${months[Number(month) - 1] ?? ''}/${year ?? ''}:${time.slice(0, 8)} +0000`;
};
