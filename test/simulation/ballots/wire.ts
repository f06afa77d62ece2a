import type { Draws } from '../../../local/simulation/draws.ts';
import { member, type Reply } from '../../../web/respondent/insist.ts';
import type { Counts } from '../coverage.ts';
import type { Errand } from './cast.ts';
import { drawAbsence, drawCopyDelay, drawOnTheWay, secondMs, type OnTheWay } from './mishaps.ts';
import { Mishap, note, type Processes } from './processes.ts';
import type { Post, Server } from './server.ts';
import type { Timeline } from './timeline.ts';

/** For so long a page waits for a reply. */
const patienceMs = 20 * secondMs;

type Room = {
  readonly timeline: Timeline;
  readonly draws: Draws;
  readonly counts: Counts;
  readonly processes: Processes;
  readonly server: Server;
};

/** The way between browsers and the server, on which posts and replies are lost, late, doubled and delivered again. */
export class Wire {
  readonly #room: Room;

  constructor(room: Room) {
    this.#room = room;
  }

  /** Carries a post and brings its reply. Rejects where none comes; where the page is closed, nothing ever comes. */
  async post(post: Post, errand: Errand): Promise<Reply> {
    const { timeline, draws, counts } = this.#room;
    const { page } = errand;
    const { trouble, mayClose } = page.person;
    const again = (delayMs: number): void => {
      timeline.begin(timeline.now + delayMs, () => this.#deliver(post, errand).catch(() => undefined));
    };
    note(counts, `posted: ${post.path}`);
    if (draws.chance(0.02 + trouble / 5)) {
      note(counts, 'on the way: delivered again');
      again(drawCopyDelay(draws, timeline.now));
    }
    if (mayClose && draws.chance(0.4)) {
      const isUnderWay = draws.chance(0.6);
      note(counts, `page closed: ${isUnderWay ? 'with a post under way' : 'before a post'}`);
      page.isClosed = true;
      if (isUnderWay) again(0);
      return timeline.never();
    }
    if (!draws.chance(trouble)) return this.#deliver(post, errand);
    const mishap = drawOnTheWay(draws);
    note(counts, `on the way: ${mishap}`);
    if (mishap === 'request late') again(patienceMs + draws.between(-2, 20) * secondMs);
    return this.#mishandle(mishap, () => this.#deliver(post, errand));
  }

  async #mishandle(mishap: OnTheWay, deliver: () => Promise<Reply>): Promise<Reply> {
    const { timeline, draws } = this.#room;
    switch (mishap) {
      case 'request lost':
      case 'request late':
        await timeline.after(patienceMs);
        throw new Mishap('nothing came');
      case 'reply lost':
        await deliver();
        throw new Mishap('the reply was lost');
      case 'turned away by the gateway':
        return { status: draws.oneOf([429, 503]), body: { message: 'Service Unavailable' } };
      case 'answered by a stranger':
        return { status: draws.oneOf([200, 202, 400, 409, 410]), body: undefined };
      case 'phone off before the request':
        await timeline.after(drawAbsence(draws, timeline.now));
        return deliver();
      case 'phone off before the reply':
        await deliver();
        await timeline.after(drawAbsence(draws, timeline.now));
        throw new Mishap('the reply was lost');
    }
  }

  /** A failure that the process lives to tell of is a reply too. */
  async #deliver(post: Post, errand: Errand): Promise<Reply> {
    const { timeline, draws, counts, processes, server } = this.#room;
    await timeline.after(draws.between(5, 400));
    const reply = await processes
      .serve(errand, (now) => server.answer(post, errand, now))
      .catch((error: unknown) => {
        // Pages take any rejection for a lost reply, and would go on as if nothing were wrong with the code.
        if (!(error instanceof Mishap)) timeline.fail(error);
        return { status: draws.oneOf([500, 502, 504]), body: { title: 'The request failed.' } };
      });
    const hasTurned = reply.status === 409 && member(reply.body, 'keyId') !== undefined;
    note(counts, `answered: ${reply.status}${hasTurned ? ', the quarter has turned' : ''}`);
    await timeline.after(draws.between(5, 400));
    return reply;
  }
}
