import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';

type Moment = { readonly at: number; readonly order: number; readonly come: () => void };

/**
 * Time that jumps from one moment to the next at which something happens, with strands of what goes on at once: pages,
 * requests on their way, the mix. One strand runs at a time, up to where it waits, so that the same seed gives the same
 * order, whatever the machine is busy with; the strands meet in the tables as they would in the cloud.
 */
export class Timeline {
  readonly #moments: Moment[] = [];
  /** By how much the clock of a device is ahead. */
  readonly #device = new AsyncLocalStorage<number>();
  #now: number;
  #order = 0;
  #finish: () => void = () => undefined;
  #fail: (error: unknown) => void = () => undefined;

  /** @param start epoch milliseconds */
  constructor(start: number) {
    this.#now = start;
  }

  get now(): number {
    return this.#now;
  }

  /** Begins a strand at an instant. */
  begin(at: number, act: () => Promise<unknown>): void {
    const bound = AsyncResource.bind(act);
    this.#put(at, () => {
      bound().then(() => {
        this.#next();
      }, this.#fail);
    });
  }

  /** Lets a strand wait. */
  until(at: number): Promise<void> {
    return new Promise((resolve) => {
      this.#put(at, resolve);
      this.#next();
    });
  }

  /** Lets a strand wait for so long. */
  after(milliseconds: number): Promise<void> {
    return this.until(this.#now + milliseconds);
  }

  /** Ends a strand where it is, like a page that is closed: what it waits for never comes. */
  never(): Promise<never> {
    this.#next();
    return new Promise(() => undefined);
  }

  /** Ends everything, for what must not be taken for a part of the play. */
  fail(error: unknown): void {
    this.#fail(error);
  }

  /** Runs what happens on a device whose clock is ahead by so much, or behind. */
  onDevice<T>(clockErrorMs: number, act: () => T): T {
    return this.#device.run(clockErrorMs, act);
  }

  /** Lets time run until nothing happens any more, also for whoever asks the clock. Rejects where a strand fails. */
  async run(): Promise<void> {
    const now = Date.now;
    Date.now = () => this.#now + (this.#device.getStore() ?? 0);
    try {
      await new Promise<void>((resolve, reject) => {
        this.#finish = resolve;
        this.#fail = reject;
        this.#next();
      });
    } finally {
      Date.now = now;
    }
  }

  #next(): void {
    const moment = this.#take();
    if (moment === undefined) {
      this.#finish();
      return;
    }
    this.#now = Math.max(this.#now, moment.at);
    queueMicrotask(moment.come);
  }

  /** Into a heap, whose first moment is the earliest. */
  #put(at: number, come: () => void): void {
    const moments = this.#moments;
    const moment = { at, order: this.#order++, come };
    let place = moments.push(moment) - 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = moments[above];
      if (parent === undefined || isBefore(parent, moment)) break;
      moments[place] = parent;
      place = above;
    }
    moments[place] = moment;
  }

  #take(): Moment | undefined {
    const moments = this.#moments;
    const [first] = moments;
    const last = moments.pop();
    if (first === undefined || last === undefined || first === last) return first;
    let place = 0;
    for (;;) {
      const [left, right] = [moments[2 * place + 1], moments[2 * place + 2]];
      if (left === undefined) break;
      const isRight = right !== undefined && isBefore(right, left);
      const child = isRight ? right : left;
      if (isBefore(last, child)) break;
      moments[place] = child;
      place = 2 * place + (isRight ? 2 : 1);
    }
    moments[place] = last;
    return first;
  }
}

const isBefore = (one: Moment, other: Moment): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order);
