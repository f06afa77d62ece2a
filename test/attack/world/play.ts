import { drawsFor, type Draws } from '../../../local/simulation/draws.ts';
import type { System } from '../../../local/system.ts';
import { environment } from '../../../shared/contract/environment.ts';
import { closesAt } from '../../../shared/domain/calendar/day.ts';
import { quarterAt } from '../../../shared/domain/calendar/month.ts';
import { personOf } from './cast.ts';
import { delayMs } from './delay.ts';
import { Copier, newIn, type Dump } from './dumps.ts';
import { respondBy, type Choose, type Way } from './respond.ts';
import { Stage, type Invited } from './stage.ts';
import { Listener } from './traffic.ts';
import type { Answered, Moment, Size, World } from './world.ts';

const hour = 3600_000;
const day = 24 * hour;

/** A Monday, when people are asked for the first time; and then every so many weeks. */
export const worldBegins = '2026-01-12T08:00:00+02:00';
const rounds = 4;
const weeksBetween = 3;
const answeringShare = 0.7;

/** Somebody who is going to answer, and when. */
type Intention = { readonly invited: Invited; readonly at: number; readonly way: Way; readonly draws: Draws };

/** Plays the quarter, copying every store after every moment. */
class Player {
  readonly stage: Stage;
  readonly copier: Copier;
  readonly moments: Moment[] = [];
  readonly invited: Invited[] = [];
  readonly answered: Answered[] = [];
  readonly #listener: Listener;
  #latest: Dump = new Map();
  #intentions: Intention[] = [];

  constructor(system: System) {
    this.stage = new Stage(system);
    this.copier = new Copier(system);
    this.#listener = new Listener(system);
  }

  /** Notes what has changed since the moment before. */
  async note(what: Moment['what']): Promise<Moment> {
    const dump = await this.copier.copy(this.#listener.writtenTo());
    const changed = newIn(dump, this.#latest);
    this.#latest = dump;
    const moment = { at: this.stage.now, what, changed, ...this.#listener.take() };
    this.moments.push(moment);
    return moment;
  }

  async tell(name: string, count: number, until: number): Promise<void> {
    await this.answerUntil(until);
    this.stage.passTo(until);
    const people = Array.from({ length: count }, (_, index) =>
      personOf(`${name}-${index}`, drawsFor('attacked', name, index)),
    );
    await this.stage.tell(people);
    await this.note('events');
    await this.stage.moveTo(until);
    await this.note('schedules');
  }

  /** Lets pass what happens until then, and what is due then; who got mail makes up their mind. */
  async goOn(until: number, lastAnswer: number): Promise<void> {
    await this.answerUntil(until);
    await this.stage.moveTo(until);
    const mails = await this.stage.newInvitations();
    this.invited.push(...mails);
    await this.note('schedules');
    for (const invited of mails) {
      const draws = drawsFor('answering', invited.person.ref);
      const at = invited.at + delayMs(draws);
      const way = draws.chance(0.5) ? 'page' : 'form';
      if (draws.chance(answeringShare) && at < lastAnswer) this.#intentions.push({ invited, at, way, draws });
    }
    this.#intentions.sort((a, b) => a.at - b.at);
  }

  async answerUntil(until: number): Promise<void> {
    const due = this.#intentions.filter(({ at }) => at < until);
    this.#intentions = this.#intentions.filter(({ at }) => at >= until);
    for (const one of due) await this.#answer(one);
  }

  async #answer({ invited, at, way, draws }: Intention): Promise<void> {
    this.stage.passTo(Math.max(at, this.stage.now));
    const given = await respondBy(way, invited, opinions(draws));
    const { changed } = await this.note('answer');
    const pooled = changed.get(environment.poolTable) ?? [];
    if (pooled.length !== 1) throw new Error('an answer that is not one item of the pool');
    const moment = this.moments.length - 1;
    this.answered.push({
      ...given,
      invited,
      way,
      at: this.stage.now,
      moment,
      pooled: String(pooled[0]?.['id']),
    });
  }

  async close(at: number): Promise<void> {
    await this.stage.moveTo(at);
    await this.note('close');
  }
}

/** Answers most questions, and writes something now and then. What is written tells nothing of who wrote it. */
const opinions =
  (draws: Draws): Choose =>
  (questions, takesComment) => {
    const chosen = questions.flatMap(({ key, values }) =>
      draws.chance(0.9) ? [[key, draws.oneOf(values.filter((value) => value !== ''))] as const] : [],
    );
    const [first] = questions;
    // Nobody sends an empty form.
    if (chosen.length === 0 && first !== undefined) chosen.push([first.key, first.values.at(-1) ?? '']);
    const comment = takesComment && draws.chance(0.3) ? [['comment', written(draws)] as const] : [];
    return Object.fromEntries([...chosen, ...comment]);
  };

const written = (draws: Draws): string =>
  `Kiitos ajasta (${draws.between(100_000, 999_999)}).${' Oli hyvä puhua.'.repeat(draws.between(0, 12))}`;

/** Plays the known quarter through the running system, from its second week to its close. */
export async function playWorld(
  system: System,
  size: Size,
  onProgress: (line: string) => void,
): Promise<World> {
  const player = new Player(system);
  const { stage, copier } = player;
  const begins = Date.parse(worldBegins);
  const quarter = quarterAt(begins);
  const closes = closesAt(quarter);
  await stage.placeUnits();
  for (let round = 0; round < rounds; round += 1) {
    const monday = begins + round * weeksBetween * 7 * day;
    await player.tell(`round-${round}`, Math.ceil(size.people / rounds), monday);
    // Meetings are asked about on the next day, services on the one after.
    for (const days of [1, 2]) await player.goOn(monday + days * day + 5 * hour, closes - 2 * hour);
    onProgress(`  ${round + 1} of ${rounds} rounds: ${player.answered.length} answers`);
  }
  await player.answerUntil(closes - 2 * hour);
  stage.passTo(closes - hour);
  const beforeClose = await copier.copy();
  await player.close(closes + 6 * hour);
  const afterClose = await copier.copy();
  const { invited, moments, answered } = player;
  return { size, quarter, invited, moments, answered, beforeClose, afterClose, stage };
}
