import * as z from 'zod';

/**
 * Why a recipient is not asked: the closed list of gates, in the order in which they are tried. Each is counted
 * and explained. A gate that this version does not try yet keeps its place, so that order never changes.
 */
export const heldBackReasons = [
  'unknown-stage',
  'no-rule',
  'rule-disabled',
  'stage-cancelled',
  'duplicate-event',
  'role-not-asked',
  'too-young',
  'non-disclosure',
  'whereabouts-withheld',
  'contact-restricted',
  'ambiguous-contact',
  'no-channel',
  'no-language-form',
  'opted-out',
  'paused',
  'address-suppressed',
  'hold',
  'already-asked-for-stage',
  'cooldown',
  'period-cap',
  'household-cap',
  'case-cap',
  'lower-priority',
  'sampled-out',
  'unit-daily-cap',
] as const;
export const heldBackReasonSchema = z
  .enum(heldBackReasons)
  .describe('Why a recipient is not asked: the gate that held back.');
export type HeldBackReason = (typeof heldBackReasons)[number];
