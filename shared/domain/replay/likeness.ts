import type { Decision } from '../decisions/decide.ts';
import type { GateValue } from '../decisions/gates.ts';
import type { DecisionOf } from './record.ts';

/** Whether a decision is the recorded one, gate by gate: the same values, reason, time, and next possible time. */
export function isLike({ gates, outcome }: Decision, record: DecisionOf): boolean {
  const recorded = Object.keys(record.gates).length;
  const gatesAlike =
    recorded === gates.length && gates.every(({ gate, value }) => isSame(record.gates[gate], value));
  if (!gatesAlike || outcome.kind !== record.outcome) return false;
  return outcome.kind === 'asked'
    ? outcome.dueAt === record.dueAt && outcome.isTooLate === record.isTooLate
    : outcome.reason === record.reason && outcome.nextPossibleAt === record.nextPossibleAt;
}

function isSame(a: GateValue | undefined, b: GateValue): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const others = new Map(Object.entries(b));
  const entries = Object.entries(a);
  return entries.length === others.size && entries.every(([name, value]) => others.get(name) === value);
}
