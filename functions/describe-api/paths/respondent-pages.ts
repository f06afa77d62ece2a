import { answersFormSchema } from '../../../shared/api/answers-form.ts';
import { preferenceChangeSchema } from '../../../shared/api/preference-change.ts';
import { languagePathSchema, surveyPathSchema } from '../../../shared/lambda/respondent-page.ts';
import { answer, holds, inPath, ofReader, page, sends, type Paths } from '../operation.ts';

const form = 'application/x-www-form-urlencoded';
const ofSurvey = inPath(surveyPathSchema.shape);
const noSuchPage = page('There is no such page.');
const otherType = page('The body is no such form by its type.');

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
    get: ofReader({
      operationId: 'showSurvey',
      tags: ['Respondents'],
      summary: 'The page to which the link in a mail leads',
      description:
        'The same for everyone, complete in one answer. The ticket stands in the fragment of the link, which a browser ' +
        'keeps to itself. Opening it uses nothing up.',
      parameters: ofSurvey,
      responses: {
        200: page('The page.', ['Cache-Control', 'Vary']),
        404: noSuchPage,
        410: page('This version of the form was withdrawn.'),
      },
    }),
    post: ofReader({
      operationId: 'showQuestions',
      tags: ['Respondents'],
      summary: 'Without JavaScript: the question form for a code',
      description: 'Nothing is used up before the answers come.',
      parameters: ofSurvey,
      requestBody: sends(codeForm),
      responses: {
        200: page('The question form.'),
        404: noSuchPage,
        410: page('The ticket has expired, or nobody can answer its form any more.'),
        415: otherType,
        422: page('The code is mistyped: the page asks again.'),
      },
    }),
  },
  '/{language}/s/{survey}/answers': {
    get: ofReader({
      operationId: 'showNoAnswers',
      tags: ['Respondents'],
      summary: 'What somebody sees who opens the address to which answers go',
      parameters: ofSurvey,
      responses: { 404: noSuchPage, 405: page('It only takes answers.', ['Allow']) },
    }),
    post: ofReader({
      operationId: 'takeAnswers',
      tags: ['Respondents'],
      summary: 'Without JavaScript: the filled-in question form',
      description:
        'Beside the hidden fields, one for each question by its key, and `comment`. Sending the same form again is safe. A ' +
        'body has at most 2 MB, so that a comment that is far too long comes back to be shortened.',
      parameters: ofSurvey,
      requestBody: sends(holds(answersFormSchema, undefined, form)),
      responses: {
        200: page('Taken.'),
        400: page('The form is not one of ours, or not complete.'),
        404: page('There is no such form, or no page in this language.'),
        409: page('The ticket has been used.'),
        410: page('The ticket has expired.'),
        415: otherType,
        422: page('Nothing is answered, or the comment is too long: the form again, with the answers in it.'),
        503: page('It could not be taken: the form again, with the answers in it.'),
      },
    }),
  },
  '/{language}/privacy': {
    get: ofReader({
      operationId: 'showPrivacyNotice',
      tags: ['Respondents'],
      summary: 'What is stored, what is promised, and what is not',
      parameters: inPath(languagePathSchema.shape),
      responses: { 200: page('The notice.', ['Cache-Control', 'Vary']), 404: noSuchPage },
    }),
  },
  '/{language}/accessibility': {
    get: ofReader({
      operationId: 'showAccessibilityStatement',
      tags: ['Respondents'],
      summary: 'How accessible the pages are, and whom to tell what is not',
      parameters: inPath(languagePathSchema.shape),
      responses: { 200: page('The statement.', ['Cache-Control', 'Vary']), 404: noSuchPage },
    }),
  },
  '/{language}/heard': {
    get: ofReader({
      operationId: 'showHeard',
      tags: ['Respondents'],
      summary: 'What was heard and done in every region',
      description:
        'The newest list of each region, where it is at most a year old, in words of administrators. The page behind a link ' +
        'shows the same after thanks, where it is short enough.',
      parameters: inPath(languagePathSchema.shape),
      responses: { 200: page('The page.', ['Cache-Control', 'Vary']), 404: noSuchPage },
    }),
  },
};

const notOurs = page('The reference is not ours, or there is no page in this language.');

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
    get: ofReader({
      operationId: 'showPreferences',
      tags: ['Respondents'],
      summary: 'Why a request came, and what holds now',
      description: 'Opening it changes nothing.',
      parameters: ofPreferences,
      responses: { 200: page('The page.'), 404: notOurs },
    }),
    post: ofReader({
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

/** The pages of those who are asked, and the forms on them. Whatever is refused or fails is told on a page, too. */
export const respondentPages: Paths = { ...pages, ...preferences };
