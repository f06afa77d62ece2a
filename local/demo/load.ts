import { editionName, editionsOf } from '../../shared/domain/releases/editions.ts';
import { other } from '../../shared/domain/tallies/pooling.ts';
import type { Endpoints } from '../endpoints.ts';
import { setClock, settle } from '../simulation/control.ts';
import { openMailbox } from '../simulation/inbox.ts';
import { postEvents } from '../simulation/webhook.ts';
import { openDigest, tellWhatWasDone } from './digest.ts';
import { publishedCells, publishedReleases } from './releases.ts';
import { answer, meet, type Respondents } from './respondents.ts';
import { approveComments } from './reviewing.ts';
import { timetableBefore, type Timetable } from './timetable.ts';
import { placeUnits } from './units.ts';
import { weeksOf } from './weeks.ts';

/** Enough for figures of most units in both quarters, and little enough to be played while somebody waits. */
const eventsPerYear = 6000;

type Progress = (line: string) => void;

/**
 * Plays two past quarters of invented cases through the running system, from outside and on its own clock: events
 * come in, mails go out, some are answered, quarters close and are published, comments after a review. The clock is live
 * again afterwards.
 *
 * @param system one that has no data yet
 * @param progress takes one line at a time
 * @returns address of the digest that one of the units shows to everyone
 * @throws Error when anything on the way fails, or the reports are not there in the end
 */
export async function loadDemo(
  system: { readonly endpoints: Endpoints },
  progress: Progress,
): Promise<string> {
  const { endpoints } = system;
  const timetable = timetableBefore(Date.now());
  progress(`Playing ${timetable.quarters.join(' and ')}: all people, cases, units and answers are invented`);
  try {
    await play(endpoints, timetable, progress);
  } finally {
    await setClock(endpoints.control, null);
  }
  await settleWithoutFault(endpoints);
  await showReleases(endpoints, timetable, progress);
  for (const quarter of timetable.quarters) await tellWhatWasDone(endpoints, quarter);
  return openDigest(endpoints, timetable.quarters[1]);
}

async function play(endpoints: Endpoints, timetable: Timetable, progress: Progress): Promise<void> {
  const { api, control, ses, webhookSecret: secret } = endpoints;
  const respondents: Respondents = new Map();
  const takeNewMails = openMailbox(ses);
  const counts = { events: 0, mails: 0, answers: 0 };
  await placeUnits(endpoints);
  for (const { stop, events } of weeksOf(timetable, eventsPerYear)) {
    await setClock(control, stop);
    meet(respondents, events);
    await postEvents({ api, secret, now: () => Date.parse(stop) }, events);
    // Settling also brings the keys of a quarter that has just begun, before anybody answers in it.
    await settleWithoutFault(endpoints);
    await approveComments(endpoints);
    const mails = await takeNewMails();
    counts.events += events.length;
    counts.mails += mails.length;
    counts.answers += await answer(respondents, mails, stop);
    const { events: sent, mails: mailed, answers } = counts;
    progress(`  until ${stop.slice(0, 10)}: ${sent} events, ${mailed} mails, ${answers} answers`);
  }
}

async function settleWithoutFault({ control }: Endpoints): Promise<void> {
  const { failed, deadLetters } = await settle(control);
  const faults = failed.map(({ function: name, error }) => `${name}: ${error}`);
  const letters = deadLetters
    .filter(({ messages }) => messages > 0)
    .map(({ queue }) => `letters in ${queue}`);
  if (faults.length + letters.length > 0)
    throw new Error(`the demo failed: ${[...faults, ...letters].join('; ')}`);
}

async function showReleases(
  endpoints: Endpoints,
  { quarters }: Timetable,
  progress: Progress,
): Promise<void> {
  const published = await publishedReleases(endpoints);
  for (const quarter of quarters) {
    const expected = [...editionsOf(quarter), { table: 'C1', period: quarter } as const].map(editionName);
    const missing = expected.filter((name) => !published.includes(name));
    if (missing.length > 0) throw new Error(`${missing.join(', ')} has not been published`);
    const units = new Set((await publishedCells(endpoints, 'T1', quarter)).map((cell) => cell['unit']));
    units.delete(other);
    const { length: comments } = await publishedCells(endpoints, 'C1', quarter);
    progress(
      `  ${quarter} is published, with figures of ${units.size} units and ${comments} comments (invented)`,
    );
  }
}
