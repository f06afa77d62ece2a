import {
  surveyDraftSchema,
  surveyPathSchema,
  surveyProblemSchema,
  surveySchema,
  surveysSchema,
  surveyStandingSchema,
  surveyTrialSchema,
  trialQuerySchema,
  withdrawalSchema,
} from '../../../shared/api/surveys.ts';
import { languagePathSchema } from '../../../shared/lambda/respondent-page.ts';
import { asDraft, sentDraftSchema } from '../../../shared/domain/questions/draft.ts';
import { questionSets } from '../../../shared/domain/questions/question-sets.ts';
import {
  answer,
  holds,
  inHeader,
  inPath,
  inQuery,
  ofReader,
  ofStaff,
  page,
  problem,
  sends,
  type Paths,
} from '../operation.ts';

const tags = ['Surveys'] as const;
const ofSurvey = inPath(surveyPathSchema.shape);
const [exampleForm] = questionSets;
const meansDraft = inHeader('If-Match', 'The `ETag` of the draft that is meant. Demanded.');
const draftRefused = {
  400: problem('A header is not as HTTP has it.'),
  404: problem('Nobody has saved a draft of this form.'),
  409: problem(
    'Every place is named that keeps the draft from being published, or it is in force already.',
    surveyProblemSchema,
  ),
  412: problem('Another draft is there.'),
  428: problem('There is no If-Match.'),
};
const noSuchTrial = page('There is no such trial, or none any more.');
const busy = problem('Others are saving or publishing without pause.');

const drafting: Paths = {
  '/v1/surveys': {
    get: ofStaff(['admin'], {
      operationId: 'listSurveys',
      tags,
      summary: 'The forms that there are, and those of the national set',
      responses: { 200: answer('All forms.', holds(surveysSchema)) },
    }),
  },
  '/v1/surveys/{id}': {
    get: ofStaff(['admin'], {
      operationId: 'readSurvey',
      tags,
      summary: 'A form: its versions, and its draft',
      description:
        'Where nobody has saved a draft, `draft` is what to begin with, at version 0: the latest version, or the empty slots ' +
        'of the national set. The `ETag` is that of a saved draft.',
      parameters: ofSurvey,
      responses: {
        200: answer('The form.', holds(surveySchema)),
        404: problem('There is no such form.'),
      },
    }),
    put: ofStaff(['admin'], {
      operationId: 'saveSurveyDraft',
      tags,
      summary: 'Save the draft of a form',
      description:
        'Nobody is asked with it before it is published. A draft may be unfinished: `faults` tell what keeps it from being ' +
        'published. One that was shown can be edited and sent back. At most 64 kB.',
      parameters: [
        ...ofSurvey,
        inHeader(
          'If-Match',
          'The `ETag` of the draft that is replaced, or `*`. Demanded where there is one.',
        ),
        inHeader('If-None-Match', 'Only `*`: there must be no draft yet.'),
      ],
      requestBody: sends(holds(sentDraftSchema, exampleForm && asDraft(exampleForm))),
      responses: {
        200: answer('Saved in the place of the draft before.', holds(surveyDraftSchema), ['ETag']),
        201: answer('Saved as the first draft.', holds(surveyDraftSchema), ['ETag']),
        400: problem(
          'Every field that is wrong, missing or unknown is named, or a header is not as HTTP has it.',
        ),
        404: problem('There can be no form with this identifier.'),
        412: problem('Another draft is there.'),
        428: problem('There is a draft, and no If-Match.'),
        503: busy,
      },
    }),
  },
};

const trying: Paths = {
  '/v1/surveys/{id}/trial': {
    post: ofStaff(['admin'], {
      operationId: 'trySurvey',
      tags,
      summary: 'Let a client panel try the draft of a form',
      description:
        'The draft as it is now can be tried for 14 days, and stays as it is there. Nothing that is sent there is kept. It ' +
        'takes no body.',
      parameters: [...ofSurvey, meansDraft],
      responses: {
        201: answer('It can be tried.', holds(surveyTrialSchema)),
        ...draftRefused,
      },
    }),
  },
  '/{language}/try': {
    get: ofReader({
      operationId: 'showTrial',
      tags,
      summary: 'A form that is tried, as a respondent would see it',
      parameters: [...inPath(languagePathSchema.shape), ...inQuery(trialQuerySchema.shape)],
      responses: { 200: page('The form, with a mark.'), 404: noSuchTrial },
    }),
    post: ofReader({
      operationId: 'endTrial',
      tags,
      summary: 'Where Send leads in a trial: nothing of it is read or kept',
      parameters: [...inPath(languagePathSchema.shape), ...inQuery(trialQuerySchema.shape)],
      responses: { 200: page('Thanks.'), 404: noSuchTrial },
    }),
  },
};

const publishing: Paths = {
  '/v1/surveys/{id}/publish': {
    post: ofStaff(['admin'], {
      operationId: 'publishSurvey',
      tags,
      summary: 'Publish the draft of a form as its next version',
      description: 'A version never changes, and never goes. It takes no body.',
      parameters: [...ofSurvey, meansDraft],
      responses: {
        200: answer('Published.', holds(surveyStandingSchema)),
        ...draftRefused,
        503: busy,
      },
    }),
  },
  '/v1/surveys/{id}/withdraw': {
    post: ofStaff(['admin'], {
      operationId: 'withdrawSurvey',
      tags,
      summary: 'Ask nobody with a version of a form any more',
      description:
        'The newest of the other versions takes its place. Answers to the one that is withdrawn still count.',
      parameters: ofSurvey,
      requestBody: sends(holds(withdrawalSchema, { version: 2 })),
      responses: {
        200: answer('Withdrawn, now or before.', holds(surveyStandingSchema)),
        400: problem('No version is named.'),
        404: problem('There is no such version.'),
        409: problem(
          'A rule that is turned on asks with the form, and no other version could take its place: turn the rule off, or ' +
            'publish another version first.',
          surveyProblemSchema,
        ),
        503: busy,
      },
    }),
  },
};

/** The forms with which people are asked. */
export const surveys: Paths = { ...drafting, ...trying, ...publishing };
