/**
 * Calls to the outside, one of which goes wrong: the call itself, before or after it took effect; and where the process
 * dies of it, every call after it too, until the next process is begun.
 */
export class DeadlyCalls {
  readonly #fatal:
    { readonly call: number; readonly takesEffect: boolean; readonly dies: boolean } | undefined;
  #made = 0;
  #isDead = false;

  constructor(fatal?: { call: number; takesEffect: boolean; dies: boolean }) {
    this.#fatal = fatal;
  }

  get made(): number {
    return this.#made;
  }

  readonly around = <T>(call: () => T): T => {
    if (this.#isDead) throw new Error('the process is dead');
    this.#made += 1;
    if (this.#made !== this.#fatal?.call) return call();
    this.#isDead = this.#fatal.dies;
    if (this.#fatal.takesEffect) call();
    throw new Error('the connection was lost');
  };

  beginNextProcess(): void {
    this.#isDead = false;
  }
}
