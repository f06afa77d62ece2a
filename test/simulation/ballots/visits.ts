import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { Draws } from '../../../local/simulation/draws.ts';
import type { Submission } from '../../../functions/take-answers/submission.ts';
import { makeBallot, type Outcome } from '../../../web/respondent/ballot.ts';
import type { Line } from '../../../web/respondent/insist.ts';
import type { Counts } from '../coverage.ts';
import { familyForm, openPage, type Contents, type Ending, type Page, type Person } from './cast.ts';
import { drawAbsence, minuteMs } from './mishaps.ts';
import { quarterAt, quarterName, quarterNamed } from './naive-terms.ts';
import { note } from './processes.ts';
import type { Post } from './server.ts';
import type { Suite } from './suites.ts';
import type { Timeline } from './timeline.ts';
import type { Wire } from './wire.ts';

type Room = {
  readonly timeline: Timeline;
  readonly draws: Draws;
  readonly counts: Counts;
  readonly suite: Suite;
  readonly wire: Wire;
  /** How many of a hundred answers come with a comment. */
  readonly commentsPercent: number;
};

const form = familyForm();

/** Somebody opens the page or the form, and sends answers until they are taken, refused for good, or the page is closed. */
export class Visits {
  readonly #room: Room;
  #versions = 0;

  constructor(room: Room) {
    this.#room = room;
  }

  async visit(person: Person, way: Page['way']): Promise<void> {
    const { timeline, draws, counts } = this.#room;
    note(counts, `opened: ${way}`);
    // A browser may show a page that it has kept for a while.
    const keptMs = draws.chance(0.3) ? draws.between(0, 5 * minuteMs) : 0;
    const page = openPage(person, way, quarterAt(timeline.now - keptMs));
    const send = way === 'script' ? this.#scriptOf(page) : this.#formOf(page);
    let contents = this.#answer(page);
    // Most answer at once, some look at the page again another day.
    await timeline.after(
      draws.chance(0.75) ? draws.between(0, 8 * minuteMs) : drawAbsence(draws, timeline.now),
    );
    for (;;) {
      const outcome = await send(contents);
      if (outcome !== 'unavailable') {
        page.ending = { kind: outcome, at: timeline.now };
        note(counts, `ended: ${way}, ${outcome}`);
        return outcome === 'outdated' ? this.visit(person, way) : undefined;
      }
      note(counts, 'sent once more');
      if (draws.chance(0.3)) contents = this.#answer(page);
      await timeline.after(drawAbsence(draws, timeline.now));
    }
  }

  /** Answers that can be told from all others. */
  #answer(page: Page): Contents {
    const { draws, commentsPercent } = this.#room;
    const answers: Record<string, number | string> = {};
    for (const { key, scale } of form.questions)
      if (draws.chance(0.8)) answers[key] = draws.between(scale.from, scale.to);
    this.#versions += 1;
    const isCommented = draws.chance(commentsPercent / 100) || Object.keys(answers).length === 0;
    if (isCommented) answers['comment'] = `answer ${this.#versions} from page ${page.name}`;
    return { context: page.person.context, answers };
  }

  #scriptOf(page: Page): (contents: Contents) => Promise<Ending | 'unavailable'> {
    const { timeline, suite, wire } = this.#room;
    const { ticket, context } = page.person;
    const keys = [page.quarter, page.quarter + 1].map((quarter) =>
      suite.publicKeys(quarter, quarterName(quarter)),
    );
    let sent: Contents;
    const line: Line = {
      post: (path, body) => {
        // As the handler reads it: what is not said is sealed for the quarter of the ballot.
        const { keyId, sealedTo = keyId } = quartersIn.parse(body);
        const whole = path === '/v1/responses' ? { ...body, sealedTo } : body;
        const quarters = { key: quarterNamed(keyId), seal: quarterNamed(sealedTo) };
        return wire.post({ path, body: whole } as Post, { page, contents: sent, quarters });
      },
      pause: (milliseconds) => timeline.after(milliseconds),
    };
    const send: (answers: Contents['answers']) => Promise<Outcome> = makeBallot(
      { ticket, context },
      keys,
      line,
      suite.page,
    );
    return (contents) => {
      sent = contents;
      return timeline.onDevice(page.person.clockErrorMs, () => send(contents.answers));
    };
  }

  /** The form keeps its nonce, however often it is sent. */
  #formOf(page: Page): (contents: Contents) => Promise<Ending | 'unavailable'> {
    const { wire } = this.#room;
    const { ticket, context } = page.person;
    const nonce = randomBytes(32).toString('base64url');
    return async (contents) => {
      const { comment: text, ...given } = contents.answers;
      const body: Submission = {
        questionSet: form,
        invitation: { ticket, context },
        nonce,
        answers: given as Readonly<Record<string, number>>,
        comment: text === undefined ? { kind: 'none' } : { kind: 'written', text: String(text) },
      };
      const reply = await wire.post({ path: 'form', body }, { page, contents }).catch(() => undefined);
      if (reply?.body === undefined) return 'unavailable';
      return formEndings[reply.status] ?? 'unavailable';
    };
  }
}

const formEndings: Readonly<Record<number, Ending>> = {
  200: 'taken',
  400: 'refused',
  409: 'used',
  410: 'expired',
};

const quartersIn = z.object({ keyId: z.string(), sealedTo: z.string().optional() });
