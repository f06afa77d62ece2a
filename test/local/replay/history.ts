import { drawsFor } from '../../../local/simulation/draws.ts';
import type { RuleDraft } from '../../../shared/domain/rules/rule.ts';
import { somebody } from '../../support/deliveries.ts';
import { draftOf, newDraft, shippedRule } from '../../support/rules.ts';
import { report, type Somebody, type Story } from '../../support/story.ts';

type Document = ReturnType<typeof report>;

const day = 24 * 3600_000;
const firstMonday = Date.parse('2026-01-12T10:00:00+02:00');
export const weeks = 12;

/** Rules under which a few people are asked, held back, put off and withdrawn for many reasons within three months. */
export const liveRules: readonly RuleDraft[] = [
  {
    ...draftOf(shippedRule('plan-meeting-held')),
    minimumGapDays: 10,
    stageGapDays: 20,
    personCap: { most: 3, days: 60 },
  },
  { ...draftOf(shippedRule('service-ended')), delayDays: 3, minimumGapDays: 14, samplePercent: 40 },
  newDraft({ minimumGapDays: 7, stageGapDays: 7, householdCap: { most: 2, days: 60 }, unitDailyCap: 2 }),
];

type Family = { readonly name: string; readonly people: readonly Somebody[] };

/** What is told of a few families over some months, and when: the same each time. */
export class History {
  readonly #draws = drawsFor('some months that are replayed');
  readonly #families: readonly Family[];
  /** How many recipients were decided at which instant, in epoch milliseconds. */
  readonly decided: { readonly at: number; readonly recipients: number }[] = [];
  #told: Document[] = [];
  #speaking: readonly Somebody[] = [];
  events = 0;

  constructor() {
    const families = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
    this.#families = families.map((name, index) => {
      // Two addresses go wrong.
      const wrong = { 2: 'bounce+history', 5: 'complaint+history' }[index];
      const email = wrong === undefined ? {} : { email: `${wrong}@simulator.amazonses.com` };
      const worker = somebody({ role: 'county-worker' });
      return { name, people: [somebody(email), somebody({ language: 'sv' }), worker] };
    });
  }

  /** Plays every week: events on Monday morning, what comes in between in the afternoon, and mails until Thursday. */
  async play(story: Story): Promise<void> {
    for (let week = 0; week < weeks; week += 1) {
      const monday = firstMonday + week * 7 * day;
      const morning = Array.from({ length: 7 }, () => this.#drawnEvent(monday));
      await this.#tell(story, monday, morning);
      await this.#tell(story, monday + 5 * 3600_000, this.#inBetween(morning, week));
      await this.#speak(story, week);
      // Now and then nothing can be sent until Thursday.
      if (week % 4 !== 3) await story.moveTo(new Date(monday + 1 * day + 3 * 3600_000).toISOString());
      await story.moveTo(new Date(monday + 3 * day + 4 * 3600_000).toISOString());
    }
  }

  /** How many recipients were decided from an instant on and before another. Epoch milliseconds. */
  recipientsBetween(from: number, to: number): number {
    const within = this.decided.filter(({ at }) => from <= at && at < to);
    return within.reduce((sum, { recipients }) => sum + recipients, 0);
  }

  async #tell(story: Story, at: number, events: readonly Document[]): Promise<void> {
    const repeated = this.#told.filter(() => this.#draws.chance(0.03));
    await story.tell(new Date(at).toISOString(), ...events, ...repeated);
    this.#told = [...this.#told, ...events];
    this.events += events.length;
    const recipients = events.reduce((sum, { data }) => sum + recipientsIn(data), 0);
    this.decided.push({ at, recipients });
  }

  #drawnEvent(now: number): Document {
    const family = this.#draws.oneOf(this.#families);
    const stage = this.#draws.weighted([
      ['plan-meeting.held', 10],
      ['service.ended', 5],
      ['client-plan.reviewed', 8],
      ['plan-meeting.scheduled', 2],
      ['placement.ended', 2],
      ['hold.started', 1],
      ['hold.ended', 2],
      ['case.closed', 1],
    ]);
    const isHold = stage.startsWith('hold.');
    const ended = now - this.#draws.between(0, 12) * day;
    // Some are told of late, and some before they are due to happen.
    const time = this.#draws.chance(0.1) ? now + 5 * day : ended;
    const data = {
      ...this.#placeOf(family),
      ...(isHold && { reason: this.#draws.oneOf(['other', 'bereavement']) }),
      ...(stage === 'plan-meeting.scheduled' && { scheduledFor: dayOf(now + 20 * day) }),
      ...(this.#draws.chance(0.15) && !isHold && { expectedEnd: dayOf(now + 15 * day), placementType: '1' }),
    };
    return report(stage, isHold ? [] : family.people, data, { time: new Date(time).toISOString() });
  }

  /**
   * Cancellations of what was just held, a hard moment that has just begun, an occasion under a second id, and once a
   * meeting of months ago.
   */
  #inBetween(morning: readonly Document[], week: number): Document[] {
    const [first, second] = morning.filter(({ type }) => type === 'fi.kuultu.plan-meeting.held.v1');
    const cancelled = first && report('plan-meeting.cancelled', [], commonOf(first), {});
    const again = second && report('plan-meeting.held', peopleOf(second), commonOf(second), {});
    const family = this.#families[week % this.#families.length] ?? { name: 'a', people: [] };
    const hold = report('hold.started', [], { ...this.#placeOf(family), reason: 'restriction-decision' });
    const time = { time: '2025-12-15T10:00:00+02:00' };
    const late = report('plan-meeting.held', [somebody()], {}, time);
    return [cancelled, again, week % 3 === 1 ? hold : undefined, week === 7 ? late : undefined].filter(
      (one) => one !== undefined,
    );
  }

  /** What two people who have got mails do with them in some of the weeks. */
  async #speak(story: Story, week: number): Promise<void> {
    const parents = this.#families.flatMap(({ people }) => people.slice(1, 2));
    if (week === 3) this.#speaking = parents.filter((one) => story.mailsTo(one).length > 0).slice(0, 2);
    const [pausing, leaving] = this.#speaking;
    if (week < 3) return;
    if (pausing === undefined || leaving === undefined) throw new Error('nobody has got a mail in weeks');
    if (week === 3) await story.choose(pausing, 'choice', 'pause-3');
    if (week === 4) await story.unsubscribe(leaving);
    if (week === 5) await story.choose(leaving, 'language', 'en');
    if (week === 9) await story.choose(pausing, 'choice', 'start');
  }

  #placeOf({ name }: Family): Document {
    return { caseRef: `case-of-${name}`, householdRef: `household-of-${name}` };
  }
}

const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

type Data = { readonly recipients: readonly Somebody[]; readonly [name: string]: unknown };
const dataOf = ({ data }: Document): Data => data as Data;
const peopleOf = (event: Document): readonly Somebody[] => dataOf(event).recipients;
const recipientsIn = (data: unknown): number => (data as Data).recipients.length;

const commonOf = (event: Document): Document => {
  const { caseRef, householdRef, occasionRef } = dataOf(event);
  return { caseRef, householdRef, occasionRef };
};
