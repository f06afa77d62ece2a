import * as z from 'zod';
import { actionsListSchema, actionsQuerySchema, digestQuerySchema } from '../../../shared/api/digests.ts';
import { actionsSchema, anySentActionsSchema } from '../../../shared/domain/digest/actions.ts';
import { digestSchema } from '../../../shared/domain/digest/digest.ts';
import { actionsPathSchema, digestPathSchema } from '../../../shared/domain/digest/subject.ts';
import { digestLanguagePathSchema } from '../../../shared/lambda/respondent-page.ts';
import {
  answer,
  holds,
  inHeader,
  inPath,
  inQuery,
  ofAnybody,
  ofStaff,
  page,
  pageOrProblem,
  problem,
  sends,
  text,
  type Paths,
} from '../operation.ts';

const tags = ['Digests'] as const;
const cacheHeaders = ['ETag', 'Cache-Control', 'Vary'];
const ifNoneMatch = inHeader('If-None-Match', 'The `ETag` of the digest that is known.');
const [ofUnit, ofOrganisation] = digestPathSchema.options;
const { period } = ofUnit.shape;
const ofDigest = inPath({
  kind: z.enum(['units', 'organisations']),
  id: z.union([ofUnit.shape.id, ofOrganisation.shape.id]),
  period,
});
const ofActions = inPath({
  kind: actionsSchema.shape.kind,
  id: z.union(actionsPathSchema.options.map(({ shape }) => shape.id)),
  period,
});

const example = {
  pairs: [
    {
      said: {
        fi: 'Toivoitte, että sama työntekijä jatkaa.',
        sv: 'Ni önskade att samma arbetstagare fortsätter.',
      },
      did: { fi: 'Jokaisella perheellä on nyt työpari.', sv: 'Varje familj har nu ett arbetspar.' },
    },
  ],
};

const actions: Paths = {
  '/v1/actions': {
    get: ofStaff(['admin'], {
      operationId: 'listActions',
      tags,
      summary: 'What was said, and what is done about it, in a quarter',
      parameters: inQuery(actionsQuerySchema.shape),
      responses: {
        200: answer(
          'The lists of all units, organisations and regions that have one.',
          holds(actionsListSchema),
        ),
        400: problem('The quarter is missing or wrong.'),
      },
    }),
  },
  '/v1/actions/{kind}/{id}/{period}': {
    put: ofStaff(['admin'], {
      operationId: 'saveActions',
      tags,
      summary: 'Say what clients said, and what is done about it',
      description:
        'Up to five pairs, each in the same languages on both sides. A text that holds what looks like a Finnish personal ' +
        'identity code is refused. At most 64 kB. Of a region, whose quarter has to be over: up to two pairs of at most 200 ' +
        'characters, in plain Finnish (`fi-x-selko`) too where you have it. Everybody can read these, and whoever has ' +
        'answered, there or elsewhere, may be shown them: write of the region, in your own words, and nothing that singles out a ' +
        'unit, a worker or somebody who answered.',
      parameters: [
        ...ofActions,
        inHeader('If-Match', 'The `ETag` of the list that is replaced, or `*`. Demanded where there is one.'),
        inHeader('If-None-Match', 'Only `*`: there must be none yet.'),
      ],
      requestBody: sends(holds(anySentActionsSchema, example)),
      responses: {
        200: answer('Saved in the place of what was there.', holds(actionsSchema), ['ETag']),
        201: answer('Saved as the first list.', holds(actionsSchema), ['ETag']),
        400: problem(
          'Every field that is wrong, missing or unknown is named, or a header is not as HTTP has it.',
        ),
        404: problem(
          'There is no such unit, organisation or region, or the quarter has not begun, or is not over for a region.',
        ),
        412: problem('Another version is there.'),
        428: problem('There is such a list, and no If-Match.'),
        503: problem('Others are saving without pause.'),
      },
    }),
  },
};

const pages: Paths = {
  '/v1/digests/{kind}/{id}/{period}': {
    get: ofStaff(['admin', 'analyst'], {
      operationId: 'readDigest',
      tags,
      summary: 'The digest of a unit or an organisation: a page to print, or its figures',
      parameters: [...ofDigest, ...inQuery(digestQuerySchema.shape), ifNoneMatch],
      responses: {
        200: answer('The digest.', { ...text('text/html'), ...holds(digestSchema) }, cacheHeaders),
        304: answer('It is the one that is known.', undefined, cacheHeaders),
        400: problem('A parameter is wrong: it is named.'),
        404: problem('There is no such digest.'),
        406: problem('It can not be had in this format.'),
      },
    }),
  },
  '/{language}/digests/{unit}/{period}': {
    get: ofAnybody({
      operationId: 'showDigest',
      tags,
      summary: 'The digest of a public unit',
      description: 'With figures of at least 20 answers. Whatever there is no digest of looks the same.',
      parameters: [
        ...inPath({ ...digestLanguagePathSchema.shape, unit: ofUnit.shape.id, period }),
        ifNoneMatch,
      ],
      responses: {
        200: page('The digest.', cacheHeaders),
        304: answer('It is the one that is known.', undefined, cacheHeaders),
        404: pageOrProblem('There is no such digest, or no page in this language.'),
      },
    }),
  },
};

export const digests: Paths = { ...actions, ...pages };
