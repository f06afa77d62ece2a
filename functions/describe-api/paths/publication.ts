import {
  correctionPathSchema,
  correctionSchema,
  correctionsSchema,
  savedThresholdsSchema,
  sentCorrectionSchema,
  sentThresholdsSchema,
} from '../../../shared/api/publication.ts';
import { answer, holds, inHeader, inPath, ofStaff, problem, sends, type Paths } from '../operation.ts';

const tags = ['Publication'] as const;

const thresholds: Paths = {
  '/v1/thresholds': {
    get: ofStaff(['admin'], {
      operationId: 'readThresholds',
      tags,
      summary: 'How many answers a published cell must have, by quarter',
      responses: { 200: answer('The thresholds.', holds(savedThresholdsSchema), ['ETag']) },
    }),
    put: ofStaff(['admin'], {
      operationId: 'saveThresholds',
      tags,
      summary: 'Demand more answers of a published cell from a quarter on',
      description:
        'A quarter that has ended keeps its threshold. From the quarter that runs on it may be raised, and is never lowered: ' +
        'neither below what is demanded of that quarter by now, nor below that of a quarter before. At most 16 kB.',
      parameters: [
        inHeader(
          'If-Match',
          'The `ETag` of the thresholds that are replaced, or `*`. Demanded after the first save.',
        ),
        inHeader('If-None-Match', 'Only `*`: nobody must have saved any.'),
      ],
      requestBody: sends(holds(sentThresholdsSchema, { thresholds: [{ from: '2026-Q3', answersMin: 8 }] })),
      responses: {
        200: answer('Saved.', holds(savedThresholdsSchema), ['ETag']),
        400: problem(
          'Every place is named that is wrong or may not be changed so, or a header is not as HTTP has it.',
        ),
        412: problem('Others are in force.'),
        428: problem('Thresholds were saved before, and there is no If-Match.'),
      },
    }),
  },
};

const corrections: Paths = {
  '/v1/corrections': {
    get: ofStaff(['admin'], {
      operationId: 'listCorrections',
      tags,
      summary: 'The quarters that are to be released once more',
      responses: { 200: answer('Those that wait for the coming night.', holds(correctionsSchema)) },
    }),
  },
  '/v1/corrections/{period}': {
    put: ofStaff(['admin'], {
      operationId: 'correctReleases',
      tags,
      summary: 'Have a quarter released once more',
      description:
        'The coming night computes it anew, and publishes as further revisions what has come out otherwise, if it gives ' +
        'nothing away together with all that was released before. Asked again, the last reason counts.',
      parameters: inPath(correctionPathSchema.shape),
      requestBody: sends(
        holds(sentCorrectionSchema, { reason: 'Two units had been placed in the wrong region.' }),
      ),
      responses: {
        202: answer('It waits for the coming night.', holds(correctionSchema)),
        400: problem(
          'The reason is missing, too short or too long, or holds what looks like an identity code.',
        ),
        404: problem('Nothing was released of such a quarter.'),
      },
    }),
  },
};

/** What administrators may change of the publication: never what was published. */
export const publication: Paths = { ...thresholds, ...corrections };
