import {
  ballotSchema,
  otherQuarterSchema,
  sealedResponseSchema,
  signedBallotSchema,
  takenSchema,
} from '../../../shared/api/ballots.ts';
import { answer, holds, ofAnybody, problem, sends, type Paths } from '../operation.ts';
import { respondentPages } from './respondent-pages.ts';

const posts: Paths = {
  '/v1/ballots': {
    post: ofAnybody({
      operationId: 'signBallot',
      tags: ['Respondents'],
      summary: 'Have one blinded ballot signed for a ticket',
      description:
        'After RFC 9474, RSABSSA-SHA384-PSS-Randomized. The same `blinded` again has the same answer, so that a lost ' +
        'reply costs nobody an answer. A body has at most 16 kB. Public keys stand in the page.',
      requestBody: sends(holds(ballotSchema)),
      responses: {
        200: answer('Signed.', holds(signedBallotSchema)),
        400: problem('Malformed or forged: the field is named.'),
        409: problem(
          'The ticket was used by another ballot; or the key signs no new ballots, and `keyId` names the one that does.',
          otherQuarterSchema,
        ),
        410: problem('The ticket has expired.'),
        415: problem('The body is no JSON by its type.'),
      },
    }),
  },
  '/v1/responses': {
    post: ofAnybody({
      operationId: 'takeResponse',
      tags: ['Respondents'],
      summary: 'Give a sealed answer for a signed ballot',
      description:
        'No cookie, no ticket: nothing tells whose answer it is. `sealed` has exactly 3 840 bytes: RSA-OAEP-SHA-256 of ' +
        'an AES-256 key under the key of the mix, an IV of 12 bytes, then the ciphertext with its tag under AES-256-GCM. ' +
        'What is sealed is JSON with `context` and `answers`, filled up with spaces. A body has at most 16 kB.',
      requestBody: sends(holds(sealedResponseSchema)),
      responses: {
        202: answer('Taken; and the same for a repeat.', holds(takenSchema, {})),
        400: problem('Malformed or forged: the field is named.'),
        409: problem(
          'The quarter is not open that it is sealed for: seal for `keyId`, and say so by `sealedTo`.',
          otherQuarterSchema,
        ),
        410: problem('The ballot is older than its quarter and a month.'),
        415: problem('The body is no JSON by its type.'),
      },
    }),
  },
};

/** The pages and posts of those who are asked. They are reached under the web address, too. */
export const respondent: Paths = { ...posts, ...respondentPages };
