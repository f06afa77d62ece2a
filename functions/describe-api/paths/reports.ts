import { releaseListSchema, releasePathSchema, releaseQuerySchema } from '../../../shared/api/reports.ts';
import { releaseSchema } from '../../../shared/domain/releases/release.ts';
import { exampleRelease } from '../examples/reports.ts';
import {
  answer,
  holds,
  inHeader,
  inPath,
  inQuery,
  ofStaff,
  problem,
  text,
  type Paths,
} from '../operation.ts';

const tags = ['Reports'] as const;
const cacheHeaders = ['ETag', 'Cache-Control', 'Vary'];

export const reports: Paths = {
  '/v1/reports': {
    get: ofStaff(['analyst', 'admin'], {
      operationId: 'listReleases',
      tags,
      summary: 'What has been released',
      responses: { 200: answer('The latest revision of each release.', holds(releaseListSchema)) },
    }),
  },
  '/v1/reports/{table}/{period}': {
    get: ofStaff(['analyst', 'admin'], {
      operationId: 'readRelease',
      tags,
      summary: 'One table of one period, as it was released',
      description:
        'Computed once, when the period has closed, and never changed; a correction is another revision. What too few ' +
        'people have answered is not there: whether it is held back, empty, or never was, looks the same. The format is ' +
        'named by a suffix of the period, or by `Accept`.',
      parameters: [
        ...inPath(releasePathSchema.shape),
        ...inQuery(releaseQuerySchema.shape),
        inHeader('If-None-Match', 'The `ETag` of the document that is known.'),
      ],
      responses: {
        200: answer(
          'The release.',
          {
            ...holds(releaseSchema, exampleRelease),
            'application/json-stat+json': {
              schema: { type: 'object', description: 'JSON-stat 2.0: of class dataset.' },
            },
            ...text('text/csv', 'Fields are parted by semicolons, UTF-8 with a byte order mark.'),
            ...text('text/x-pcaxis', 'PX, in UTF-8. What is not told has two dots, and never a zero.'),
          },
          [...cacheHeaders, 'Content-Disposition'],
        ),
        304: answer('It is the one that is known.', undefined, cacheHeaders),
        400: problem('A parameter is wrong: it is named.'),
        404: problem('There is no such release.'),
        406: problem('It can not be had in this format.'),
      },
    }),
  },
};
