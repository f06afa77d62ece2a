import {
  begunReplaySchema,
  doneReplaySchema,
  replayIdSchema,
  replayRequestSchema,
  replayStandingSchema,
} from '../../../shared/api/replays.ts';
import {
  auditQuerySchema,
  auditSchema,
  ruleProblemSchema,
  rulesSchema,
  ruleVersionsSchema,
  savedRuleSchema,
} from '../../../shared/api/rules.ts';
import { defaultRules } from '../../../shared/domain/rules/default-rules.ts';
import { ruleDraftSchema, ruleSchema } from '../../../shared/domain/rules/rule.ts';
import { sentRuleSchema } from '../../../shared/domain/rules/sent-rule.ts';
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

const [exampleRule] = defaultRules;
const ofRule = inPath({ id: ruleDraftSchema.shape.id });
const noSuchRule = problem('There is no such rule.');
const tags = ['Rules'] as const;

const saving: Paths = {
  '/v1/rules': {
    get: ofStaff(['admin'], {
      operationId: 'listRules',
      tags,
      summary: 'The stage rules in force',
      responses: { 200: answer('All rules.', holds(rulesSchema)) },
    }),
  },
  '/v1/rules/{id}': {
    get: ofStaff(['admin'], {
      operationId: 'readRule',
      tags,
      summary: 'One rule in force',
      parameters: ofRule,
      responses: {
        200: answer('The rule.', holds(ruleSchema, exampleRule), ['ETag']),
        404: noSuchRule,
      },
    }),
    put: ofStaff(['admin'], {
      operationId: 'saveRule',
      tags,
      summary: 'Save a rule as its next version',
      description:
        'Every save is a new version, and none is ever lost. A rule that was shown can be edited and sent back: ' +
        '`version`, `savedAt`, `savedBy` and `warnings` are left out of account. At most 64 kB.',
      parameters: [
        ...ofRule,
        inHeader(
          'If-Match',
          'The `ETag` of the version that is replaced, a list of them, or `*`. Demanded of a rule that there is.',
        ),
        inHeader('If-None-Match', 'Only `*`: the rule must be new.'),
      ],
      requestBody: sends(holds(sentRuleSchema, exampleRule)),
      responses: {
        200: answer('Saved as the next version.', holds(savedRuleSchema), ['ETag']),
        201: answer('Saved as the first version of a new rule.', holds(savedRuleSchema), ['ETag']),
        400: problem(
          'Every field that is wrong, missing or unknown is named, with `rule` where it is in conflict with another; or a ' +
            'header is not as HTTP has it.',
          ruleProblemSchema,
        ),
        404: problem('There can be no rule with this identifier.'),
        412: problem('Another version is in force, which the title names.'),
        428: problem('There is such a rule, and no If-Match.'),
        503: problem('Others are saving rules without pause.'),
      },
    }),
  },
  '/v1/rules/{id}/versions': {
    get: ofStaff(['admin'], {
      operationId: 'listRuleVersions',
      tags,
      summary: 'Every version of a rule, and who saved it',
      parameters: ofRule,
      responses: { 200: answer('The versions.', holds(ruleVersionsSchema)), 404: noSuchRule },
    }),
  },
};

const replaying: Paths = {
  '/v1/rules/replay': {
    post: ofStaff(['admin'], {
      operationId: 'replayRules',
      tags,
      summary: 'Try a draft on the past',
      description:
        'Decides what has happened anew, with the code that decides today. Nothing is sent, and nothing stored but the ' +
        'outcome, for 30 days. Records go back 13 months.',
      requestBody: sends(
        holds(replayRequestSchema, { rules: [exampleRule], from: '2026-01-01', to: '2026-03-31' }),
      ),
      responses: {
        200: answer('The outcome, of up to 20 000 records.', holds(doneReplaySchema)),
        202: answer('It takes longer, and can be asked after.', holds(begunReplaySchema), ['Location']),
        400: problem('Every place that is wrong is named.'),
      },
    }),
  },
  '/v1/rules/replays/{id}': {
    get: ofStaff(['admin'], {
      operationId: 'readReplay',
      tags,
      summary: 'How far a trial has come, and in the end its outcome',
      parameters: inPath({ id: replayIdSchema }),
      responses: {
        200: answer('How far it has come.', holds(replayStandingSchema)),
        404: problem('There is no such trial, or it is older than 30 days.'),
      },
    }),
  },
};

const auditing: Paths = {
  '/v1/audit': {
    get: ofStaff(['admin'], {
      operationId: 'readAudit',
      tags: ['Audit'],
      summary: 'What administrators have changed in a month',
      parameters: inQuery(auditQuerySchema.shape),
      responses: { 200: answer('The changes.', holds(auditSchema)), 400: problem('It is no month.') },
    }),
  },
};

/** What administrators set: which stage asks whom, what, when, and how seldom. */
export const rules: Paths = { ...saving, ...replaying, ...auditing };
