import {
  aboutContactSchema,
  aboutStageSchema,
  decisionsSchema,
  decisionSummarySchema,
  periodSchema,
} from '../../../shared/api/decisions.ts';
import { answer, holds, inQuery, ofStaff, problem, someInQuery, type Paths } from '../operation.ts';

const tags = ['Decisions'] as const;
const wrongParameter = problem('A parameter is missing or wrong: it is named.');

export const decisions: Paths = {
  '/v1/decisions': {
    get: ofStaff(['admin'], {
      operationId: 'listDecisions',
      tags,
      summary: 'Why people were asked, or were not',
      description:
        'Of one person by `contactRef`, or of one stage by `stage`, `from` and `to`. A page has at most 500 decisions; ' +
        'one of a stage may have fewer, or none, and still a `next`.',
      parameters: someInQuery({ ...aboutContactSchema.shape, ...aboutStageSchema.shape }),
      responses: { 200: answer('A page of decisions.', holds(decisionsSchema)), 400: wrongParameter },
    }),
  },
  '/v1/decisions/summary': {
    get: ofStaff(['admin'], {
      operationId: 'countDecisions',
      tags,
      summary: 'Decisions and ends of requests, counted by stage and reason',
      parameters: inQuery(periodSchema.shape),
      responses: { 200: answer('The counts.', holds(decisionSummarySchema)), 400: wrongParameter },
    }),
  },
};
