import { drawsFor } from '../../local/simulation/draws.ts';
import { unpacked } from '../../shared/adapters/packed.ts';
import { environment } from '../../shared/contract/environment.ts';
import { closesAt } from '../../shared/domain/calendar/day.ts';
import { quarterAt, type Quarter } from '../../shared/domain/calendar/month.ts';
import { tallySchema } from '../../shared/domain/tallies/tally.ts';
import * as z from 'zod';
import type { Attack, Grounds, Outcome, Target } from './attack.ts';
import { whileWeak, type Weakness } from './weaker/altered.ts';
import { idsIn, itemsNow } from './world/counts.ts';
import { personOf, type Person, type Unit } from './world/cast.ts';
import type { Invited, Stage } from './world/stage.ts';
import type { World } from './world/world.ts';

/*
 * Some attacks take a whole quarter: they act in it, on its last evening, after midnight, and look what was counted once
 * it has closed. A quarter takes a while to end, so all of them act in the same one. Each target of each attack has a
 * unit of its own, and recommends with a number of its own, so that its answers are told from others by the tallies.
 */

/** What an attack waits for, in this order. */
const moments = ['the last evening', 'after midnight', 'the close'] as const;
export type Moment = (typeof moments)[number];

/** What an adversary has to act with. */
export type Ground = {
  readonly stage: Stage;
  /** The quarter in which it begins. */
  readonly quarter: Quarter;
  /** People of the unit that is attacked, all of them parents. */
  readonly invited: readonly Invited[];
  readonly unit: string;
  /** How many try the same thing at once. */
  readonly rivals: number;
  /** Of many tricks of a kind, each first of so many is tried. */
  readonly every: number;
  /** Names of the answers that are in the pool now. */
  readonly pooled: () => Promise<ReadonlySet<string>>;
  /** The number from 0 to 10 that whoever is attacked here recommends with, and nobody else does. */
  readonly own: number;
  /** How many recommend with this number, as it was counted at the close, wherever small strata were pooled. */
  readonly counted: () => Promise<number>;
};

/** An attack that goes on until it has to wait for something, and says what it came to in the end. */
export type Acting = (ground: Ground, world: World) => AsyncGenerator<Moment, Outcome>;

/** What is weaker than in the real system. */
type Weakened = {
  /** While the adversary acts. */
  readonly weakness?: Weakness;
  /** What closes the quarter: weaker for the unit that is attacked only, since it closes the quarter for all. */
  readonly close?: (unit: string) => Weakness;
};

type Act = {
  readonly unit: Unit;
  readonly own: number;
  readonly people: number;
  readonly rivals: number;
  readonly every: number;
  readonly act: Acting;
  readonly weakened: Weakened;
};

type Described = Pick<Attack, 'id' | 'adversary' | 'tries'> & {
  /** How many people are asked in the unit that is attacked. */
  readonly people: number;
  readonly act: Acting;
  readonly weakened: readonly (Weakened & { readonly name: string })[];
};

/** Rivals at once, and every how manieth trick is tried: the real system has to withstand them all, a weaker one breaks by few. */
const effort = { real: { rivals: 100, every: 1 }, weakened: { rivals: 12, every: 4 } };

/** Numbers to recommend with: whoever sizes are taken of recommends with the other two. */
const numbers = [0, 2, 3, 4, 5, 6, 7, 8, 9];

const acts: Act[] = [];
const sieges = new WeakMap<World, Promise<ReadonlyMap<Act, Outcome>>>();

