import type { Stage } from '../../../shared/domain/vocabulary.ts';
import type { Draws } from '../draws.ts';
import { officeMinute, workingDayFrom, type Day } from './calendar.ts';

/** One stage that a case reaches. */
export type Step = {
  readonly stage: Stage;
  readonly day: Day;
  /** Minute of the day in Helsinki. */
  readonly minute: number;
  /** Where the step happens: with the service that the case is about, or where the child is placed. */
  readonly at: 'service' | 'placement';
  /** Ties the steps of one meeting, service or placement together; unique in the case. */
  readonly occasion?: string;
  readonly scheduledFor?: Day;
  readonly expectedEnd?: Day;
  readonly reason?: 'emergency-placement' | 'taking-into-care' | 'bereavement' | 'restriction-decision';
  /** False where the measure may be against the client's own will. */
  readonly voluntary: boolean;
};

/** No course is longer, from the day that a case opens. */
export const longestCourseDays = 600;

type Details = Partial<Omit<Step, 'stage' | 'day' | 'minute'>>;

/**
 * The stages of one case in plausible order: assessment, service with its plan meetings, for some a placement, for
 * some a hard moment, the service's end, for young people after-care, and the closing.
 *
 * @param opens the day on which the case opens
 * @param isYoungPerson whether after-care can follow a placement
 * @returns steps in time order, all on working days
 */
export function courseOf(draws: Draws, opens: Day, isYoungPerson: boolean): Step[] {
  const steps: Step[] = [];
  const reach = (stage: Stage, day: Day, details: Details = {}): Day => {
    const workingDay = workingDayFrom(day);
    steps.push({
      stage,
      day: workingDay,
      minute: officeMinute(draws),
      at: 'service',
      voluntary: true,
      ...details,
    });
    return workingDay;
  };
  if (draws.chance(0.7)) reach('assessment.completed', opens);
  const starts = opens + draws.between(3, 20);
  const ends = starts + draws.between(60, 360);
  const service = { from: starts, to: ends };
  reach('service.started', starts, { occasion: 'service', expectedEnd: ends });
  const placed = draws.chance(0.3) ? placement(draws, reach, service) : undefined;
  planMeetings(draws, reach, service, placed);
  if (draws.chance(0.03)) hardMoment(draws, reach, service);
  reach('service.ended', ends, { occasion: 'service' });
  if (placed !== undefined && isYoungPerson) afterCare(draws, reach, ends);
  reach('case.closed', Math.max(...steps.map(({ day }) => day)) + draws.between(7, 30));
  return steps.sort((a, b) => a.day - b.day || a.minute - b.minute);
}

type Reach = (stage: Stage, day: Day, details?: Details) => Day;
type Span = { readonly from: Day; readonly to: Day };
type Placed = Span & { readonly voluntary: boolean };

/**
 * A plan meeting about every three months, where the child is at the time. A few are cancelled and held a week or
 * two later instead.
 */
function planMeetings(draws: Draws, reach: Reach, { from, to }: Span, placed: Placed | undefined): void {
  let meets = workingDayFrom(from + draws.between(21, 35));
  for (let number = 1; meets < to; number += 1) {
    const isPlaced = placed !== undefined && placed.from <= meets && meets < placed.to;
    const where: Details = isPlaced ? { at: 'placement', voluntary: placed.voluntary } : {};
    const details = { ...where, occasion: `meeting-${number}`, scheduledFor: meets };
    const announced = reach('plan-meeting.scheduled', meets - draws.between(9, 20), details);
    if (draws.chance(0.08)) {
      reach('plan-meeting.cancelled', Math.max(announced + 1, meets - draws.between(1, 3)), details);
      meets = workingDayFrom(meets + draws.between(12, 26));
      continue;
    }
    reach('plan-meeting.held', meets, details);
    reach('client-plan.reviewed', meets + draws.between(1, 10), where);
    meets = workingDayFrom(meets + draws.between(80, 100));
  }
}

/** A placement within the service. Some begin in a hard moment, which the system is told of as a hold. */
function placement(draws: Draws, reach: Reach, service: Span): Placed {
  const from = service.from + draws.between(1, 30);
  const to = Math.max(from + 14, service.to - draws.between(5, 25));
  const reason = draws.weighted([
    ['emergency-placement', 25],
    ['taking-into-care', 20],
    [undefined, 55],
  ] as const);
  const voluntary = reason === undefined;
  if (reason !== undefined) {
    reach('hold.started', from, { reason, voluntary });
    reach('hold.ended', from + 30, { reason, voluntary });
  }
  reach('placement.started', from, { at: 'placement', occasion: 'placement', expectedEnd: to, voluntary });
  if (draws.chance(0.25)) {
    reach('placement.changed', Math.floor((from + to) / 2), {
      at: 'placement',
      occasion: 'change',
      voluntary,
    });
  }
  reach('placement.ended', to, { at: 'placement', occasion: 'placement', voluntary });
  return { from, to, voluntary };
}

function hardMoment(draws: Draws, reach: Reach, { from, to }: Span): void {
  const begins = draws.between(from, to);
  const reason = draws.oneOf(['bereavement', 'restriction-decision'] as const);
  reach('hold.started', begins, { reason, voluntary: reason === 'bereavement' });
  reach('hold.ended', begins + draws.between(14, 45), { reason, voluntary: reason === 'bereavement' });
}

function afterCare(draws: Draws, reach: Reach, serviceEnded: Day): void {
  const begins = reach('aftercare.started', serviceEnded + draws.between(1, 10), { occasion: 'aftercare' });
  reach('aftercare.ended', begins + draws.between(60, 150), { occasion: 'aftercare' });
}
