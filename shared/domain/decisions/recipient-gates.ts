import type { Audience, Rule } from '../rules/rule.ts';
import {
  ageBands,
  formLanguageFor,
  safetyFlags,
  type AgeBand,
  type FormLanguage,
  type SafetyFlag,
} from '../vocabulary.ts';
import { isBlocking } from './case-course.ts';
import type { RecipientFacts } from './facts.ts';
import { holdBack, judge, pass, type GateOutcome } from './gates.ts';
import type { ContactLedger } from './ledger.ts';
import type { Situation } from './situation.ts';

/*
 * Gates that ask who a recipient is, and whether they may and can be reached at all, whatever happened before.
 */

/** The audience of a rule that a recipient belongs to, whatever the rule's youngest band says. */
export function audienceFor(rule: Rule, { role, ageBand }: RecipientFacts): Audience | undefined {
  return rule.audiences.find(
    ({ role: asked, ageBands: bands }) => asked === role && (bands?.includes(ageBand) ?? true),
  );
}

/** Whether a rule asks people like this one. */
export const asks = (rule: Rule, recipient: RecipientFacts): boolean =>
  ageRank(recipient.ageBand) >= ageRank(rule.youngestAgeBand) && audienceFor(rule, recipient) !== undefined;

/** Whoever is older than every audience of their role is not asked in that role. */
export function roleNotAsked({ rule, recipient: { role, ageBand } }: Situation): GateOutcome {
  const isAsked = rule.audiences.some(
    ({ role: asked, ageBands: bands = ageBands }) =>
      asked === role && bands.some((band) => ageRank(band) >= ageRank(ageBand)),
  );
  return judge('role-not-asked', isAsked, role);
}

const ageRank = (band: AgeBand): number => ageBands.indexOf(band);

export const tooYoung = ({ rule, recipient }: Situation): GateOutcome =>
  judge('too-young', asks(rule, recipient), recipient.ageBand);

/** A flag of the event, or a block that a document has put on the whole case. */
function safety(flag: SafetyFlag, { recipient, case: { blocks } }: Situation): GateOutcome {
  const stands =
    recipient.flags.includes(flag) || blocks.some((block) => block.flag === flag && isBlocking(block));
  return judge(flag, !stands, stands);
}

/** A gate for each safety flag, in the order of their reasons. */
export const safetyGates = safetyFlags.map(
  (flag) =>
    (situation: Situation): GateOutcome =>
      safety(flag, situation),
);

export function noChannel({ recipient: { flags, addressHash } }: Situation): GateOutcome {
  if (flags.includes('no-messages')) return holdBack('no-channel', 'no-messages');
  return addressHash === null ? holdBack('no-channel', null) : pass('no-channel', 'mail');
}

/** The language of the form: what the person chose, else what the event says, else the rule's fallback, else none. */
export function formLanguage(
  { fallbackLanguage }: Rule,
  { language }: RecipientFacts,
  contact: ContactLedger,
): FormLanguage | null {
  if (contact.language !== null) return contact.language;
  return formLanguageFor(language) ?? fallbackLanguage;
}

/** A form that is withdrawn altogether is there in no language: then the gate has looked at none. */
export function noLanguageForm({ rule, recipient, contact, withdrawnForms }: Situation): GateOutcome {
  const audience = audienceFor(rule, recipient);
  if (audience !== undefined && withdrawnForms.has(audience.questionSet))
    return holdBack('no-language-form', null);
  return judge('no-language-form', formLanguage(rule, recipient, contact) !== null, recipient.language);
}
