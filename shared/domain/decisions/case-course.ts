import { days } from '../calendar/duration.ts';
import type { Rule } from '../rules/rule.ts';
import type { HoldReason } from '../vocabulary.ts';
import { meaningOf } from './documents.ts';
import { withExpectationsOf } from './expectations.ts';
import type { EventFacts } from './facts.ts';
import type { Block, CaseLedger, HoldChange, Occasion } from './ledger.ts';

/*
 * What an event tells of the course of its case, whoever it concerns: hard moments, blocks, meetings in the calendar
 * and cancelled, ends that are expected. Times are those of the events: the order in which they arrive changes nothing.
 */

/** No hold lasts longer than this, whatever its rule says. */
const rememberedDays = 400;

/** The occasion after one of its events. */
export function occasionAfter(occasion: Occasion, { stage, stageName, occurredAt }: EventFacts): Occasion {
  const stages = occasion.stages.includes(stageName) ? occasion.stages : [...occasion.stages, stageName];
  const latest = (time: number | null): number => Math.max(time ?? occurredAt, occurredAt);
  return {
    ...occasion,
    stages,
    ...(stage === 'plan-meeting.cancelled' && { cancelledAt: latest(occasion.cancelledAt) }),
    ...(stage === 'plan-meeting.scheduled' && { scheduledAt: latest(occasion.scheduledAt) }),
  };
}

/** Whether an occasion is off: cancelled, and not put into the calendar again since. */
export const isCancelled = ({ cancelledAt, scheduledAt }: Occasion): boolean =>
  cancelledAt !== null && (scheduledAt === null || scheduledAt <= cancelledAt);

/**
 * The case after an event: the same object where the event says nothing of its course. A hold, a block or a
 * cancellation disturbs it: requests that are pending are looked at again before they leave.
 *
 * @param sequence of the event
 */
export function caseAfter(
  before: CaseLedger,
  occasion: Occasion,
  event: EventFacts,
  sequence: number,
): CaseLedger {
  const held = withBlocksOf(event, withHoldsOf(event, before));
  const isOver = (stage: string): boolean => occasion.stages.includes(stage) || isCancelled(occasion);
  const after = withExpectationsOf(event, isOver, held);
  const isDisturbed = held !== before || event.stage === 'plan-meeting.cancelled';
  return isDisturbed ? { ...after, disturbedAt: sequence } : after;
}

function withHoldsOf(event: EventFacts, caseLedger: CaseLedger): CaseLedger {
  const { holds } = caseLedger;
  const news = holdChangesIn(event).filter((change) => !holds.some((known) => isSameChange(known, change)));
  if (news.length === 0) return caseLedger;
  const remembered = holds.filter(({ at }) => at > event.now - days(rememberedDays));
  return { ...caseLedger, holds: [...remembered, ...news].sort(inOrder) };
}

const isSameChange = (one: HoldChange, other: HoldChange): boolean =>
  one.reason === other.reason && one.change === other.change && one.at === other.at;

/** Holds are kept in one order, whenever they were heard of: of two that last at once, the same one is always named. */
const inOrder = (a: HoldChange, b: HoldChange): number => a.at - b.at || (orderOf(a) < orderOf(b) ? -1 : 1);

const orderOf = ({ reason, change }: HoldChange): string => `${reason} ${change}`;

/** A hold may end with the document that begins the next: of an emergency placement, say, with a taking into care. */
function holdChangesIn({ stage, holdReason, documentType, occurredAt: at }: EventFacts): HoldChange[] {
  const found: HoldChange[] = [];
  if (holdReason !== null && stage === 'hold.started')
    found.push({ reason: holdReason, change: 'started', at });
  if (holdReason !== null && stage === 'hold.ended') found.push({ reason: holdReason, change: 'ended', at });
  const meaning = documentType === null ? undefined : meaningOf(documentType);
  if (
    meaning?.kind === 'hold' &&
    !found.some(({ reason, change }) => reason === meaning.reason && change === 'started')
  )
    found.push({ reason: meaning.reason, change: 'started', at });
  return found;
}

/**
 * When the hard moments that last at a given time are over: that very time, where there are none.
 *
 * @param holdDays how long each lasts where no end is reported
 */
export function holdsOverAt(
  holds: readonly HoldChange[],
  holdDays: Rule['holdDays'],
  at: number,
): { readonly at: number; readonly reason: HoldReason | null } {
  let free = at;
  let cause: HoldReason | null = null;
  for (let before = -1; before !== free;) {
    before = free;
    for (const { reason, change, at: start } of holds) {
      if (change === 'ended' || start > free) continue;
      const ends = holds.filter((other) => other.change === 'ended' && other.reason === reason);
      const end = Math.min(
        start + days(holdDays[reason]),
        ...ends.map((e) => e.at).filter((e) => e >= start),
      );
      if (free >= end) continue;
      free = end;
      cause ??= reason;
    }
  }
  return { at: free, reason: cause };
}

function withBlocksOf({ documentType, occurredAt }: EventFacts, caseLedger: CaseLedger): CaseLedger {
  const meaning = documentType === null ? undefined : meaningOf(documentType);
  if (meaning === undefined || meaning.kind === 'hold') return caseLedger;
  const { kind, flag } = meaning;
  const known = caseLedger.blocks.find((block) => block.flag === flag);
  const { since, liftedAt }: Block = known ?? { flag, since: null, liftedAt: null };
  const block: Block =
    kind === 'block'
      ? { flag, since: Math.max(since ?? occurredAt, occurredAt), liftedAt }
      : { flag, since, liftedAt: Math.max(liftedAt ?? occurredAt, occurredAt) };
  return { ...caseLedger, blocks: [...caseLedger.blocks.filter((other) => other !== known), block] };
}

/** Whether a block stands: set, and not lifted since. */
export const isBlocking = ({ since, liftedAt }: Block): boolean =>
  since !== null && (liftedAt === null || liftedAt < since);
