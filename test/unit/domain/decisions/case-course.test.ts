/**
 * What events tell of the course of a case: hard moments, blocks, cancellations, ends that are expected. Events about hard
 * moments and blocks are folded in every order in which they can arrive, and must leave the same case each time.
 */
import { describe, expect, it } from 'vitest';
import { days } from '../../../../shared/domain/calendar/duration.ts';
import {
  caseAfter,
  holdsOverAt,
  isBlocking,
  isCancelled,
  occasionAfter,
} from '../../../../shared/domain/decisions/case-course.ts';
import type { EventFacts } from '../../../../shared/domain/decisions/facts.ts';
import {
  emptyCase,
  emptyOccasion,
  type CaseLedger,
  type Occasion,
} from '../../../../shared/domain/decisions/ledger.ts';
import type { HoldReason, Stage } from '../../../../shared/domain/vocabulary.ts';
import { eventFacts, rule } from '../../../support/decision-facts.ts';

const now = Date.parse('2026-06-01T12:00:00+03:00');
const { holdDays } = rule();
const on = (date: string): number => Date.parse(`${date}T12:00:00+03:00`);

const happened = (stage: Stage, date: string, changes: Partial<EventFacts> = {}): EventFacts =>
  eventFacts({ stage, stageName: stage, occurredAt: on(date), now, recipients: [], ...changes });
const hold = (kind: 'started' | 'ended', holdReason: HoldReason, date: string): EventFacts =>
  happened(`hold.${kind}`, date, { holdReason, unit: null });
const document = (documentType: string, date: string): EventFacts =>
  happened('client-plan.reviewed', date, { documentType });

/** A case and its occasions after events that arrived in this order. */
function fold(events: readonly EventFacts[], before: CaseLedger = emptyCase) {
  const occasions = new Map<string, Occasion>();
  let course = before;
  events.forEach((event, position) => {
    const occasion = occasionAfter(occasions.get(event.occasionHash) ?? emptyOccasion, event);
    occasions.set(event.occasionHash, occasion);
    course = caseAfter(course, occasion, event, now + position);
  });
  return { course, occasions };
}

const permutations = <T>(items: readonly T[]): T[][] =>
  items.length === 0
    ? [[]]
    : items.flatMap((item, position) =>
        permutations(items.toSpliced(position, 1)).map((rest) => [item, ...rest]),
      );

const heldOn = (course: CaseLedger, date: string) => {
  const { at, reason } = holdsOverAt(course.holds, holdDays, on(date));
  return reason === null ? null : { reason, until: new Date(at).toISOString().slice(0, 10) };
};

