import type { Rule } from '../rules/rule.ts';
import * as discretion from './discretion-gates.ts';
import type { EventFacts } from './facts.ts';
import { judge, type GateOutcome } from './gates.ts';
import * as reach from './recipient-gates.ts';
import type { Situation } from './situation.ts';

/** The gates under a rule, in the order in which they are tried. */
const gatesUnderRule: readonly ((situation: Situation) => GateOutcome)[] = [
  ({ rule }) => judge('rule-disabled', rule.enabled, rule.enabled),
  ({ isCancelled: isOff }) => judge('stage-cancelled', !isOff, isOff),
  ({ isDuplicate }) => judge('duplicate-event', !isDuplicate, isDuplicate),
  reach.roleNotAsked,
  reach.tooYoung,
  ...reach.safetyGates,
  reach.noChannel,
  reach.noLanguageForm,
  discretion.optedOut,
  discretion.paused,
  discretion.addressSuppressed,
  discretion.hold,
  discretion.alreadyAskedForStage,
  discretion.cooldown,
  discretion.periodCap,
  discretion.householdCap,
  discretion.caseCap,
  discretion.lowerPriority,
  discretion.sampledOut,
  discretion.unitDailyCap,
];

/** Tries one gate after another, up to the first that holds back. */
export function tryGates(
  event: EventFacts,
  rule: Rule | undefined,
  situation: Situation | undefined,
): GateOutcome[] {
  const tried = [judge('unknown-stage', event.stage !== null, event.stageName)];
  if (event.stage === null) return tried;
  tried.push(judge('no-rule', rule !== undefined, rule?.id ?? null));
  if (situation === undefined) return tried;
  for (const gate of gatesUnderRule) {
    const outcome = gate(situation);
    tried.push(outcome);
    if (!outcome.passed) break;
  }
  return tried;
}

/** Safety is the first thing in which ledgers have a say: the case's blocks, and the flags in the person's own. */
export const hasLookedAtLedgers = (tried: readonly GateOutcome[]): boolean =>
  tried.some(({ gate }) => gate === 'non-disclosure');
