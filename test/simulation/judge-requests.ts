import { insist } from './insist.ts';
import { dayMs, dayOf } from './naive-calendar.ts';
import { flagsOf, reasonOfFlag } from './naive-facts.ts';
import { reasonsOfMoment, type Ask, type Knowledge } from './naive-reasons.ts';
import { gapOf, isOpen, openTimes } from './naive-rules.ts';
import type { Step } from './step.ts';

type StepOf<Kind extends Step['kind']> = Extract<Step, { kind: Kind }>;

/** A request moves to the first time that nothing is against. @param index of the step */
export function judgeMove(known: Knowledge, ask: Ask, { to, at: now }: StepOf<'moved'>, index: number): void {
  const from = Math.max(now, ask.at);
  const isOwn = to >= from && to <= ask.expiresAt && isOpen(ask.rule.window, to);
  insist(isOwn, 'a request moves to a later open hour within its time', { ask, to });
  const reasons = reasonsOfMoment(known, { ...ask, at: to }, ask);
  insist(reasons.length === 0, 'a request moves to where nothing is against it', { ask, to, reasons });
  reasonsBetween(known, ask, from, to - 1);
  ask.at = to;
  ask.settled = index;
}

/** A request that ends without a mail had no time left at which it could have gone. */
export function judgeEnd(known: Knowledge, ask: Ask, step: StepOf<'ended'>): void {
  const { state, reason } = step;
  insist(ask.end === undefined, 'a request ends once', { ask, step });
  ask.end = state;
  const isSent = state === 'sent';
  insist(isSent === (ask.mailedAt !== undefined), 'a request is sent if its mail has left', { ask, step });
  insist((reason !== undefined) === (state === 'withdrawn'), 'what is withdrawn says why', { ask, step });
  if (isSent) return;
  const reasons = reasonsBetween(known, ask, Math.max(step.at, ask.at), ask.expiresAt);
  const isTrue = reason === undefined || reasons.has(reason);
  insist(isTrue, 'a request is withdrawn for a reason that there is', { ask, step, reasons: [...reasons] });
}

/**
 * What is against a request at the open hours of a time: nobody is passed over, or made to wait, for nothing.
 *
 * @throws where there is an hour that nothing is against
 */
function reasonsBetween(known: Knowledge, ask: Ask, from: number, to: number): Set<string> {
  const found = new Set<string>();
  for (const at of openTimes(ask.rule.window, from, to)) {
    const reasons = [
      ...reasonsOfMoment(known, { ...ask, at }, ask),
      ...flagsOf(ask.recipient.contactRef, known.events).map(reasonOfFlag),
    ];
    if (isTooSoon(known, ask, at)) reasons.push('cooldown');
    insist(reasons.length > 0, 'a request that could leave leaves', { ask, at });
    for (const reason of reasons) found.add(reason);
  }
  return found;
}

/** A mail that left late in its slot keeps the next one away for the whole gap. */
function isTooSoon({ asks }: Knowledge, { recipient, rule }: Ask, at: number): boolean {
  const gap = gapOf(rule, recipient.role) * dayMs;
  return asks.some(
    ({ mailedAt, recipient: { contactRef } }) =>
      mailedAt !== undefined && contactRef === recipient.contactRef && at < mailedAt + gap,
  );
}

/** How an ask stands beside others is settled when its time is, and judged by all mails together in the end. */
const amongOthers: ReadonlySet<string> = new Set([
  ...['already-asked-for-stage', 'cooldown', 'period-cap', 'household-cap', 'case-cap', 'unit-daily-cap'],
]);

/** A mail is handed over: whatever has come in between, nothing is against it now. */
export function judgeLeaving(known: Knowledge, ask: Ask, { at, kind }: StepOf<'mail' | 'refused'>): void {
  const reasons = [
    ...flagsOf(ask.recipient.contactRef, known.events).map(reasonOfFlag),
    ...reasonsOfMoment(known, { ...ask, at }, ask).filter((reason) => !amongOthers.has(reason)),
    ...(isOpen(ask.rule.window, at) ? [] : ['closed']),
    ...(at >= Math.max(ask.meant, ask.at) ? [] : ['too early']),
    ...(at <= ask.expiresAt ? [] : ['expired']),
    ...(dayOf(at) === dayOf(ask.at) ? [] : ['another day']),
  ];
  insist(reasons.length === 0, 'a mail leaves where nothing is against it', { ask, at, reasons });
  if (kind === 'mail') ask.mailedAt = at;
}