describe('a hold', () => {
  const story = [
    hold('started', 'emergency-placement', '2026-05-01'),
    hold('ended', 'emergency-placement', '2026-05-11'),
    hold('started', 'other', '2026-05-06'),
    hold('started', 'emergency-placement', '2026-05-20'),
    // An end that comes without a beginning of its own.
    hold('ended', 'bereavement', '2026-05-02'),
  ];

  it.each(
    permutations(story).map(
      (events) =>
        [
          events
            .map(({ holdReason, occurredAt }) => `${holdReason} ${new Date(occurredAt).getUTCDate()}`)
            .join(', '),
          events,
        ] as const,
    ),
  )('is the same in whatever order it is heard of: %s', (_, events) => {
    const { course } = fold(events);
    expect({ ...course, disturbedAt: 0 }).toEqual({ ...fold(story).course, disturbedAt: 0 });
    expect(heldOn(course, '2026-04-30')).toBeNull();
    // The end of the first is not the end of the other, which began before it and lasts ten days.
    expect(heldOn(course, '2026-05-01')).toEqual({ reason: 'emergency-placement', until: '2026-05-16' });
    expect(heldOn(course, '2026-05-12')).toEqual({ reason: 'other', until: '2026-05-16' });
    expect(heldOn(course, '2026-05-16')).toBeNull();
    expect(heldOn(course, '2026-05-20')).toEqual({ reason: 'emergency-placement', until: '2026-06-19' });
  });

  it('lasts for the days of the rule from its very instant on, and not at their end', () => {
    const { course } = fold([hold('started', 'bereavement', '2026-05-01')]);
    const start = on('2026-05-01');
    const at = (time: number) => holdsOverAt(course.holds, holdDays, time);
    expect(at(start - 1)).toEqual({ at: start - 1, reason: null });
    expect(at(start)).toEqual({ at: start + days(60), reason: 'bereavement' });
    expect(at(start + days(60) - 1)).toEqual({ at: start + days(60), reason: 'bereavement' });
    expect(at(start + days(60))).toEqual({ at: start + days(60), reason: null });
  });

  it('that is to begin in the future holds back from then on only', () => {
    const { course } = fold([hold('started', 'other', '2026-06-20')]);
    expect(heldOn(course, '2026-06-19')).toBeNull();
    expect(heldOn(course, '2026-06-20')).toEqual({ reason: 'other', until: '2026-06-30' });
  });

  it('that ends as it begins, or lasts for no days, holds nobody back', () => {
    expect(
      heldOn(
        fold([hold('started', 'other', '2026-05-01'), hold('ended', 'other', '2026-05-01')]).course,
        '2026-05-01',
      ),
    ).toBeNull();
    const { course } = fold([hold('started', 'other', '2026-05-01')]);
    expect(holdsOverAt(course.holds, { ...holdDays, other: 0 }, on('2026-05-01')).reason).toBeNull();
  });

  it('goes on through another that begins before it is over', () => {
    const { course } = fold([hold('started', 'other', '2026-05-01'), hold('started', 'other', '2026-05-09')]);
    expect(heldOn(course, '2026-05-02')).toEqual({ reason: 'other', until: '2026-05-19' });
  });

  it('that is reported twice is remembered once, and does not disturb again', () => {
    const once = fold([hold('started', 'other', '2026-05-01')]).course;
    expect(fold([hold('started', 'other', '2026-05-01')], once).course).toBe(once);
  });

  it('of so long ago that it can hold nobody back is forgotten when the next is heard of', () => {
    const { course } = fold([hold('started', 'other', '2025-01-01'), hold('started', 'other', '2026-05-01')]);
    expect(course.holds.map(({ at }) => at)).toEqual([on('2026-05-01')]);
  });
});

describe('a client document', () => {
  it.each<[string, HoldReason]>([
    ['11023', 'taking-into-care'],
    ['11025', 'emergency-placement'],
    ['11027', 'emergency-placement'],
    ['19008', 'restriction-decision'],
    ['11009', 'restriction-decision'],
    ['11036', 'restriction-decision'],
  ])('%s implies a hold for %s', (type, reason) => {
    expect(fold([document(type, '2026-05-01')]).course.holds).toEqual([
      { reason, change: 'started', at: on('2026-05-01') },
    ]);
  });

  it('starts its own hold also where its event ends another', () => {
    const ended = { ...hold('ended', 'emergency-placement', '2026-05-11'), documentType: '11023' };
    const { course } = fold([hold('started', 'emergency-placement', '2026-05-01'), ended]);
    expect(heldOn(course, '2026-05-10')).toEqual({ reason: 'emergency-placement', until: '2026-06-10' });
    expect(heldOn(course, '2026-05-12')).toEqual({ reason: 'taking-into-care', until: '2026-06-10' });
  });

  it.each(['11008', '11037', '11024', '11026', '11035', '19004', '4009', '011010', '110100', ''])(
    '%s implies nothing',
    (type) => {
      expect(fold([document(type, '2026-05-01')]).course).toBe(emptyCase);
    },
  );

  const flagsOf = ({ blocks }: CaseLedger) => blocks.filter(isBlocking).map(({ flag }) => flag);

  it.each(
    permutations([
      document('11050', '2026-05-01'),
      document('11049', '2026-05-05'),
      document('11028', '2026-05-03'),
    ]).map((events) => [events.map(({ documentType }) => documentType).join(', '), events] as const),
  )('blocks, and lifts the block before it, in any order: %s', (_, events) => {
    expect(flagsOf(fold(events).course)).toEqual(['whereabouts-withheld']);
    const again = fold([...events, document('11050', '2026-05-09')]).course;
    expect(flagsOf(again).toSorted()).toEqual(['contact-restricted', 'whereabouts-withheld']);
    // An old lift that arrives late does not undo a newer block.
    expect(flagsOf(fold([document('11049', '2026-05-08')], again).course)).toHaveLength(2);
  });

  it('that holds or blocks has pending requests looked at again, and one that says nothing does not', () => {
    expect(fold([document('11023', '2026-05-01')]).course.disturbedAt).toBe(now);
    expect(fold([document('11050', '2026-05-01')]).course.disturbedAt).toBe(now);
    expect(
      fold([happened('service.started', '2026-05-01', { expectedEnd: '2026-07-01' })]).course.disturbedAt,
    ).toBe(0);
  });
});

