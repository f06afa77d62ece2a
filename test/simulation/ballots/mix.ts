import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Places } from '../../../functions/mix-responses/places.ts';
import { closePeriods } from '../../../functions/mix-responses/close-periods.ts';
import { DeadlyCalls } from '../../support/deadly-calls.ts';
import { FakeKms } from '../../support/fake-kms.ts';
import { insist } from '../insist.ts';
import { judgeHalf, judgeTallies, placeOf, structure } from './judge-tallies.ts';
import { closesAt, quarterName } from './naive-terms.ts';
import { note } from './processes.ts';
import { genuineSuite, type Suite } from './suites.ts';
import type { Stored } from './witness.ts';
import { quartersLong, type World } from './world.ts';
import { shippedCatalogue } from '../../support/shipped-forms.ts';

const wrappingKey = 'arn:mix-wrapping';

/** Where a run of the mix dies: at its first call to the tables or KMS, the second, and so on. */
export type Crash = { readonly call: number; readonly takesEffect: boolean };

/** The mix, which dies at its calls as often as it is told. It can close the periods of several worlds. */
export class Mix {
  readonly suite: Suite;
  #calls = new DeadlyCalls();

  constructor() {
    const kms = new FakeKms((call) => this.#calls.around(call));
    this.suite = genuineSuite((quarter, key) =>
      kms.wrap(wrappingKey, { quarter: quarterName(quarter) }, key),
    );
  }

  /**
   * Closes each quarter of a world in its time, and judges what comes out.
   *
   * @param crashesOf where the runs for a close die, one after another, until one lives or there are no more
   * @returns the answers that have been counted when the world has come to its end
   */
  attend(world: World, crashesOf: (close: number) => Iterable<Crash>): ReadonlySet<Stored> {
    const { timeline, processes, firstQuarter } = world;
    processes.aside = (call) => this.#calls.around(call);
    const counted = new Set<Stored>();
    for (let close = 0; close < quartersLong; close += 1) {
      const quarter = firstQuarter + close;
      timeline.begin(closesAt(quarter), async () => {
        await this.#close(world, quarter, crashesOf(close));
        await judgeTallies(world, quarter, counted);
      });
    }
    return counted;
  }

  async #close(world: World, quarter: number, crashes: Iterable<Crash>): Promise<void> {
    for (const crash of crashes) {
      this.#calls = new DeadlyCalls({ ...crash, dies: true });
      const error = await this.#run(world).then(
        () => undefined,
        (cause: unknown) => String(cause),
      );
      const hasDied = error !== undefined;
      insist(hasDied === this.#calls.made >= crash.call, 'the mix fails where it dies, and nowhere else', {
        crash,
        error,
      });
      // What was under way is dead too, before the next run begins.
      await nextTurn();
      this.#calls = new DeadlyCalls();
      if (!hasDied) break;
      await judgeHalf(quarter);
      note(world.counts, `in the mix: died ${crash.takesEffect ? 'after' : 'before'} a call`);
    }
    await this.#run(world);
  }

  async #run({ people, timeline }: World): Promise<void> {
    const contexts = new Map(people.map(({ context, circumstances }) => [context, circumstances]));
    const places: Places = { contexts, formOf: shippedCatalogue.version, placeOf, structure };
    const tables = { pool: 'pool', mixKeys: 'mix-keys', reports: 'reports' };
    await closePeriods({ ...tables, wrappingKey, now: timeline.now }, () => Promise.resolve(places));
  }
}

/** Before each call of a run, and after it, until a run needs no more calls than that. */
export function* everyCall(moments: readonly boolean[]): Generator<Crash> {
  for (let call = 1; ; call += 1) for (const takesEffect of moments) yield { call, takesEffect };
}
