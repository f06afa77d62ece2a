import { expect } from 'vitest';
import { openMailbox, type Mail } from '../../local/simulation/inbox.ts';
import { parsePage } from '../../local/simulation/page.ts';
import type { System } from '../../local/system.ts';
import type { RuleDraft } from '../../shared/domain/rules/rule.ts';
import { deliverBatch, somebody } from './deliveries.ts';
import { askAs, decisionsFor, type Explained } from './staff.ts';
import { eventDocument } from './stage-events.ts';

export type Somebody = ReturnType<typeof somebody>;
type Document = Readonly<Record<string, unknown>>;

let made = 0;

/**
 * An event about a case, household and occasion of its own, unless something else is said. It tells nothing of what is
 * to come; its time is when it is told.
 */
export function report(
  stage: string,
  recipients: readonly Somebody[],
  data: Document = {},
  changes: Document = {},
): Document {
  made += 1;
  return eventDocument(
    { id: `report-${made}`, type: `fi.kuultu.${stage}.v1`, time: undefined, ...changes },
    {
      ...{ caseRef: `case-r${made}`, householdRef: `household-r${made}`, occasionRef: `occasion-r${made}` },
      ...{ scheduledFor: undefined, expectedEnd: undefined, placementType: undefined },
      recipients,
      ...data,
    },
  );
}

export type SentMail = { readonly at: string; readonly mail: Mail };

/** What happens in a running system, moment by moment, as seen from outside: its mails, and its own records. */
export class Story {
  readonly system: System;
  /** All mail, in the order in which it came, with the moment at which it was found. */
  readonly mails: SentMail[] = [];
  readonly #newMail: () => Promise<Mail[]>;

  constructor(system: System) {
    this.system = system;
    this.#newMail = openMailbox(system.endpoints.ses);
  }

  /** Moves the clock and lets happen what is due. Nothing may fail. */
  async moveTo(moment: string): Promise<void> {
    this.system.clock.pin(Date.parse(moment));
    const { failed, deadLetters } = await this.system.settle();
    expect({ moment, failed, deadLetters }).toEqual({ moment, failed: [], deadLetters: [] });
    for (const mail of await this.#newMail()) this.mails.push({ at: moment, mail });
  }

  /** Lets happen what is due at a moment; then the client information system tells of events, in this order. */
  async tell(moment: string, ...events: readonly Document[]): Promise<void> {
    await this.moveTo(moment);
    if (events.length === 0) return;
    const now = new Date(this.system.clock.now()).toISOString();
    const dated = events.map(({ time = now, ...event }) => ({ ...event, time }));
    const { status, body } = await deliverBatch(this.system, dated);
    const refused = JSON.stringify(body).includes('"refused"');
    expect({ moment, status, refused, body }).toMatchObject({ status: 202, refused: false });
    await this.moveTo(moment);
    // What is due at once leaves when the schedule comes round again.
    await this.moveTo(new Date(Date.parse(moment) + 60_000).toISOString());
  }

  /** Saves a rule over the version that is in force, or as a new one. */
  async save(draft: RuleDraft): Promise<void> {
    const path = `/v1/rules/${draft.id}`;
    const isNew = (await askAs(this.system, 'admin', path)).status === 404;
    const headers: Record<string, string> = isNew ? {} : { 'if-match': '*' };
    const saved = await askAs(this.system, 'admin', path, {
      method: 'PUT',
      body: JSON.stringify(draft),
      headers,
    });
    expect(saved).toMatchObject({ status: isNew ? 201 : 200 });
  }

  mailsTo({ email = 'nobody' }: Somebody): SentMail[] {
    return this.mails.filter(({ mail }) => mail.to.includes(email));
  }

  decisions = ({ contactRef }: Somebody): Promise<Explained[]> => decisionsFor(this.system, contactRef);

  /** The decision that was made last about somebody. */
  async last(who: Somebody): Promise<Explained> {
    const decision = (await this.decisions(who)).at(-1);
    if (decision === undefined) throw new Error('nothing was decided');
    return decision;
  }

  /** Why somebody was held back or withdrawn last; else how their request stands. */
  async standing(who: Somebody): Promise<string | null> {
    const { reason, requestState } = await this.last(who);
    return reason ?? requestState;
  }

  /** What a mail program does when its own button to unsubscribe is pressed: RFC 8058. */
  async unsubscribe(who: Somebody): Promise<void> {
    expect(await this.pressUnsubscribe(who)).toBe(200);
  }

  /** The same, whatever comes of it. @returns the status */
  async pressUnsubscribe(who: Somebody): Promise<number> {
    const { headers } = this.#latestMailTo(who);
    expect(headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    const url = /^<(http[^>]+)>$/.exec(headers['list-unsubscribe'] ?? '')?.[1] ?? '';
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    return (await fetch(url, { method: 'POST', body, redirect: 'error' })).status;
  }

  /** Opens the link to preferences in somebody's mail, chooses, and sends the form. */
  async choose(who: Somebody, field: 'choice' | 'language', value: string): Promise<void> {
    const lines = this.#latestMailTo(who).text.split(/\r?\n/);
    const link = lines.find((line) => /^https?:\/\/\S+\/preferences\?r=[\w-]+$/.test(line)) ?? '';
    const html = await (await fetch(link)).text();
    const form = parsePage(html, link).forms.find(({ fields }) =>
      fields.some((one) => one.name === field && one.value === value),
    );
    expect(form?.method).toBe('post');
    const answer = await fetch(form?.action ?? '', {
      method: 'POST',
      body: new URLSearchParams({ [field]: value }),
    });
    expect(answer.status).toBe(200);
  }

  #latestMailTo(who: Somebody): Mail {
    const latest = this.mailsTo(who).at(-1);
    if (latest === undefined) throw new Error('there is no mail to choose from');
    return latest.mail;
  }
}
