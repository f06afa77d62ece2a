import type * as z from 'zod';
import type { stageEventSchema } from '../../shared/domain/stage-event.ts';
import { drawsFor, type Draws } from './draws.ts';
import { dateOf, dayOf, isWorkingDay, timeAt, type Day } from './client-information-system/calendar.ts';
import { courseOf, longestCourseDays, type Step } from './client-information-system/case-course.ts';
import {
  countyWorker,
  householdOf,
  providerWorker,
  type Household,
  type Person,
} from './client-information-system/household.ts';
import {
  municipalities,
  serviceTask,
  socialServices,
  type ServiceUnit,
} from './client-information-system/service-field.ts';

/** A CloudEvent as it stands in the body of a webhook. */
export type StageEventDocument = z.input<typeof stageEventSchema>;

export type Simulation = {
  readonly seed: number;
  /** Events a year that the simulated systems send, all regions together; the stream comes within a few per cent. */
  readonly eventsPerYear: number;
  /** First day, such as `2026-01-01`, from midnight in Helsinki. */
  readonly from: string;
  /** The day after the last. */
  readonly to: string;
};

/** Measured over a simulated year; it changes with what `householdOf` and `courseOf` draw. */
const eventsPerHousehold = 17;
const workingDaysPerYear = 261;
const casesPerWorker = 30;
/** A case is open for most of a year. */
const openCasesPerYearlyCase = 0.7;
const providerWorkersPerUnit = 6;

type ClientCase = {
  readonly ref: string;
  readonly household: Household;
  readonly child: Person;
  readonly service: ServiceUnit;
  readonly placement: ServiceUnit;
  readonly countyWorker: Person;
  readonly providerWorkers: Readonly<Record<Step['at'], Person | undefined>>;
};
type CaseStep = Step & { readonly case: ClientCase; readonly sequence: number };

/**
 * What the client information systems of an invented country send: CloudEvents in time order.
 *
 * The same simulation gives the same events, byte for byte. What a day brings depends on nothing but the seed, the
 * volume and the day: two streams over neighbouring ranges are one stream over both. Memory grows with the volume
 * (the open cases), and not with the length of the range.
 *
 * @throws RangeError when a day is none, or the volume is not a positive number
 */
export function* stageEvents({
  seed,
  eventsPerYear,
  from,
  to,
}: Simulation): Generator<StageEventDocument, void, void> {
  if (!(eventsPerYear > 0)) throw new RangeError('events per year must be a positive number');
  const firstDay = dayOf(from);
  const endDay = dayOf(to);
  const householdsPerDay = eventsPerYear / eventsPerHousehold / workingDaysPerYear;
  const workers = workersPerMunicipality(householdsPerDay);
  const stepsByDay = new Map<Day, CaseStep[]>();
  // Cases that opened before the range reach stages within it.
  for (let day = firstDay - longestCourseDays; day < endDay; day += 1) {
    for (const step of isWorkingDay(day) ? stepsOfNewHouseholds(seed, day, householdsPerDay, workers) : []) {
      if (step.day < firstDay || step.day >= endDay) continue;
      const steps = stepsByDay.get(step.day);
      if (steps === undefined) stepsByDay.set(step.day, [step]);
      else steps.push(step);
    }
    // The sort is stable: steps of the same minute keep the order in which their households came.
    for (const step of (stepsByDay.get(day) ?? []).sort((a, b) => a.minute - b.minute)) yield eventOf(step);
    stepsByDay.delete(day);
  }
}

const workersPerMunicipality = (householdsPerDay: number): number =>
  Math.ceil(
    (householdsPerDay * workingDaysPerYear * openCasesPerYearlyCase) / casesPerWorker / municipalities.length,
  );

function* stepsOfNewHouseholds(seed: number, day: Day, perDay: number, workers: number): Generator<CaseStep> {
  const whole = Math.floor(perDay);
  const count = whole + (drawsFor(seed, day).chance(perDay - whole) ? 1 : 0);
  for (let number = 1; number <= count; number += 1) {
    const draws = drawsFor(seed, day, number);
    const municipality = draws.weighted(municipalities.map((each) => [each, each.weight] as const));
    const household = householdOf(draws, `h${seed}-${day}-${number}`, municipality);
    for (const [index, child] of household.children.entries()) {
      const clientCase = caseOf(draws, household, child, `c${seed}-${day}-${number}-${index + 1}`, workers);
      const steps = courseOf(draws, day, child.role === 'young-person');
      for (const [sequence, step] of steps.entries()) yield { ...step, case: clientCase, sequence };
    }
  }
}

function caseOf(draws: Draws, household: Household, child: Person, ref: string, workers: number): ClientCase {
  const { municipality } = household;
  const service = draws.chance(0.35)
    ? (municipality.support ?? municipality.socialWork)
    : municipality.socialWork;
  const placement = draws.chance(0.55) ? municipality.familyCare : municipality.institution;
  const workerFor = (unit: ServiceUnit): Person | undefined =>
    unit.provision === 'own' ? undefined : providerWorker(unit, draws.between(1, providerWorkersPerUnit));
  return {
    ref,
    household,
    child,
    service,
    placement,
    countyWorker: countyWorker(municipality, draws.between(1, workers)),
    providerWorkers: { service: workerFor(service), placement: workerFor(placement) },
  };
}

function eventOf(step: CaseStep): StageEventDocument {
  const { household, ref } = step.case;
  const unit = step.case[step.at];
  const isPlacement = step.stage.startsWith('placement.');
  return {
    specversion: '1.0',
    id: `${ref}-${step.sequence}`,
    source: household.municipality.region.source,
    type: `fi.kuultu.${step.stage}.v1`,
    time: timeAt(step.day, step.minute),
    datacontenttype: 'application/json',
    data: {
      caseRef: ref,
      householdRef: household.ref,
      unit: unit.id,
      serviceTask,
      socialService: socialServices[unit.kind],
      ...(isPlacement && { placementType: step.voluntary ? '1' : '7' }),
      provision: unit.provision,
      municipality: household.municipality.code,
      voluntary: step.voluntary,
      ...(step.occasion !== undefined && { occasionRef: `${ref}-${step.occasion}` }),
      ...(step.scheduledFor !== undefined && { scheduledFor: dateOf(step.scheduledFor) }),
      ...(step.expectedEnd !== undefined && { expectedEnd: dateOf(step.expectedEnd) }),
      ...(step.reason !== undefined && { reason: step.reason }),
      ...(!step.stage.startsWith('hold.') && { recipients: recipientsOf(step) }),
    },
  };
}

/** The family and the workers around the case; an assessment and a closing are between the family and the county. */
function recipientsOf({
  stage,
  at,
  case: { household, child, countyWorker, providerWorkers },
}: CaseStep): Recipient[] {
  const providerWorker =
    stage === 'assessment.completed' || stage === 'case.closed' ? undefined : providerWorkers[at];
  const people = [
    child,
    ...household.grownUps,
    countyWorker,
    ...(providerWorker === undefined ? [] : [providerWorker]),
  ];
  return people.map(({ email, flags, ...person }) => ({
    ...person,
    ...(email !== undefined && { email }),
    flags: [...flags],
  }));
}

type Recipient = NonNullable<StageEventDocument['data']['recipients']>[number];
