/** Counts of decisions and of ends of requests: by stage, in a fixed order, and adding up, in whatever order they come. */
import { expect, it } from 'vitest';
import { heldBackReasons } from '../../../../shared/domain/decisions/reasons.ts';
import { Tally } from '../../../../shared/domain/decisions/summary.ts';
import { requestStates } from '../../../../shared/domain/request-state.ts';

it('says nothing of a time in which nothing happened', () => {
  expect(new Tally().summary()).toEqual({
    stages: [],
    total: { decided: 0, asked: 0, heldBack: {}, ends: {} },
  });
});

it('counts each stage by itself, known ones first, and all together', () => {
  const tally = new Tally();
  tally.countEnd('service.ended', 'withdrawn');
  tally.countDecision('zoo.visited', 'unknown-stage');
  tally.countDecision('service.ended', null);
  tally.countDecision('a-new-stage', 'unknown-stage');
  tally.countDecision('service.ended', 'cooldown');
  tally.countDecision('plan-meeting.held', null);
  tally.countDecision('service.ended', 'opted-out');
  tally.countDecision('service.ended', 'cooldown');
  tally.countEnd('service.ended', 'sent');
  tally.countEnd('plan-meeting.held', 'sent');
  const unknown = { decided: 1, asked: 0, heldBack: { 'unknown-stage': 1 }, ends: {} };
  const summary = tally.summary();
  expect(summary).toEqual({
    stages: [
      { stage: 'plan-meeting.held', decided: 1, asked: 1, heldBack: {}, ends: { sent: 1 } },
      {
        stage: 'service.ended',
        decided: 4,
        asked: 1,
        heldBack: { 'opted-out': 1, cooldown: 2 },
        ends: { sent: 1, withdrawn: 1 },
      },
      { stage: 'a-new-stage', ...unknown },
      { stage: 'zoo.visited', ...unknown },
    ],
    total: {
      decided: 7,
      asked: 2,
      heldBack: { 'unknown-stage': 2, 'opted-out': 1, cooldown: 2 },
      ends: { sent: 2, withdrawn: 1 },
    },
  });
  // Reasons come in the order in which gates are tried.
  expect(Object.keys(summary.total.heldBack)).toEqual(['unknown-stage', 'opted-out', 'cooldown']);
});

it('counts every reason and every end under its own name', () => {
  const tally = new Tally();
  for (const reason of heldBackReasons) tally.countDecision('case.closed', reason);
  for (const state of requestStates) tally.countEnd('case.closed', state);
  const [counts] = tally.summary().stages;
  expect(counts).toEqual({
    stage: 'case.closed',
    decided: heldBackReasons.length,
    asked: 0,
    heldBack: Object.fromEntries(heldBackReasons.map((reason) => [reason, 1])),
    ends: Object.fromEntries(requestStates.map((state) => [state, 1])),
  });
});
