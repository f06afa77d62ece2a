import { problemSchema } from '../../shared/lambda/problem.ts';
import { answer, holds, problem, text } from './operation.ts';
import { componentSchemas, gatewayMessageSchema } from './schemas.ts';

const header = (description: string, required = true) => ({
  description,
  required,
  schema: { type: 'string' },
});

const inHeader = (name: string, description: string) => ({ type: 'apiKey', in: 'header', name, description });

const ofGateway = (message: string) => holds(gatewayMessageSchema, { message });

/** What several operations refer to. */
export const components = () => ({
  schemas: componentSchemas(),
  responses: {
    NoToken: answer(
      'The token is missing, wrong, or too old: the gateway says so.',
      ofGateway('Unauthorized'),
    ),
    OtherRole: problem('The token has another role, or does not say whose it is.'),
    TooLarge: answer(
      'The body is larger than this request takes, or than the gateway takes of any (10 MB).',
      {
        ...holds(problemSchema, undefined, 'application/problem+json'),
        ...ofGateway('Request Entity Too Large'),
      },
    ),
    TooLargePage: answer(
      'The form is larger than this request takes: a page says so. Or larger than the gateway takes of any (about 4 MB).',
      { ...text('text/html'), ...ofGateway('Request Entity Too Large') },
    ),
    TooFast: answer(
      'Too many requests: the gateway takes 200 a second of each route.',
      ofGateway('Too Many Requests'),
    ),
    OurFault: answer('Something went wrong here.', {
      ...holds(problemSchema, undefined, 'application/problem+json'),
      ...ofGateway('Internal Server Error'),
    }),
    OurFaultPage: answer('Something went wrong here.', {
      ...text('text/html'),
      ...ofGateway('Internal Server Error'),
    }),
    NotNow: answer(
      'Nobody was there to answer in time: the gateway says so.',
      ofGateway('Service Unavailable'),
    ),
  },
  headers: {
    ETag: header('Names this version, and the next request says it: `If-Match`, `If-None-Match`.'),
    Location: header('Where to go on.'),
    Allow: header('The methods that the address takes.'),
    'Cache-Control': header('For how long it may be kept, and by whom.'),
    Vary: header('Headers of the request on which the answer depends.'),
    'Content-Disposition': header('A name for what is a file: CSV and PX.', false),
  },
  securitySchemes: {
    token: {
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'JWT',
      description: 'Of the configured issuer. The groups claim holds the roles, `admin` and `analyst`.',
    },
    webhookId: inHeader('webhook-id', 'Of Standard Webhooks: a name for the message.'),
    webhookTimestamp: inHeader('webhook-timestamp', 'Seconds since 1970; at most five minutes off.'),
    webhookSignature: inHeader(
      'webhook-signature',
      'HMAC-SHA-256 of id, timestamp and body with the shared secret, `v1,` in front.',
    ),
  },
});
