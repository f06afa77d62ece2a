import { openMailbox, type Mail } from '../../../local/simulation/inbox.ts';
import { findInvitation, type Invitation } from '../../../local/simulation/respondent.ts';
import { postEvents } from '../../../local/simulation/webhook.ts';
import type { System } from '../../../local/system.ts';
import { closesAt } from '../../../shared/domain/calendar/day.ts';
import { nextQuarter, quarterAt, type Quarter } from '../../../shared/domain/calendar/month.ts';
import { askAs } from '../../support/staff.ts';
import { eventAbout, units, type Person, type Unit } from './cast.ts';

const hour = 3600_000;
const day = 24 * hour;

/** An invitation as it lies in somebody's mailbox. */
export type Invited = Invitation & {
  readonly person: Person;
  /** When the mail came, epoch milliseconds. */
  readonly at: number;
  /** The parts of the link's fragment. */
  readonly ticket: string;
  readonly context: string;
};

/** The running system, moved by its clock: time only goes forward, and nothing may fail on the way. */
export class Stage {
  readonly system: System;
  readonly #newMail: () => Promise<Mail[]>;
  readonly #people = new Map<string, Person>();

  constructor(system: System) {
    this.system = system;
    this.#newMail = openMailbox(system.endpoints.ses);
  }

  /** Epoch milliseconds. */
  get now(): number {
    return this.system.clock.now();
  }

  /** Sets the clock, and lets happen what is due by then. */
  async moveTo(instant: number): Promise<void> {
    this.passTo(instant);
    const { failed, deadLetters } = await this.system.settle();
    if (failed.length + deadLetters.length === 0) return;
    const logs = failed.map((failure) => this.system.logs.of(failure.function).slice(-1000));
    throw new Error(
      `the system failed by itself: ${JSON.stringify({ failed, deadLetters })}\n${logs.join('\n')}`,
    );
  }

  /** Sets the clock only, as it passes while nothing is due that matters. */
  passTo(instant: number): void {
    if (instant < this.now) throw new Error('time does not go back');
    this.system.clock.pin(instant);
  }

  /** Lets an administrator place units. */
  async placeUnits(placed: readonly Unit[] = units): Promise<void> {
    for (const { id, region, organisation } of placed) {
      const name = { fi: `Keksitty ${id}`, sv: `Påhittad ${id}`, en: `Invented ${id}` };
      const body = JSON.stringify({ name, region, organisation, public: false });
      const { status } = await askAs(this.system, 'admin', `/v1/units/${id}`, { method: 'PUT', body });
      if (status >= 300) throw new Error(`a unit could not be placed: ${status}`);
    }
  }

  /** Lets the client information system tell of people, now. */
  async tell(people: readonly Person[]): Promise<void> {
    const { api, webhookSecret: secret } = this.system.endpoints;
    for (const person of people) this.#people.set(person.address, person);
    await postEvents(
      { api, secret, now: () => this.now },
      people.map((person) => eventAbout(person, this.now)),
    );
  }

  /** What has come to the mailboxes since they were last opened. */
  async newInvitations(): Promise<Invited[]> {
    return (await this.#newMail()).map((mail) => {
      const person = mail.to.map((address) => this.#people.get(address)).find((one) => one !== undefined);
      const invitation = findInvitation(mail.text);
      const [ticket, context] = invitation?.link.split('#')[1]?.split('.') ?? [];
      if (person === undefined || invitation === undefined || ticket === undefined || context === undefined)
        throw new Error('a mail that nobody was to get');
      return { ...invitation, person, at: this.now, ticket, context };
    });
  }

  /**
   * Tells of people and goes on, day by day, until all of them have their mail.
   *
   * @returns their invitations, in the order of the people
   */
  async invite(people: readonly Person[]): Promise<Invited[]> {
    await this.tell(people);
    await this.moveTo(this.now);
    const invited = new Map<Person, Invited>();
    // Within working hours of the coming days: 13 o'clock in Helsinki's winter, 14 in its summer.
    for (let days = 1; days <= 10 && invited.size < people.length; days += 1) {
      await this.moveTo(Math.floor(this.now / day) * day + day + 11 * hour);
      for (const one of await this.newInvitations()) invited.set(one.person, one);
    }
    return people.map((person) => {
      const one = invited.get(person);
      if (one === undefined) throw new Error('somebody was not asked');
      return one;
    });
  }

  /** Ends the quarter, and lets it be closed and published. @returns the quarter that has begun */
  async endQuarter(): Promise<Quarter> {
    const quarter = quarterAt(this.now);
    // Four in the morning has passed by then: whatever runs in the night has run.
    await this.moveTo(closesAt(quarter) + 6 * hour);
    return nextQuarter(quarter);
  }
}
