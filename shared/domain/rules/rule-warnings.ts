import { ageBands, holdReasons, isWorker, roles, type Role } from '../vocabulary.ts';
import type { Finding } from './finding.ts';
import type { Cap, RuleDraft } from './rule.ts';
import { bandsOf, isYounger } from './rule-faults.ts';

/** Later than this after an event, few remember what they are asked about. */
const rememberedDays = 60;

/** Hours outside which a message wakes somebody. */
const earliestHour = 7;
const latestHour = 21;

/** What an administrator should know about a rule that may be saved all the same. */
export const warningsOf = (draft: RuleDraft, others: readonly RuleDraft[]): Finding[] => {
  const enabled = draft.enabled ? others.filter((other) => other.enabled) : [];
  return [
    ...audienceWarnings(draft),
    ...timeWarnings(draft),
    ...gapWarnings(draft, enabled),
    ...sharedCapWarnings(draft),
    ...holdWarnings(draft),
    ...enabled.flatMap((other) => conflictWarnings(draft, other)),
  ];
};

function audienceWarnings({ audiences, youngestAgeBand }: RuleDraft): Finding[] {
  const childlike = audiences.flatMap((audience, index) =>
    isWorker(audience.role) && !bandsOf(audience).includes('18+')
      ? [{ pointer: `/audiences/${index}/ageBands`, detail: 'this audience asks nobody: workers are adults' }]
      : [],
  );
  const holes = roles.flatMap((role) => {
    const bands = audiences.filter((audience) => audience.role === role).flatMap(bandsOf);
    const asked = ageBands.filter((band) => !isYounger(band, youngestAgeBand) && bands.includes(band));
    const [youngest] = asked;
    const oldest = asked.at(-1);
    if (youngest === undefined || oldest === undefined) return [];
    return ageBands
      .filter((band) => isYounger(youngest, band) && isYounger(band, oldest) && !bands.includes(band))
      .map((band) => ({
        pointer: '/audiences',
        detail: `the role ${role} is asked younger and older than ${band}, but not of that age`,
      }));
  });
  return [...childlike, ...holes];
}

function timeWarnings({ delayDays, expiresAfterDays, window: { fromHour, toHour } }: RuleDraft): Finding[] {
  const latest = delayDays + expiresAfterDays;
  const late = {
    pointer: '/expiresAfterDays',
    detail: `a request may leave up to ${latest} days after the event, when few remember it`,
  };
  const night = {
    pointer: fromHour < earliestHour ? '/window/fromHour' : '/window/toHour',
    detail: `messages that come before ${earliestHour} or after ${latestHour} o'clock wake people`,
  };
  const wakes = fromHour < earliestHour || toHour > latestHour;
  return [...(latest > rememberedDays ? [late] : []), ...(wakes ? [night] : [])];
}

/** Gaps and caps that can never hold anybody back, since another gap always does so before. */
function gapWarnings(draft: RuleDraft, enabled: readonly RuleDraft[]): Finding[] {
  const { audiences, minimumGapDays, stageGapDays, personCap, worker } = draft;
  const asksFamily = audiences.some(({ role }) => !isWorker(role));
  const asksWorkers = audiences.some(({ role }) => isWorker(role));
  const all = [draft, ...enabled];
  const family = {
    pointer: '/personCap',
    cap: personCap,
    gapDays: minimumGapDays,
    othersGapDays: Math.min(...all.map((rule) => rule.minimumGapDays)),
  };
  const workers = {
    pointer: '/worker/cap',
    cap: worker.cap,
    gapDays: worker.minimumGapDays,
    othersGapDays: Math.min(...all.map((rule) => rule.worker.minimumGapDays)),
  };
  const limits = [...(asksFamily ? [family] : []), ...(asksWorkers ? [workers] : [])];
  const idle = limits
    .filter((limit) => asksMost(limit) <= limit.cap.most)
    .map(({ pointer, cap: { most, days }, gapDays }) => ({
      pointer,
      detail: `this cap holds nobody back: with gaps of ${gapDays} days, nobody can be asked more than ${most} times in ${days} days`,
    }));
  const never = {
    pointer: '/stageGapDays',
    detail: `this gap holds nobody back: any two asks are further apart already, by minimumGapDays`,
  };
  return [...idle, ...(limits.every(({ gapDays }) => stageGapDays < gapDays) ? [never] : [])];
}

/** The most asks to one person that can come in a cap's days: the last under the rule's own gap, others under theirs. */
const asksMost = ({
  cap: { days },
  gapDays,
  othersGapDays,
}: {
  cap: Cap;
  gapDays: number;
  othersGapDays: number;
}): number => 1 + Math.ceil(Math.max(0, days - gapDays) / othersGapDays);

const isStricter = (cap: Cap, than: Cap): boolean =>
  cap.most <= than.most && cap.days >= than.days && (cap.most < than.most || cap.days > than.days);

/** A cap of many that is stricter than the cap of one: the latter only matters to who belongs to several. */
function sharedCapWarnings({ audiences, personCap, householdCap, caseCap }: RuleDraft): Finding[] {
  const family: Role | undefined = audiences.map(({ role }) => role).find((role) => !isWorker(role));
  if (family === undefined) return [];
  const shared = [
    { name: 'householdCap', cap: householdCap, of: 'household' },
    { name: 'caseCap', cap: caseCap, of: 'case' },
  ];
  return shared
    .filter(({ cap }) => isStricter(cap, personCap))
    .map(({ name, of }) => ({
      pointer: '/personCap',
      detail: `${name} is stricter: only somebody who belongs to more than one ${of} can reach this cap`,
    }));
}

const holdWarnings = ({ holdDays }: RuleDraft): Finding[] =>
  holdReasons
    .filter((reason) => holdDays[reason] === 0)
    .map((reason) => ({
      pointer: `/holdDays/${reason}`,
      detail: 'this hard moment keeps nobody from being asked: people get a message in the midst of it',
    }));

const sharedCaps = ['personCap', 'householdCap', 'caseCap'] as const;

function conflictWarnings(draft: RuleDraft, other: RuleDraft): Finding[] {
  if (other.priority === draft.priority) {
    const detail = `the rule ${other.id} has the same priority: neither of the two yields to the other`;
    return [{ pointer: '/priority', detail, rule: other.id }];
  }
  const [more, less] = draft.priority > other.priority ? [draft, other] : [other, draft];
  return sharedCaps
    .filter((name) => isStricter(more[name], less[name]))
    .map((name) => ({
      pointer: `/${name}`,
      detail:
        `the rule ${more.id} is more important than ${less.id}, but its ${name} is stricter: what ${less.id} asks can ` +
        `use it up`,
      rule: other.id,
    }));
}