describe('what is expected', () => {
  const scheduled = happened('plan-meeting.scheduled', '2026-05-20', {
    scheduledFor: '2026-06-10',
    occasionHash: 'm-1',
  });
  const held = happened('plan-meeting.held', '2026-06-10', { occasionHash: 'm-1' });
  const cancelled = happened('plan-meeting.cancelled', '2026-05-25', { occasionHash: 'm-1' });
  /** What is still to come; the ledger also remembers what is over. */
  const expectedIn = ({ expected }: CaseLedger) =>
    expected
      .filter(({ on: day }) => day !== null)
      .map(({ stage, occasion, on: day }) => ({ stage, occasion, on: day }));
  const expectedAfter = (...events: EventFacts[]) => expectedIn(fold(events).course);

  it('is a meeting that is in the calendar, until it is held', () => {
    expect(expectedAfter(scheduled)).toEqual([
      { stage: 'plan-meeting.held', occasion: 'm-1', on: '2026-06-10' },
    ]);
    expect(expectedAfter(scheduled, held)).toEqual([]);
  });

  it('is no meeting that was reported as held before it was reported as planned', () => {
    expect(expectedAfter(held, scheduled)).toEqual([]);
  });

  it('is no meeting that was cancelled, in whatever order that is heard of', () => {
    expect(expectedAfter(scheduled, cancelled)).toEqual([]);
    expect(expectedAfter(cancelled, scheduled)).toEqual([]);
  });

  it('is a meeting that was cancelled and put into the calendar again, on its new day', () => {
    const anew = happened('plan-meeting.scheduled', '2026-05-28', {
      scheduledFor: '2026-06-17',
      occasionHash: 'm-1',
    });
    expect(expectedAfter(scheduled, cancelled, anew)).toEqual([
      { stage: 'plan-meeting.held', occasion: 'm-1', on: '2026-06-17' },
    ]);
    expect(isCancelled(fold([anew, cancelled, scheduled]).occasions.get('m-1') ?? emptyOccasion)).toBe(false);
    expect(isCancelled(fold([scheduled, cancelled]).occasions.get('m-1') ?? emptyOccasion)).toBe(true);
  });

  const moved = { ...scheduled, occurredAt: on('2026-05-22'), scheduledFor: '2026-06-12' };
  const met = happened('plan-meeting.held', '2026-05-21', {
    expectedEnd: '2026-07-02',
    inPlacement: true,
    occasionHash: 'm-3',
  });
  const metAgain = { ...met, occurredAt: on('2026-05-23'), expectedEnd: '2026-07-09', occasionHash: 'm-4' };
  const placed = happened('placement.started', '2026-05-01', {
    expectedEnd: '2026-07-03',
    occasionHash: 'p-1',
  });
  const over = happened('placement.ended', '2026-05-30', { occasionHash: 'p-1' });

  it.each([
    [
      'scheduled, moved, cancelled and scheduled anew',
      [scheduled, moved, cancelled, { ...scheduled, occurredAt: on('2026-05-28') }],
    ],
    ['scheduled, moved and cancelled', [scheduled, moved, cancelled]],
    ['scheduled, moved and held', [scheduled, moved, held]],
    ['a placement whose end is told and moved', [placed, met, metAgain]],
    ['a placement whose end is told, moved and comes', [placed, met, metAgain, over]],
  ])('is the same in whatever order it is heard of: %s', (_, events) => {
    const sorted = (order: EventFacts[]) =>
      expectedAfter(...order).toSorted((a, b) => (a.occasion < b.occasion ? -1 : 1));
    for (const order of permutations(events)) expect(sorted(order)).toEqual(sorted(events));
  });

  it('is another day where a meeting is moved, and leaves other meetings alone', () => {
    const other = { ...scheduled, occasionHash: 'm-2' };
    expect(expectedAfter(scheduled, other, moved)).toEqual([
      { stage: 'plan-meeting.held', occasion: 'm-2', on: '2026-06-10' },
      { stage: 'plan-meeting.held', occasion: 'm-1', on: '2026-06-12' },
    ]);
  });

  it.each<[Stage, boolean, string, string]>([
    ['service.started', false, 'service.ended', 'o'],
    ['service.started', true, 'service.ended', 'o'],
    ['placement.started', false, 'placement.ended', 'o'],
    ['placement.changed', true, 'placement.ended', 'o'],
    ['aftercare.started', true, 'aftercare.ended', 'o'],
    ['plan-meeting.held', true, 'placement.ended', ''],
    ['plan-meeting.held', false, 'service.ended', ''],
    ['client-plan.reviewed', true, 'placement.ended', ''],
  ])('after %s (in placement: %s) with an expected end is %s', (stage, inPlacement, expected, occasion) => {
    const event = happened(stage, '2026-05-20', {
      expectedEnd: '2026-07-01',
      inPlacement,
      occasionHash: 'o',
    });
    expect(expectedAfter(event)).toEqual([{ stage: expected, occasion, on: '2026-07-01' }]);
  });

  it('comes true by the end of the very service, or of any where it was not said which', () => {
    const started = happened('service.started', '2026-05-20', {
      expectedEnd: '2026-07-01',
      occasionHash: 's-1',
    });
    const told = { ...met, inPlacement: false };
    const ended = (occasionHash: string) => happened('service.ended', '2026-06-01', { occasionHash });
    expect(expectedAfter(started, told, ended('s-2')).map(({ occasion }) => occasion)).toEqual(['s-1']);
    expect(expectedAfter(started, told, ended('s-1'))).toEqual([]);
    expect(expectedAfter(ended('s-1'), started)).toEqual([]);
  });

  it('is forgotten a month after its day, when the next event comes', () => {
    const started = happened('service.started', '2026-01-02', {
      expectedEnd: '2026-05-01',
      occasionHash: 's-1',
    });
    const later = (date: string) => ({ ...happened('assessment.completed', '2026-05-05'), now: on(date) });
    const { course } = fold([{ ...started, now: on('2026-01-02') }]);
    expect(expectedIn(fold([later('2026-06-01')], course).course)).toHaveLength(1);
    expect(fold([later('2026-06-02')], course).course.expected).toEqual([]);
    const ended = fold([happened('service.ended', '2026-05-05')]).course;
    expect(ended.expected).not.toEqual([]);
    expect(fold([later('2026-06-06')], ended).course.expected).toEqual([]);
  });
});

it('an event that says nothing of the course leaves the very same case', () => {
  const { course } = fold([hold('started', 'other', '2026-05-01')]);
  expect(fold([happened('assessment.completed', '2026-05-20')], course).course).toBe(course);
});
