import { answersFormSchema } from '../../../shared/api/answers-form.ts';
import {
  ballotSchema,
  otherQuarterSchema,
  sealedResponseSchema,
  signedBallotSchema,
  takenSchema,
} from '../../../shared/api/ballots.ts';
import { preferenceChangeSchema } from '../../../shared/api/preference-change.ts';
import { languagePathSchema, surveyPathSchema } from '../../../shared/lambda/respondent-page.ts';
import {
  answer,
  holds,
  inPath,
  ofAnybody,
  page,
  pageOrProblem,
  problem,
  sends,
  type Paths,
} from '../operation.ts';

const form = 'application/x-www-form-urlencoded';
const ofSurvey = inPath(surveyPathSchema.shape);
const noSuchPage = problem('There is no such page.');

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

const codeForm = {
  [form]: {
    schema: {
      type: 'object' as const,
      required: ['code'],
      properties: {
        code: {
          type: 'string' as const,
          description:
            'The code from the mail, 40 characters in groups; the fragment or the whole link do as well.',
        },
      },
    },
  },
};

const pages: Paths = {
  '/{language}/s/{survey}': {
    get: ofAnybody({
      operationId: 'showSurvey',
      tags: ['Respondents'],
      summary: 'The page to which the link in a mail leads',
      description:
        'The same for everyone, complete in one answer. The ticket stands in the fragment of the link, which a browser ' +
        'keeps to itself. Opening it uses nothing up.',
      parameters: ofSurvey,
      responses: { 200: page('The page.', ['Cache-Control', 'Vary']), 404: noSuchPage },
    }),
    post: ofAnybody({
      operationId: 'showQuestions',
      tags: ['Respondents'],
      summary: 'Without JavaScript: the question form for a code',
      description: 'Nothing is used up before the answers come.',
      parameters: ofSurvey,
      requestBody: sends(codeForm),
      responses: {
        200: page('The question form.'),
        404: noSuchPage,
        410: page('The ticket has expired.'),
        422: page('The code is mistyped: the page asks again.'),
      },
    }),
  },
  '/{language}/s/{survey}/answers': {
    post: ofAnybody({
      operationId: 'takeAnswers',
      tags: ['Respondents'],
      summary: 'Without JavaScript: the filled-in question form',
      description:
        'Beside the hidden fields, one for each question by its key, and `comment`. Sending the same form again is safe.',
      parameters: ofSurvey,
      requestBody: sends(holds(answersFormSchema, undefined, form)),
      responses: {
        200: page('Taken.'),
        400: problem('The form is not one of ours, or not complete.'),
        404: noSuchPage,
        409: page('The ticket has been used.'),
        410: page('The ticket has expired.'),
        422: page('Nothing is answered, or the comment is too long: the form again, with the answers in it.'),
        503: page('It could not be taken: the form again, with the answers in it.'),
      },
    }),
  },
  '/{language}/privacy': {
    get: ofAnybody({
      operationId: 'showPrivacyNotice',
      tags: ['Respondents'],
      summary: 'What is stored, what is promised, and what is not',
      parameters: inPath(languagePathSchema.shape),
      responses: { 200: page('The notice.', ['Cache-Control', 'Vary']), 404: noSuchPage },
    }),
  },
};

const notOurs = pageOrProblem('The reference is not ours, or there is no page in this language.');

const ofPreferences = [
  ...inPath(languagePathSchema.shape),
  {
    name: 'r',
    in: 'query',
    required: true,
    description: 'The signed reference from the mail. It does not expire.',
    schema: { type: 'string' },
  },
] as const;

const preferences: Paths = {
  '/{language}/preferences': {
    get: ofAnybody({
      operationId: 'showPreferences',
      tags: ['Respondents'],
      summary: 'Why a request came, and what holds now',
      description: 'Opening it changes nothing.',
      parameters: ofPreferences,
      responses: { 200: page('The page.'), 404: notOurs },
    }),
    post: ofAnybody({
      operationId: 'changePreferences',
      tags: ['Respondents'],
      summary: 'Pause, stop or resume being asked, or change the language',
      description:
        'Forms are urlencoded or multipart. A mail program unsubscribes with `List-Unsubscribe=One-Click` (RFC 8058), ' +
        'which is the same as `stop`. Repeats change nothing.',
      parameters: ofPreferences,
      requestBody: sends({
        ...holds(preferenceChangeSchema, { choice: 'pause-6' }, form),
        ...holds(preferenceChangeSchema, undefined, 'multipart/form-data'),
      }),
      responses: {
        200: page('A mail program has unsubscribed.'),
        303: answer('Saved: the page tells so.', undefined, ['Location']),
        404: notOurs,
        422: page('Nothing was chosen, or something that there is not.'),
        503: page('It could not be saved.'),
      },
    }),
  },
};

/** The pages and posts of those who are asked. They are reached under the web address, too. */
export const respondent: Paths = { ...posts, ...pages, ...preferences };
