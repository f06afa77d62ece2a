import {
  commentIdSchema,
  commentSchema,
  commentsQuerySchema,
  commentsSchema,
  commentSummarySchema,
} from '../../../shared/api/comments.ts';
import { decisionSchema } from '../../../shared/domain/comments/decision.ts';
import {
  answer,
  holds,
  inHeader,
  inPath,
  inQuery,
  ofStaff,
  problem,
  sends,
  type Paths,
} from '../operation.ts';

const tags = ['Comments'] as const;
const ofComment = inPath({ id: commentIdSchema });
const noSuchComment = problem('There is no such comment.');

export const comments: Paths = {
  '/v1/comments': {
    get: ofStaff(['admin'], {
      operationId: 'listComments',
      tags,
      summary: 'What people wrote in their own words, for review',
      description:
        'Personal data is masked before anything is stored. A page has at most 50 comments; it may have fewer, or none, ' +
        'and still a `next`.',
      parameters: inQuery(commentsQuerySchema.shape),
      responses: {
        200: answer('A page of comments.', holds(commentsSchema)),
        400: problem('A parameter is wrong: it is named.'),
      },
    }),
  },
  '/v1/comments/summary': {
    get: ofStaff(['admin'], {
      operationId: 'countComments',
      tags,
      summary: 'How many comments wait for review, by quarter',
      responses: { 200: answer('The counts.', holds(commentSummarySchema)) },
    }),
  },
  '/v1/comments/{id}': {
    get: ofStaff(['admin'], {
      operationId: 'readComment',
      tags,
      summary: 'One comment',
      parameters: ofComment,
      responses: { 200: answer('The comment.', holds(commentSchema), ['ETag']), 404: noSuchComment },
    }),
    post: ofStaff(['admin'], {
      operationId: 'reviewComment',
      tags,
      summary: 'Approve, reject or withdraw a comment',
      description:
        'Approving may come with a better text, which is masked again and takes the place of the first one for good. ' +
        'Deciding again is possible until the comments of the quarter are released; then only withdrawing is left.',
      parameters: [
        ...ofComment,
        inHeader(
          'If-Match',
          'The `ETag` of the comment that was read. Demanded once somebody has decided about it.',
        ),
      ],
      requestBody: sends(holds(decisionSchema, { decision: 'reject', reason: 'names-a-person' })),
      responses: {
        200: answer('The comment as it is now.', holds(commentSchema), ['ETag']),
        400: problem('Every field that is wrong or missing is named, or a header is not as HTTP has it.'),
        404: noSuchComment,
        409: problem('It can not be decided so any more, or not yet.'),
        412: problem('Somebody else has decided meanwhile.'),
        415: problem('The body is no JSON by its type.'),
        428: problem('Somebody has decided, and there is no If-Match.'),
        503: problem('Others are deciding without pause.'),
      },
    }),
  },
};
