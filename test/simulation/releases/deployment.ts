import type { Context } from '../../../shared/domain/context.ts';
import { startOfDay } from '../../../shared/domain/calendar/day.ts';
import { monthsOf, type Month, type Quarter } from '../../../shared/domain/calendar/month.ts';
import { questionSets } from '../../../shared/domain/questions/question-sets.ts';
import type { QuestionSet } from '../../../shared/domain/questions/question.ts';
import { InvitedCount } from '../../../shared/domain/tallies/invited-count.ts';
import { placesOf } from '../../../shared/domain/tallies/places.ts';
import { structureOf } from '../../../shared/domain/tallies/structure.ts';
import { Tallying } from '../../../shared/domain/tallies/tallying.ts';
import { responsesMin } from '../../../shared/domain/tallies/tally.ts';
import type { Closed } from '../../../shared/domain/releases/closed.ts';
import { tooFewIn } from '../../../shared/domain/releases/too-few.ts';
import type { Release } from '../../../shared/domain/releases/release.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import { shippedCatalogue } from '../../support/shipped-forms.ts';

/** Whole numbers from 0 to below a bound, the same for the same seed. */
export type Draw = (below: number) => number;

export function drawsFrom(seed: number): Draw {
  let state = seed >>> 0 || 1;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/** Who answered, where, and what: the truth that nobody but a simulation knows. */
export type Response = {
  readonly person: string;
  readonly context: Context;
  readonly month: Month;
  readonly questionSet: QuestionSet;
  readonly answers: Readonly<Record<string, number>>;
};

export type DeploymentOptions = {
  readonly regions: number;
  readonly units: number;
  /** Of each unit in a quarter, both ends included. */
  readonly responsesFrom: number;
  readonly responsesTo: number;
  readonly seed: number;
  /** The form that everybody is asked with; as their role has it where it is not given. */
  readonly form?: string;
};

const setOf = (id: string): QuestionSet => {
  const found = questionSets.find((set) => set.id === id);
  if (found === undefined) throw new Error(`there is no form ${id}`);
  return found;
};

/** What people are asked in a role, and how often each role is among those who answer, in per cents. */
const mix = [
  { role: 'parent', ageBand: '18+', form: 'family', stage: 'service.ended', share: 45 },
  { role: 'parent', ageBand: '18+', form: 'meeting', stage: 'plan-meeting.held', share: 20 },
  { role: 'young-person', ageBand: '13-17', form: 'young-person', stage: 'placement.ended', share: 15 },
  { role: 'child', ageBand: '7-12', form: 'child', stage: 'service.ended', share: 8 },
  { role: 'close-person', ageBand: '18+', form: 'close-person', stage: 'service.ended', share: 5 },
  { role: 'county-worker', ageBand: '18+', form: 'county-worker', stage: 'service.ended', share: 7 },
] as const;

/** An invented deployment: units of the regions' own organisations, and of providers, some of whom work in two regions. */
export class Deployment {
  readonly units: readonly Unit[];
  readonly #options: DeploymentOptions;

  /** @param units where they have been re-organised; invented where they are not given */
  constructor(options: DeploymentOptions, units?: readonly Unit[]) {
    this.#options = options;
    const draw = drawsFrom(options.seed);
    this.units =
      units ??
      Array.from({ length: options.units }, (_, index): Unit => {
        const region = `region-${1 + (index % options.regions)}`;
        const provider = `provider-${1 + draw(Math.ceil(options.units / 6))}`;
        const id = `unit-${String(index + 1).padStart(4, '0')}`;
        return {
          ...{ id, name: { fi: id, sv: id, en: id }, region, public: false, confirmed: true },
          organisation: draw(2) === 0 ? region : provider,
        };
      });
  }

  /** What people answered in a quarter. */
  responses(quarter: Quarter): Response[] {
    const { seed, responsesFrom, responsesTo, form } = this.#options;
    const draw = drawsFrom(
      seed * 1000 + Array.from(quarter).reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7),
    );
    const months = monthsOf(quarter);
    return this.units.flatMap((unit, index) => {
      const count = responsesFrom + draw(responsesTo - responsesFrom + 1);
      return Array.from({ length: count }, (_, nth): Response => {
        const picked = pick(mix, draw);
        const asked = { ...picked, form: form ?? picked.form };
        const questionSet = setOf(asked.form);
        return {
          person: `${unit.id} ${quarter} ${nth}`,
          context: contextOf(unit, asked, index, draw),
          month: months[draw(3)] ?? months[0] ?? '',
          questionSet,
          answers: answersTo(questionSet, draw),
        };
      });
    });
  }

  /** All that a publisher knows of a quarter, when every person was asked once, and two of three did not answer. */
  close(quarter: Quarter, responses: readonly Response[], earlier: readonly Release[] = []): Closed {
    const placeOf = placesOf(this.units);
    const tallying = new Tallying();
    const count = new InvitedCount(quarter, placeOf, shippedCatalogue.version);
    for (const { person, context, month, questionSet, answers } of responses) {
      tallying.count({ context, place: placeOf(context.unit), month }, questionSet, answers);
      for (const contact of [person, `${person} b`, `${person} c`])
        count.count({ contact, context, at: startOfDay(`${month}-02`), isSent: true });
    }
    const { tallies, drivers } = tallying.storable();
    const invited = count.counts();
    return {
      ...{ period: quarter, tallies, drivers, invited: [invited] },
      structure: structureOf(
        this.units,
        responses.map(({ context }) => context),
        placeOf,
      ),
      tooFew: tooFewIn(quarter, [quarter], new Map([[quarter, invited]])),
      least: responsesMin,
      units: this.units,
      questions: shippedCatalogue.items,
      earlier,
      already: [],
    };
  }
}

function pick(all: typeof mix, draw: Draw): (typeof mix)[number] {
  let left = draw(100);
  const found = all.find(({ share }) => (left -= share) < 0);
  return found ?? all[0];
}

function contextOf(
  unit: Unit,
  asked: Omit<(typeof mix)[number], 'form'> & { readonly form: string },
  index: number,
  draw: Draw,
): Context {
  const set = setOf(asked.form);
  return {
    questionSet: set.id,
    questionSetVersion: set.version,
    unit: unit.id,
    stage: asked.stage,
    role: asked.role,
    ageBand: asked.ageBand,
    language: draw(10) < 8 ? 'fi' : draw(2) === 0 ? 'sv' : 'en',
    channel: 'mail',
    voluntary: draw(10) > 1,
    serviceTask: '10',
    socialService: String(30 + (index % 6)),
    provision: unit.organisation === unit.region ? 'own' : 'purchased',
  };
}

/** Mostly good, as answers are, and one in twenty questions skipped. */
const answersTo = ({ questions }: QuestionSet, draw: Draw): Record<string, number> =>
  Object.fromEntries(
    questions.flatMap(({ key, scale }) => {
      if (draw(20) === 0) return [];
      const steps = scale.to - scale.from;
      const down = draw(10) < 6 ? 0 : draw(Math.min(steps, 4) + 1);
      return [[key, scale.to - down]];
    }),
  );
