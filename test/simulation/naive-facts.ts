import type { StageEvent } from '../../shared/domain/stage-event.ts';
import { recipientFlags, type HoldReason, type RecipientFlag } from '../../shared/domain/vocabulary.ts';
import { dayMs, dayOf, nameOf } from './naive-calendar.ts';

/*
 * What has been told of a case, worked out anew each time from the list of its events: slow, and with nothing to forget
 * or to keep in step.
 */

export type Told = {
  readonly event: StageEvent;
  readonly stage: string;
  readonly time: number;
  readonly occasion: string;
};

export const stageIn = ({ type }: StageEvent): string => type.slice('fi.kuultu.'.length, -'.v1'.length);

/** An event with the occasion that it is about: what its reference says, or else its day. */
export function told(event: StageEvent): Told {
  const stage = stageIn(event);
  const time = Date.parse(event.time);
  const { occasionRef, scheduledFor, caseRef } = event.data;
  const isPlanned = stage.endsWith('.scheduled') || stage.endsWith('.cancelled');
  const day = isPlanned && scheduledFor !== undefined ? scheduledFor : nameOf(dayOf(time));
  const [family] = stage.split('.');
  return { event, stage, time, occasion: `${caseRef} ${family} ${occasionRef ?? day}` };
}

/** Whether a meeting is off: cancelled, and not put into the calendar again after that. */
export function isOff(occasion: string, events: readonly Told[]): boolean {
  const latest = (ending: string): number =>
    Math.max(
      -1,
      ...events
        .filter((one) => one.occasion === occasion && one.stage.endsWith(ending))
        .map(({ time }) => time),
    );
  const cancelled = latest('.cancelled');
  return cancelled >= 0 && latest('.scheduled') <= cancelled;
}

/** Documents that begin a hard moment, after the list of client documents. */
function holdBegunBy(document: string | undefined): HoldReason | undefined {
  const code = Number(document ?? 0);
  if (code === 11023) return 'taking-into-care';
  if (code === 11025 || code === 11027) return 'emergency-placement';
  // Decisions on restrictions, without those in between that are about placements, blocks and after-care.
  const isRestriction = code >= 11009 && code <= 11036 && ![11024, 11026, 11028, 11035].includes(code);
  return isRestriction || code === 19008 ? 'restriction-decision' : undefined;
}

type Moment = { readonly reason: HoldReason; readonly at: number };

/** Whether a case is in a hard moment at an instant. */
export function isHard(
  caseRef: string,
  events: readonly Told[],
  holdDays: Readonly<Record<HoldReason, number>>,
  at: number,
): boolean {
  const begins: Moment[] = [];
  const ends: Moment[] = [];
  for (const { event, stage, time } of events) {
    if (event.data.caseRef !== caseRef) continue;
    const { reason, documentType } = event.data;
    if (stage === 'hold.started' && reason) begins.push({ reason, at: time });
    if (stage === 'hold.ended' && reason) ends.push({ reason, at: time });
    const byDocument = holdBegunBy(documentType);
    if (byDocument) begins.push({ reason: byDocument, at: time });
  }
  return begins.some(
    (begin) =>
      begin.at <= at &&
      at < begin.at + holdDays[begin.reason] * dayMs &&
      !ends.some((end) => end.reason === begin.reason && begin.at <= end.at && end.at <= at),
  );
}

/** Flags that stand for a person: told by an event, and left out by none that happened later, in whatever order. */
export function flagsOf(contactRef: string, events: readonly Told[]): RecipientFlag[] {
  const named = events.flatMap(({ event, time }) =>
    event.data.recipients
      .filter((recipient) => recipient.contactRef === contactRef)
      .map(({ flags }) => ({ flags, time })),
  );
  return recipientFlags.filter((flag) =>
    named.some(
      (one) =>
        one.flags.includes(flag) &&
        !named.some((other) => !other.flags.includes(flag) && other.time > one.time),
    ),
  );
}

/** The reason for which a flag holds back. */
export const reasonOfFlag = (flag: RecipientFlag): string => (flag === 'no-messages' ? 'no-channel' : flag);

/** What documents block in a case: it stays until another document lifts it, whichever comes first. */
export function blocksOf(caseRef: string, events: readonly Told[]): string[] {
  const latest = (document: string): number =>
    Math.max(
      -1,
      ...events
        .filter(({ event: { data } }) => data.caseRef === caseRef && data.documentType === document)
        .map(({ time }) => time),
    );
  const restricted = latest('11050');
  return [
    ...(latest('11028') >= 0 ? ['whereabouts-withheld'] : []),
    ...(restricted >= 0 && latest('11049') < restricted ? ['contact-restricted'] : []),
  ];
}
