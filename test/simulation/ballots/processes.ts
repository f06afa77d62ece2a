import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Draws } from '../../../local/simulation/draws.ts';
import { dynamodb } from '../../../shared/adapters/dynamodb.ts';
import { FakeDynamoDb } from '../../support/dynamodb-fake.ts';
import type { Counts } from '../coverage.ts';
import type { Errand } from './cast.ts';
import { drawInTheServer, secondMs, type InTheServer } from './mishaps.ts';
import type { Timeline } from './timeline.ts';
import type { Witness } from './witness.ts';

/** For so long a process of the server lives, as the functions' timeout says. */
const lifeMs = 10 * secondMs;

/** What goes wrong by design; any other error is a fault of the code, or of the simulation. */
export class Mishap extends Error {}

type Process = {
  readonly errand: Errand;
  readonly begunAt: number;
  readonly mishap: InTheServer | undefined;
  calls: number;
  isDead: boolean;
};

type Room = {
  readonly timeline: Timeline;
  readonly draws: Draws;
  readonly witness: Witness;
  readonly counts: Counts;
};

/**
 * One table engine in memory for all processes, each of which has calls of its own go wrong. Calls take time, so that
 * processes come in between each other.
 */
export class Processes {
  readonly tables = new FakeDynamoDb();
  /** Runs the calls that no process of the respondents' path makes: the mix's, the judge's. */
  aside: <T>(call: () => T) => T = (call) => call();
  readonly #room: Room;
  readonly #process = new AsyncLocalStorage<Process>();

  constructor(room: Room) {
    this.#room = room;
    // The mocked client keeps every call for ever, which is too much to remember.
    Object.assign(dynamodb, { send: (command: object) => this.#send(command) });
  }

  /** Serves one request in a process of its own. Rejects with a Mishap where the process dies, or says that it failed. */
  async serve<T>(errand: Errand, act: (now: number) => Promise<T>): Promise<T> {
    const { timeline, draws, counts } = this.#room;
    const mishap = draws.chance(errand.page.person.trouble * 0.6) ? drawInTheServer(draws) : undefined;
    const process = { errand, begunAt: timeline.now, mishap, calls: 0, isDead: false };
    try {
      return await this.#process.run(process, () => act(process.begunAt));
    } finally {
      // One that makes fewer calls has nothing go wrong.
      if (mishap && process.calls >= mishap.call) note(counts, `in the server: ${mishap.kind}`);
    }
  }

  async #send(command: object): Promise<unknown> {
    const process = this.#process.getStore();
    if (process === undefined) return this.aside(() => this.tables.carryOut(command));
    const { timeline } = this.#room;
    process.calls += 1;
    const mishap = process.mishap?.call === process.calls ? process.mishap.kind : undefined;
    await timeline.after(this.#latency(mishap));
    if (mishap === 'call refused') throw new Mishap('the call was refused');
    if (mishap === 'died before a call') process.isDead = true;
    if (process.isDead) throw new Mishap('the process died');
    if (mishap === 'call made twice') await this.#carryOut(command, process).catch(() => undefined);
    const result = await this.#carryOut(command, process);
    await timeline.after(this.#latency(undefined));
    if (mishap === 'call failed after its effect') throw new Mishap('the connection was lost');
    process.isDead = mishap === 'died after a call' || timeline.now - process.begunAt > lifeMs;
    if (process.isDead) throw new Mishap('the process died');
    return result;
  }

  async #carryOut(command: object, { errand, begunAt }: Process): Promise<unknown> {
    const result = await Promise.resolve().then(() => this.tables.carryOut(command));
    if (command instanceof PutItemCommand)
      this.#room.witness.sawWrite(command.input.TableName ?? '', errand, begunAt);
    return result;
  }

  #latency(mishap: InTheServer['kind'] | undefined): number {
    const { draws } = this.#room;
    return mishap === 'call slow' ? draws.between(0, lifeMs) : draws.between(1, 20);
  }
}

export const note = (counts: Counts, name: string): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1);
};
