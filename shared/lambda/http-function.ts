import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { fault } from './log.ts';
import type * as z from 'zod';
import { Problem, type problemSchema } from './problem.ts';

export type HttpRequest = APIGatewayProxyEventV2;
export type HttpAnswer = APIGatewayProxyStructuredResultV2;

type Shell = { event: HttpRequest; response: HttpAnswer | null; error: Error | null };

/** How a caller is told of a problem. */
export type TellProblem = (problem: Problem, request: HttpRequest) => HttpAnswer;

/**
 * The shell of a function behind the HTTP API. The handler returns an answer, or throws a {@link Problem},
 * which is told; anything else is a fault, logged once and told as a bare 500.
 *
 * @param tell `application/problem+json` when left out
 */
export const httpFunction = (
  handle: (request: HttpRequest) => Promise<HttpAnswer>,
  tell: TellProblem = problemAnswer,
) =>
  middy<HttpRequest, HttpAnswer>()
    .use({
      onError: (shell: Shell) => {
        shell.response = tell(asProblem(shell.error, shell.event), shell.event);
      },
    })
    .handler(handle);

function asProblem(error: unknown, request: HttpRequest): Problem {
  if (error instanceof Problem) return error;
  // The route's template names the way without the values that a caller put into it.
  fault('a request failed', error, { route: request.routeKey });
  return new Problem(500, 'Something went wrong here. Please try again.');
}

const problemAnswer: TellProblem = ({ status, message, faults, members }) => ({
  statusCode: status,
  headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  body: JSON.stringify({
    type: 'about:blank',
    title: message,
    status,
    ...(faults.length > 0 && { errors: [...faults] }),
    ...members,
  } satisfies z.infer<typeof problemSchema>),
});

/** @param headers beside those that every answer has */
export const json = (
  statusCode: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): HttpAnswer => ({
  statusCode,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
  body: JSON.stringify(value),
});

/** The body's bytes. The gateway hands over what it does not take for text in base64. */
export const bodyOf = ({ body = '', isBase64Encoded }: HttpRequest): Buffer =>
  Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');

/** A JSON body. @throws Problem 400 where it is none */
export function jsonBody(request: HttpRequest): unknown {
  try {
    return JSON.parse(bodyOf(request).toString());
  } catch {
    throw new Problem(400, 'The body is not JSON.', [{ pointer: '', detail: 'expected a JSON document' }]);
  }
}

/** The media type of a body, without parameters. */
export const mediaType = ({ headers }: HttpRequest): string =>
  (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
