import { quarterAt } from '../../../shared/domain/calendar/month.ts';
import { questionSetVersion } from '../../../shared/domain/questions/question-sets.ts';
import { Tallying } from '../../../shared/domain/tallies/tallying.ts';
import { cellsIn, type Cell } from '../judging/cells.ts';
import { whileWeak, type Weakness } from '../weaker/altered.ts';
import type { Stage } from '../world/stage.ts';
import type { World } from '../world/world.ts';
import { letAnswer, playing, reportsNow, setScene, talliedSince, type Player, type Scene } from './scene.ts';

/** What comes out where somebody is isolated among answers of the adversary's own. */
export type Isolation = {
  readonly victims: readonly Player[];
  readonly own: readonly Player[];
  /** Tallied while the quarter still ran, and after it had closed. */
  readonly early: readonly Cell[];
  readonly final: readonly Cell[];
  /** How often a close was demanded, and how often the running quarter stood closed after that. */
  readonly demands: number;
  readonly granted: number;
};

/** A quarter with fewer answers than are ever unsealed together, and what was tallied at its close. */
export type FewAnswers = { readonly answers: number; readonly tallied: readonly Cell[] };

export type Plays = {
  readonly isolation: Isolation;
  readonly isolationOnDemand: Isolation;
  readonly few: FewAnswers;
  readonly fewCounted: FewAnswers;
};

const closingOnDemand: Weakness = {
  'mix-responses': [
    {
      file: 'functions/mix-responses/close-periods.ts',
      from: '(quarter) => closesAt(quarter) + arrivedAfterMs <= now',
      to: '() => true',
    },
  ],
};

const plays = new WeakMap<World, Promise<Plays>>();

/** Plays all of it, one quarter after the other, once. */
export function playIsolations(world: World): Promise<Plays> {
  const known = plays.get(world) ?? play(world);
  plays.set(world, known);
  return known;
}

async function play({ stage, size }: World): Promise<Plays> {
  const units = size.name === 'quick' ? 6 : 24;
  // Others may have answered in this quarter: in other units, so that it makes no difference.
  const scene = await setScene(stage, 'isolated', units, ['victim', 'own', 'other']);
  const early = await demandEarly(scene, {});
  await letAnswer(scene, 'other');
  await stage.endQuarter();
  const isolation = { ...early, final: await talliedSince(scene) };
  const few = await leaveFew(stage);
  const open = await setScene(stage, 'demanded', units, ['victim', 'own']);
  const isolationOnDemand = { ...(await demandEarly(open, closingOnDemand)), final: [] };
  return { isolation, isolationOnDemand, ...few };
}

/** Ends a quarter in which nobody has answered but one victim, and the adversary. */
async function leaveFew(stage: Stage): Promise<Pick<Plays, 'few' | 'fewCounted'>> {
  const scene = await setScene(stage, 'few', 1, ['victim', 'own']);
  await letAnswer(scene, 'victim');
  await letAnswer(scene, 'own');
  await stage.endQuarter();
  const { length: answers } = scene.players;
  return {
    few: { answers, tallied: await talliedSince(scene) },
    fewCounted: { answers, tallied: talliedAlone(scene) },
  };
}

/** What the mix would have tallied of a scene's answers, had it counted them: by its own code, with all that it pools. */
function talliedAlone({ players }: Scene): Cell[] {
  const tallying = new Tallying();
  for (const { asked, question, answer } of players) {
    const { questionSet, questionSetVersion: version } = asked.context;
    const form = questionSetVersion(questionSet, version);
    if (form === undefined) throw new Error('a form that people were asked with is gone');
    tallying.count(asked, form, { [question]: answer });
  }
  return cellsIn([{ ...tallying.storable() }]);
}

/** Answers beside the victims, and then demands the close in every way that a function can be called. */
async function demandEarly(scene: Scene, weakness: Weakness): Promise<Omit<Isolation, 'final'>> {
  const { stage } = scene;
  const quarter = quarterAt(stage.now);
  await letAnswer(scene, 'victim');
  await letAnswer(scene, 'own');
  const events = [
    {},
    { force: true },
    { period: quarter },
    { time: '2099-01-01T00:00:00Z' },
    { detail: { period: quarter } },
  ];
  let granted = 0;
  await whileWeak(stage.system, weakness, async () => {
    for (const event of events) {
      for (const name of ['count-invited', 'mix-responses', 'publish-report'])
        await stage.system.invoke(name, event);
      const reports = await reportsNow(stage);
      if (reports.some(({ pk, sk }) => pk === 'PERIODS' && sk === quarter)) granted += 1;
    }
  });
  return {
    ...{ victims: playing(scene, 'victim'), own: playing(scene, 'own') },
    ...{ early: await talliedSince(scene), demands: events.length, granted },
  };
}
