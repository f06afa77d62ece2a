import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2,
  Context,
  SQSBatchResponse,
  SQSEvent,
} from 'aws-lambda';
import { gunzipSync } from 'node:zlib';
import { vi } from 'vitest';
import { faultsOf } from './api-document.ts';

/** What a test says of a request; the gateway's own fields are filled in. */
export type RequestFacts = {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly isBase64Encoded?: boolean;
  readonly pathParameters?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Claims of a token that the gateway has verified; none where the route has no authorizer. */
  readonly claims?: Readonly<Record<string, unknown>>;
};

/** A request as API Gateway hands it over, payload format 2.0. */
export const httpRequest = ({ method = 'GET', path = '/', headers = {}, ...facts }: RequestFacts) =>
  ({
    version: '2.0',
    routeKey: `${method} ${path}`,
    rawPath: path,
    rawQueryString: '',
    headers,
    isBase64Encoded: facts.isBase64Encoded ?? false,
    ...(facts.body !== undefined && { body: facts.body }),
    ...(facts.pathParameters && { pathParameters: facts.pathParameters }),
    ...(facts.query && { queryStringParameters: facts.query }),
    requestContext: {
      http: { method, path },
      ...(facts.claims && { authorizer: { jwt: { claims: facts.claims, scopes: [] } } }),
    },
  }) as unknown as APIGatewayProxyEventV2;

type HttpHandler = (event: APIGatewayProxyEventV2, context: Context) => Promise<unknown>;
type QueueHandler = (event: SQSEvent, context: Context) => Promise<unknown>;

const lambdaContext = {} as Context;

type HttpAnswer = APIGatewayProxyStructuredResultV2 & { body: string };

/** What a caller reads. */
function textOf({ body, headers, isBase64Encoded = false }: APIGatewayProxyStructuredResultV2): string {
  if (!isBase64Encoded) return body ?? '';
  const bytes = Buffer.from(body ?? '', 'base64');
  return (headers?.['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString();
}

/** Calls a function behind the HTTP API. @throws where the answer is not as the API's document describes it */
export async function callHttp(handler: HttpHandler, facts: RequestFacts): Promise<HttpAnswer> {
  const answer = (await handler(httpRequest(facts), lambdaContext)) as HttpAnswer;
  const { statusCode: status = 0, headers = {} } = answer;
  const route = `${facts.method ?? 'GET'} ${facts.path ?? '/'}`;
  const faults = faultsOf(route, { status, headers, body: textOf(answer) });
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return answer;
}

/** Hands messages to a function behind a queue. @returns ids of those that failed; the first message is `0` */
export async function deliver(handler: QueueHandler, ...bodies: readonly string[]): Promise<string[]> {
  const event = {
    Records: bodies.map((body, position) => ({ messageId: String(position), body })),
  } as SQSEvent;
  const answer = (await handler(event, lambdaContext)) as SQSBatchResponse;
  return answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
}

/** Runs a function of a schedule, as the clock would. */
export const runScheduled = (
  handler: (event: unknown, context: Context) => Promise<unknown>,
): Promise<unknown> => handler({}, lambdaContext);

/** Collects everything that is logged from now on, instead of printing it. Lines come without their timestamp. */
export function collectLog(): { lines: () => Record<string, unknown>[]; text: () => string } {
  const written: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written.push(String(chunk));
    return true;
  });
  return {
    text: () => written.join(''),
    lines: () =>
      written
        .join('')
        .trimEnd()
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>)
        .map((line) => {
          delete line['timestamp'];
          return line;
        }),
  };
}