/** An attack that takes a quarter, which it shares with all others of its kind. */
export function besieging({ people, act, weakened, ...described }: Described): Attack {
  const target = (name: string, isWeakened: boolean, weaker: Weakened): Target => {
    const place = `besieged-${acts.length}`;
    const unit = { id: `1.2.246.10.88888888.10.${100 + acts.length}`, region: place, organisation: place };
    const own = numbers[acts.length];
    if (own === undefined) throw new RangeError('more besiege than there are numbers');
    const one = { unit, own, people, ...effort[isWeakened ? 'weakened' : 'real'], act, weakened: weaker };
    acts.push(one);
    const attempt = async ({ played }: Grounds): Promise<Outcome> => {
      const world = await played();
      const siege = sieges.get(world) ?? besiege(world);
      sieges.set(world, siege);
      const outcome = (await siege).get(one);
      if (outcome === undefined) throw new Error('an attack ended without an outcome');
      return outcome;
    };
    return { name, isWeakened, attempt };
  };
  return {
    ...described,
    isOnSystem: true,
    targets: [
      target('the system', false, {}),
      ...weakened.map(({ name, ...weaker }) => target(name, true, weaker)),
    ],
  };
}

async function besiege(world: World): Promise<ReadonlyMap<Act, Outcome>> {
  const { stage } = world;
  const quarter = quarterAt(stage.now);
  await stage.placeUnits(acts.map(({ unit }) => unit));
  const invited = await stage.invite(acts.flatMap(peopleOf));
  const under = acts.map((act) => {
    const own = invited.filter(({ person }) => person.unit === act.unit);
    return { act, acting: act.act(groundOf(act, { stage, quarter, invited: own }), world) };
  });

  const outcomes = new Map<Act, Outcome>();
  const waiting = new Map<Act, Moment | undefined>(acts.map((act) => [act, undefined]));
  for (const moment of [undefined, ...moments]) {
    if (moment !== undefined) await bring(stage, quarter, moment);
    for (const { act, acting } of under.filter((one) => waiting.get(one.act) === moment)) {
      const { weakness = {} } = act.weakened;
      const { done, value } = await whileWeak(stage.system, weakness, () => acting.next());
      if (done === true) outcomes.set(act, value);
      else waiting.set(act, value);
    }
  }
  return outcomes;
}

async function bring(stage: Stage, quarter: Quarter, moment: Moment): Promise<void> {
  const closes = closesAt(quarter);
  switch (moment) {
    case 'the last evening':
      stage.passTo(closes - 180_000);
      return;
    case 'after midnight':
      stage.passTo(closes + 60_000);
      return;
    case 'the close': {
      const weaknesses = acts.flatMap(({ weakened, unit }) =>
        Object.entries(weakened.close?.(unit.id) ?? {}),
      );
      const weakness = Object.fromEntries(
        [...Map.groupBy(weaknesses, ([name]) => name)].map(([name, all]) => [
          name,
          all.flatMap(([, changes]) => changes),
        ]),
      );
      // By six in the morning, what runs in the night has run.
      await whileWeak(stage.system, weakness, () => stage.moveTo(closes + 6 * 3600_000));
    }
  }
}

function peopleOf({ unit, people }: Act): Person[] {
  return Array.from({ length: people }, (_, index) => {
    const name = `${unit.region}-${index}`;
    const person = personOf(name, drawsFor('besieged', name), { unit, stage: 'service.ended' });
    return { ...person, recipient: { ...person.recipient, role: 'parent', ageBand: '18+' } };
  });
}

const talliesSchema = z.object({ document: z.instanceof(Uint8Array) });
const talliedSchema = z.object({ tallies: z.array(tallySchema) });

const groundOf = (
  { unit, own, rivals, every }: Act,
  { stage, quarter, invited }: Pick<Ground, 'stage' | 'quarter' | 'invited'>,
): Ground => ({
  ...{ stage, quarter, invited, rivals, every, own },
  unit: unit.id,
  pooled: () => idsIn(stage.system, environment.poolTable),
  counted: async () => {
    const items = await itemsNow(stage.system, environment.reportsTable);
    return items
      .filter(({ pk }) => pk === `TALLIES#${quarter}`)
      .flatMap((item) => talliedSchema.parse(unpacked(talliesSchema.parse(item).document)).tallies)
      .filter(({ table }) => table === 'T2')
      .reduce((sum, { items: { recommend } }) => sum + (recommend?.counts[own] ?? 0), 0);
  },
});
