import type { decisionSchema } from '../../shared/api/decisions.ts';
import type { Told } from '../../shared/api/told.ts';
import type { DecisionRecord } from '../../shared/adapters/decision-records.ts';
import type { RequestStanding } from '../../shared/adapters/requests.ts';
import { explanation } from '../../shared/domain/decisions/explanations.ts';
import { heldBackReasons } from '../../shared/domain/decisions/reasons.ts';

const instant = (epochMs: number): string => new Date(epochMs).toISOString();

const instantIfAny = (epochMs: number | null): string | null => (epochMs === null ? null : instant(epochMs));

/**
 * A record as administrators see it: in instants and in words, with what became of its request, and without what
 * identifies. A request that was withdrawn shows why in place of a reason of the decision, which had none.
 *
 * @param standing of the request; undefined where there is none, or none on record any more
 */
export function explained(
  record: DecisionRecord,
  standing: RequestStanding | undefined,
): Told<typeof decisionSchema> {
  const { stage, recipient, rule, gates, outcome, reason } = record;
  const endReason = standing?.endReason ?? null;
  return {
    decidedAt: instant(record.decidedAt),
    occurredAt: instant(record.occurredAt),
    stage,
    role: recipient.role,
    ageBand: recipient.ageBand,
    outcome,
    reason: reason ?? endReason,
    nextPossibleAt: instantIfAny(record.nextPossibleAt),
    // A request may have been moved to another slot since it was decided.
    dueAt: instantIfAny(standing?.dueAt ?? record.dueAt),
    requestState: standing?.state ?? null,
    endedAt: instantIfAny(standing?.endedAt ?? null),
    endReason,
    delivery: standing?.delivery ?? null,
    rule,
    gates: heldBackReasons
      .filter((gate) => gate in gates)
      .map((gate) => ({ gate, passed: gate !== reason, value: gates[gate] ?? null })),
    explanation: explanation(record, standing),
  };
}
