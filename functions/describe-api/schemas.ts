import * as z from 'zod';
import { answersFormSchema } from '../../shared/api/answers-form.ts';
import {
  ballotSchema,
  otherQuarterSchema,
  sealedResponseSchema,
  signedBallotSchema,
  takenSchema,
} from '../../shared/api/ballots.ts';
import { commentSchema, commentsSchema, commentSummarySchema } from '../../shared/api/comments.ts';
import { decisionSchema, decisionsSchema, decisionSummarySchema } from '../../shared/api/decisions.ts';
import { actionsListSchema } from '../../shared/api/digests.ts';
import { eventBatchSchema, receiptsSchema } from '../../shared/api/events.ts';
import { preferenceChangeSchema } from '../../shared/api/preference-change.ts';
import {
  correctionSchema,
  correctionsSchema,
  savedThresholdsSchema,
  sentCorrectionSchema,
  sentThresholdsSchema,
} from '../../shared/api/publication.ts';
import {
  begunReplaySchema,
  doneReplaySchema,
  replayCountsSchema,
  replayRequestSchema,
  replayStandingSchema,
} from '../../shared/api/replays.ts';
import { releaseListSchema } from '../../shared/api/reports.ts';
import {
  auditSchema,
  ruleProblemSchema,
  rulesSchema,
  ruleVersionsSchema,
  savedRuleSchema,
} from '../../shared/api/rules.ts';
import {
  surveyDraftSchema,
  surveyProblemSchema,
  surveySchema,
  surveysSchema,
  surveyStandingSchema,
  surveyTrialSchema,
  withdrawalSchema,
} from '../../shared/api/surveys.ts';
import { unitsSchema } from '../../shared/api/units.ts';
import { auditEntrySchema } from '../../shared/domain/audit-entry.ts';
import { decisionSchema as commentDecisionSchema } from '../../shared/domain/comments/decision.ts';
import { heldBackReasonSchema } from '../../shared/domain/decisions/reasons.ts';
import { actionsSchema, anySentActionsSchema } from '../../shared/domain/digest/actions.ts';
import { digestSchema } from '../../shared/domain/digest/digest.ts';
import { sentDraftSchema } from '../../shared/domain/questions/draft.ts';
import { releaseSchema } from '../../shared/domain/releases/release.ts';
import { findingSchema } from '../../shared/domain/rules/finding.ts';
import { ruleSchema } from '../../shared/domain/rules/rule.ts';
import { sentRuleSchema } from '../../shared/domain/rules/sent-rule.ts';
import { stageEventSchema } from '../../shared/domain/stage-event.ts';
import { unitPlacementSchema, unitSchema } from '../../shared/domain/unit.ts';
import { faultSchema, problemSchema } from '../../shared/lambda/problem.ts';
import { namedSchemas, placeOf, type JsonSchema } from './json-schema.ts';

/** What the gateway says where it refuses a request by itself. */
export const gatewayMessageSchema = z.object({ message: z.string().nullable() });

/** What requests hold, by the name that the document gives it. */
export const sent: Readonly<Record<string, z.ZodType>> = {
  StageEvent: stageEventSchema,
  StageEvents: eventBatchSchema,
  Ballot: ballotSchema,
  SealedResponse: sealedResponseSchema,
  AnswersForm: answersFormSchema,
  PreferenceChange: preferenceChangeSchema,
  UnitPlacement: unitPlacementSchema,
  RuleDraft: sentRuleSchema,
  SentSurveyDraft: sentDraftSchema,
  SurveyWithdrawal: withdrawalSchema,
  ReplayRequest: replayRequestSchema,
  SentActions: anySentActionsSchema,
  SentThresholds: sentThresholdsSchema,
  SentCorrection: sentCorrectionSchema,
  CommentDecision: commentDecisionSchema,
};

/** What answers hold, by the name that the document gives it. */
const told: Readonly<Record<string, z.ZodType>> = {
  Fault: faultSchema,
  Problem: problemSchema,
  OtherQuarter: otherQuarterSchema,
  GatewayMessage: gatewayMessageSchema,
  Receipts: receiptsSchema,
  SignedBallot: signedBallotSchema,
  Taken: takenSchema,
  Unit: unitSchema,
  Units: unitsSchema,
  Rule: ruleSchema,
  Rules: rulesSchema,
  Finding: findingSchema,
  RuleProblem: ruleProblemSchema,
  SavedRule: savedRuleSchema,
  RuleVersions: ruleVersionsSchema,
  Surveys: surveysSchema,
  Survey: surveySchema,
  SurveyDraft: surveyDraftSchema,
  SurveyStanding: surveyStandingSchema,
  SurveyTrial: surveyTrialSchema,
  SurveyProblem: surveyProblemSchema,
  HeldBackReason: heldBackReasonSchema,
  ReplayCounts: replayCountsSchema,
  DoneReplay: doneReplaySchema,
  BegunReplay: begunReplaySchema,
  ReplayStanding: replayStandingSchema,
  AuditEntry: auditEntrySchema,
  Audit: auditSchema,
  Decision: decisionSchema,
  Decisions: decisionsSchema,
  DecisionSummary: decisionSummarySchema,
  Comment: commentSchema,
  Comments: commentsSchema,
  CommentSummary: commentSummarySchema,
  ReleaseList: releaseListSchema,
  Release: releaseSchema,
  SavedThresholds: savedThresholdsSchema,
  Correction: correctionSchema,
  Corrections: correctionsSchema,
  Digest: digestSchema,
  Actions: actionsSchema,
  ActionsList: actionsListSchema,
};

const names = new Map(
  [...Object.entries(sent), ...Object.entries(told)].map(([name, schema]) => [schema, name]),
);

/** Where the document describes what has this schema. @throws Error where it has no name above */
export function reference(schema: z.ZodType): { readonly $ref: string } {
  const name = names.get(schema);
  if (name === undefined) throw new Error('a schema has no name in the document');
  return { $ref: placeOf(name) };
}

export const componentSchemas = (): Record<string, JsonSchema> => ({
  ...namedSchemas(sent, 'input'),
  ...namedSchemas(told, 'output'),
});
