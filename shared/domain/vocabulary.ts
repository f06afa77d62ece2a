/**
 * The closed lists of the field, as the contract names them. What an event says is checked against these once, at
 * the edge, and typed from there on.
 */

/** Case-process stages that an event can report. */
export const stages = [
  'plan-meeting.scheduled',
  'plan-meeting.held',
  'plan-meeting.cancelled',
  'client-plan.reviewed',
  'assessment.completed',
  'service.started',
  'service.ended',
  'placement.started',
  'placement.changed',
  'placement.ended',
  'aftercare.started',
  'aftercare.ended',
  'case.closed',
  'hold.started',
  'hold.ended',
] as const;
export type Stage = (typeof stages)[number];

/** What stages are about: `plan-meeting.held` and `plan-meeting.cancelled` are both of the family `plan-meeting`. */
export const familyOf = (stageName: string): string => stageName.split('.')[0] ?? stageName;

export const isStage = (name: string): name is Stage => stages.some((stage) => stage === name);

export const roles = [
  'child',
  'young-person',
  'parent',
  'guardian',
  'close-person',
  'county-worker',
  'provider-worker',
] as const;
export type Role = (typeof roles)[number];

/** Workers answer as workers: their own gap and cap hold for them, and they use up nobody else's. */
export const isWorker = (role: Role): boolean => role === 'county-worker' || role === 'provider-worker';

/** Youngest first: a rule's youngest band is compared by this order. */
export const ageBands = ['0-6', '7-12', '13-17', '18+'] as const;
export type AgeBand = (typeof ageBands)[number];

/** Safety flags of a recipient. Each stops every ask to that recipient. */
export const safetyFlags = [
  'non-disclosure',
  'whereabouts-withheld',
  'contact-restricted',
  'ambiguous-contact',
] as const;

export type SafetyFlag = (typeof safetyFlags)[number];

/** `no-messages` is no danger but a wish: it closes the channel. */
export const recipientFlags = [...safetyFlags, 'no-messages'] as const;
export type RecipientFlag = (typeof recipientFlags)[number];

export const provisions = ['own', 'purchased'] as const;

export const holdReasons = [
  'emergency-placement',
  'taking-into-care',
  'restriction-decision',
  'bereavement',
  'other',
] as const;
export type HoldReason = (typeof holdReasons)[number];

/** Languages in which forms and mails exist. */
export const languages = ['fi', 'sv', 'en'] as const;
export type Language = (typeof languages)[number];

/** A text in every language that Kuultu speaks. */
export type Text = Readonly<Record<Language, string>>;
