import type { Cap, Rule } from '../../shared/domain/rules/rule.ts';
import { insist } from './insist.ts';
import { dayMs, dayOf } from './naive-calendar.ts';
import type { Ask } from './naive-reasons.ts';
import { gapOf, isWorker } from './naive-rules.ts';

type Mail = Ask & { readonly mailedAt: number };

/**
 * Judges all mails of a history together, by when they really left.
 *
 * The gap of the rule that sends a mail holds before it, whichever rule sent the one before. A rule's caps hold for its
 * own mail among all whose time was settled before its own, by whichever rule: of one that was settled later by a rule
 * with a wider cap, it could not know. Where all rules have the same caps, these hold without any such condition, but
 * that somebody who is asked now as a worker and now as a parent has two.
 */
export function judgeMails(asks: readonly Ask[], rules: readonly Rule[]): void {
  const mails = asks
    .filter((ask): ask is Mail => ask.mailedAt !== undefined)
    .sort((a, b) => a.mailedAt - b.mailedAt);
  const caps = rules.map(({ personCap, householdCap, caseCap, worker }) =>
    JSON.stringify({ personCap, householdCap, caseCap, worker: worker.cap }),
  );
  const isUniform = new Set(caps).size === 1;
  const about = mails.map(
    ({ about: { occasion, stage }, recipient }) => `${occasion} ${stage} ${recipient.contactRef}`,
  );
  insist(new Set(about).size === about.length, 'one happening leads to one mail to a person', about);
  for (const [index, mail] of mails.entries()) {
    judgeGaps(mail, mails.slice(0, index));
    judgeStageGap(mail, mails);
    const isKnown = (other: Mail): boolean =>
      other.settled <= mail.settled || (isUniform && isAlike(mail, other));
    judgeCaps(mail, mails.filter(isKnown));
    judgeUnit(
      mail,
      mails.filter(({ settled }) => settled <= mail.settled),
    );
  }
}

const isSamePerson = (one: Ask, other: Ask): boolean =>
  one.recipient.contactRef === other.recipient.contactRef;

const isAlike = (one: Ask, other: Ask): boolean =>
  isWorker(one.recipient.role) === isWorker(other.recipient.role);

function judgeGaps(mail: Mail, before: readonly Mail[]): void {
  const gap = gapOf(mail.rule, mail.recipient.role) * dayMs;
  const near = before.find((other) => isSamePerson(mail, other) && mail.mailedAt - other.mailedAt < gap);
  insist(near === undefined, 'two mails to a person are a gap apart', { mail, near });
}

/** Between the times that were set: a mail may leave at any time of its slot, and the gap between any two holds anyway. */
function judgeStageGap(mail: Mail, mails: readonly Mail[]): void {
  const { stage, event } = mail.about;
  const near = mails.find(
    (other) =>
      other !== mail &&
      other.settled <= mail.settled &&
      isSamePerson(mail, other) &&
      other.about.stage === stage &&
      other.about.event.data.caseRef === event.data.caseRef &&
      Math.abs(other.at - mail.at) < mail.rule.stageGapDays * dayMs,
  );
  insist(near === undefined, 'a stage of a case is not asked about again so soon', { mail, near });
}

function judgeCaps(mail: Mail, mails: readonly Mail[]): void {
  const { rule, recipient, about } = mail;
  const { caseRef, householdRef } = about.event.data;
  const own = mails.filter((other) => isSamePerson(mail, other));
  judgeRuns(isWorker(recipient.role) ? rule.worker.cap : rule.personCap, mail, own);
  if (isWorker(recipient.role)) return;
  const families = mails.filter((other) => !isWorker(other.recipient.role));
  judgeRuns(
    rule.caseCap,
    mail,
    families.filter((other) => other.about.event.data.caseRef === caseRef),
  );
  if (householdRef === undefined) return;
  judgeRuns(
    rule.householdCap,
    mail,
    families.filter((other) => other.about.event.data.householdRef === householdRef),
  );
}

/** Every run of days that holds this mail holds no more than so many. */
function judgeRuns({ most, days }: Cap, mail: Mail, mails: readonly Mail[]): void {
  if (mails.length <= most) return;
  const day = dayOf(mail.mailedAt);
  for (let first = day - days + 1; first <= day; first += 1) {
    const held = mails.filter(({ mailedAt }) => dayOf(mailedAt) >= first && dayOf(mailedAt) < first + days);
    insist(held.length <= most, `no ${days} days hold more than ${most}`, { mail, held });
  }
}

function judgeUnit(mail: Mail, mails: readonly Mail[]): void {
  const { unitDailyCap } = mail.rule;
  if (unitDailyCap === null) return;
  const same = mails.filter(
    (other) =>
      other.rule.unitDailyCap !== null &&
      other.about.event.data.unit === mail.about.event.data.unit &&
      dayOf(other.mailedAt) === dayOf(mail.mailedAt),
  );
  insist(same.length <= unitDailyCap, 'a unit has no more mails on a day', { mail, same });
}
