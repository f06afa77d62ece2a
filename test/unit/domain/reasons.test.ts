/** The reasons for not asking are the contract's, in its order: records and statistics of many years rest on it. */
import { expect, it } from 'vitest';
import { heldBackReasons } from '../../../shared/domain/decisions/reasons.ts';
import { requestStates } from '../../../shared/domain/request-state.ts';

it('lists every reason in the order in which gates are tried', () => {
  expect(heldBackReasons.join(' ')).toBe(
    'unknown-stage no-rule rule-disabled stage-cancelled duplicate-event role-not-asked too-young non-disclosure ' +
      'whereabouts-withheld contact-restricted ambiguous-contact no-channel no-language-form opted-out paused ' +
      'address-suppressed hold already-asked-for-stage cooldown period-cap household-cap case-cap lower-priority ' +
      'sampled-out unit-daily-cap',
  );
});

it('lists every end of a request', () => {
  expect(requestStates).toEqual(
    expect.arrayContaining([
      'sent',
      'expired-before-sending',
      'replaced-by-meeting',
      'send-failed',
      'send-uncertain',
    ]),
  );
});
