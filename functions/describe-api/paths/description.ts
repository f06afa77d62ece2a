import { answer, inHeader, ofAnybody, type Paths } from '../operation.ts';

export const description: Paths = {
  '/v1/openapi.json': {
    get: ofAnybody({
      operationId: 'describeApi',
      tags: ['Description'],
      summary: 'This document, OpenAPI 3.1',
      parameters: [inHeader('If-None-Match', 'The `ETag` of the document that is known.')],
      responses: {
        200: answer(
          'The document.',
          {
            'application/json': {
              schema: {
                type: 'object',
                required: ['openapi', 'paths'],
                properties: { openapi: { type: 'string' }, paths: { type: 'object' } },
              },
            },
          },
          ['ETag', 'Cache-Control', 'Vary'],
        ),
        304: answer('It is the one that is known.', undefined, ['ETag', 'Cache-Control', 'Vary']),
      },
    }),
  },
};
