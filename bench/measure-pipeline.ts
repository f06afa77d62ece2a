import type { StageEventDocument } from '../local/simulation/client-information-system.ts';
import type { Invitation } from '../local/simulation/respondent.ts';
import { askedAtOnce, everyForm, parentsAskedAtOnce } from './invented-events.ts';
import { startMeasuredSystem, type MeasuredSystem } from './measured-system.ts';
import { answerAll, measureAnswers, type AnswerWork } from './measures/answers.ts';
import { measureClosing, type ClosingWork } from './measures/closing.ts';
import { measureIdle, type IdleWork } from './measures/idle.ts';
import { measurePageTiming, type PageTiming } from './measures/page-timing.ts';
import { measurePageWeight, type PageWeight } from './measures/page-weight.ts';
import { measureReportQueries, type ReportQueryWork } from './measures/report-queries.ts';
import { storeReleases } from './measures/stored-releases.ts';
import { measureRequests, measureRequestsAtOnce, type RequestWork } from './measures/requests.ts';
import { measureStageEvents, type StageEventWork } from './measures/stage-events.ts';
import type { Work } from './work.ts';

/** What the running system was counted doing. */
export type PipelineMeasures = {
  readonly events: StageEventWork;
  readonly request: RequestWork;
  /** Per request, where so many are due at once. */
  readonly requestsAtOnce: { readonly requests: number; readonly work: Work };
  readonly answer: AnswerWork;
  readonly pages: PageWeight[];
  readonly pageTiming: PageTiming;
  readonly closings: ClosingWork[];
  readonly reportList: Work;
  readonly reports: ReportQueryWork[];
  readonly idle: IdleWork;
};

/** Answers of the first quarter and of the second: enough for figures, and ten times as many. */
const fewAnswers = 24;
const manyAnswers = 240;

/** Plays two quarters of one system, counting on the way. */
export async function measurePipeline(onProgress: (line: string) => void): Promise<PipelineMeasures> {
  const measured = await startMeasuredSystem(onProgress);
  try {
    onProgress('Counting events, requests and answers');
    const events = await measureStageEvents(measured);
    const request = await measureRequests(measured);
    const invitations = await invite(measured, parentsAskedAtOnce(fewAnswers, measured.now()));
    const answer = await measureAnswers(measured, invitations);
    await answerAll(measured, invitations);
    const oneOfEach = await invite(
      measured,
      everyForm.map((roleAndAge) => askedAtOnce(roleAndAge, measured.now())),
    );
    const pages = await measurePageWeight(oneOfEach);
    onProgress('Opening the page over a poor connection');
    const pageTiming = await measurePageTiming(familyIn(oneOfEach));
    onProgress(`Closing a quarter of ${fewAnswers} answers`);
    const fewClosed = await measureClosing(measured, fewAnswers, '2026-04-01T00:30:00+03:00');

    // What the measured events have asked for expires meanwhile, and is out of the way.
    await measured.moveTo('2026-04-16T12:30:00+03:00');
    await measured.newInvitations();
    const work = await measureRequestsAtOnce(measured, manyAnswers);
    await answerAll(measured, await measured.newInvitations());
    onProgress(`Closing a quarter of ${manyAnswers} answers`);
    const manyClosed = await measureClosing(measured, manyAnswers, '2026-07-01T00:30:00+03:00');
    const { list, releases } = await measureReportQueries(measured, [
      { period: '2026-Q1', answers: fewAnswers },
      { period: '2026-Q2', answers: manyAnswers },
      ...(await storeReleases(measured.system)),
    ]);
    return {
      ...{ events, request, answer, pages, pageTiming },
      requestsAtOnce: { requests: manyAnswers, work },
      closings: [fewClosed, manyClosed],
      ...{ reportList: list, reports: releases },
      idle: await measureIdle(measured),
    };
  } finally {
    await measured.system.stop();
  }
}

function familyIn(invitations: readonly Invitation[]): string {
  const family = invitations.find(({ link }) => link.includes('/s/family.'));
  if (family === undefined) throw new Error('nobody was sent the form for families');
  return family.link;
}

/** Has these events decided and their requests sent. @returns what was mailed for them */
async function invite(
  { newInvitations, decideBatch, send }: MeasuredSystem,
  events: readonly StageEventDocument[],
): Promise<Invitation[]> {
  await newInvitations();
  await decideBatch(events);
  await send();
  return newInvitations();
}
