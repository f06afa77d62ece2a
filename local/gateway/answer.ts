import { z } from 'zod';

/** What goes back over HTTP. */
export type GatewayAnswer = {
  status: number;
  headers: Record<string, string | string[]>;
  body: Buffer;
};

/** An answer that the gateway makes by itself, without any function. */
export const gatewayAnswer = (
  status: number,
  message: string,
  headers: Record<string, string> = {},
): GatewayAnswer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: Buffer.from(JSON.stringify({ message })),
});

export const internalServerError = (): GatewayAnswer => gatewayAnswer(500, 'Internal Server Error');

const structured = z.object({
  statusCode: z.union([z.int().min(100).max(599), z.string().regex(/^[1-5]\d\d$/)]),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/**
 * The HTTP answer that an HTTP API makes of a function's result in payload format 2.0: a result with a `statusCode`
 * is taken at its word, any other is the body of a 200 in JSON. A result of the wrong shape is a 500.
 */
export const answerOf = (payload: string): GatewayAnswer => {
  const result: unknown = JSON.parse(payload);
  if (typeof result !== 'object' || result === null || !('statusCode' in result)) {
    const body = Buffer.from(typeof result === 'string' ? result : payload);
    return { status: 200, headers: { 'content-type': 'application/json' }, body };
  }
  const parsed = structured.safeParse(result);
  if (!parsed.success) return internalServerError();
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data;
  const given = Object.entries(headers ?? {}).map(
    ([name, value]) => [name.toLowerCase(), String(value)] as const,
  );
  return {
    status: Number(statusCode),
    headers: {
      'content-type': 'text/plain;charset=UTF-8',
      ...Object.fromEntries(given),
      ...(cookies && cookies.length > 0 && { 'set-cookie': cookies }),
    },
    body: Buffer.from(body ?? '', isBase64Encoded === true ? 'base64' : 'utf8'),
  };
};
