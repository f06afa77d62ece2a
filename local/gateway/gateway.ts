import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Invocation } from '../functions/environment.ts';
import { payloadBytesMax } from '../functions/runtime.ts';
import { bodyOf, listen } from '../http.ts';
import type { Listening } from '../http.ts';
import { answerOf, gatewayAnswer, internalServerError } from './answer.ts';
import type { GatewayAnswer } from './answer.ts';
import type { Authorized } from './authorizer.ts';
import { eventOf } from './event.ts';
import { matchRoute } from './routes.ts';
import type { Route } from './routes.ts';

/** What a route leads to: who may come, how often, and which function answers. */
type RouteTarget = {
  authorize: ((header: string | undefined) => Promise<Authorized>) | undefined;
  admit: () => boolean;
  invoke: (event: unknown) => Promise<Invocation>;
};

export type HttpApi = { apiId: string; stage: string; routes: Route<RouteTarget>[] };

/** The API of the template once it is known; until then every request is answered with 503. */
export type Gateway = Listening & { serve: (api: HttpApi) => void };

/** Bytes of a request body above which the gateway itself refuses. */
const bodyBytesMax = 10 * 1024 * 1024;

export const startGateway = async (port: number, clock: { now: () => number }): Promise<Gateway> => {
  let api: HttpApi | undefined;
  const server = createServer((request, response) => {
    void handle(api, request, clock)
      .catch(() => internalServerError())
      .then((answer) => {
        write(response, answer);
      });
  });
  const listening = await listen(server, port);
  return {
    ...listening,
    serve: (served) => {
      api = served;
    },
  };
};

const write = (response: ServerResponse, answer: GatewayAnswer): void => {
  const bodiless = answer.status === 204 || answer.status === 304;
  response.writeHead(answer.status, {
    ...answer.headers,
    ...(!bodiless && { 'content-length': answer.body.length }),
    'apigw-requestid': randomUUID(),
  });
  response.end(bodiless ? undefined : answer.body);
};

const handle = async (
  api: HttpApi | undefined,
  request: IncomingMessage,
  clock: { now: () => number },
): Promise<GatewayAnswer> => {
  const body = await bodyOf(request, bodyBytesMax);
  if (api === undefined) return gatewayAnswer(503, 'Service Unavailable');
  const url = request.url ?? '/';
  const matched = matchRoute(api.routes, request.method ?? 'GET', url.split('?')[0] ?? '/');
  if (matched === undefined) return gatewayAnswer(404, 'Not Found');
  const { route, pathParameters } = matched;
  if (!route.target.admit()) return gatewayAnswer(429, 'Too Many Requests');
  const authorized = await route.target.authorize?.(request.headers.authorization);
  if (authorized?.kind === 'unauthorized') {
    return gatewayAnswer(401, 'Unauthorized', { 'www-authenticate': authorized.challenge });
  }
  if (body === 'too-large') return gatewayAnswer(413, 'Request Entity Too Large');
  const event = eventOf(
    {
      method: request.method ?? 'GET',
      url,
      headers: request.headers,
      body,
      sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
    },
    {
      routeKey: route.routeKey,
      pathParameters,
      claims: authorized?.claims,
      apiId: api.apiId,
      stage: api.stage,
      requestId: randomUUID(),
      now: clock.now(),
    },
  );
  if (Buffer.byteLength(JSON.stringify(event)) > payloadBytesMax) {
    return gatewayAnswer(413, 'Request Entity Too Large');
  }
  const invocation = await withinTimeLimit(route.target.invoke(event));
  if (invocation === 'too-late') return gatewayAnswer(503, 'Service Unavailable');
  return invocation.ok ? answerOf(invocation.payload) : internalServerError();
};

/** Milliseconds after which an HTTP API gives up on its integration. */
const integrationTimeoutMs = 30_000;

const withinTimeLimit = async (invoked: Promise<Invocation>): Promise<Invocation | 'too-late'> => {
  const { promise, resolve } = Promise.withResolvers<'too-late'>();
  const timer = setTimeout(resolve, integrationTimeoutMs, 'too-late');
  try {
    return await Promise.race([invoked, promise]);
  } finally {
    clearTimeout(timer);
  }
};
