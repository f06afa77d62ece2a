import { drawsFor } from '../../local/simulation/draws.ts';
import {
  openPage,
  sendAnswers,
  typeCode,
  type ChooseAnswers,
  type Invitation,
} from '../../local/simulation/respondent.ts';
import { respondInBrowser } from '../../local/simulation/web-respondent.ts';
import { countColdAndWarm, type ColdAndWarm } from '../cold-and-warm.ts';
import type { MeasuredSystem } from '../measured-system.ts';
import type { Meter } from '../meter.ts';

/** The work of one answer, by each of the two ways. */
export type AnswerWork = {
  /** With JavaScript: the page, the ballot, the sealed response. */
  readonly sealed: ColdAndWarm;
  /** Without: the page, the code, the form. */
  readonly form: ColdAndWarm;
};

/** @throws where a sealed answer costs more than the mark of its ticket and its place in the pool */
export async function measureAnswers(
  { meter }: MeasuredSystem,
  invitations: Invitation[],
): Promise<AnswerWork> {
  const next = (): Promise<Invitation> => {
    const invitation = invitations.shift();
    if (invitation === undefined) throw new Error('there are fewer invitations than runs');
    return Promise.resolve(invitation);
  };
  const sealed = await countColdAndWarm(meter, next, (invitation) => answerSealed(meter, invitation));
  const { calls, writeUnits, readUnits } = sealed.warm;
  if (JSON.stringify({ calls, writeUnits, readUnits }) !== JSON.stringify(leastOfAnAnswer))
    throw new Error(`an answer cost ${JSON.stringify({ calls, writeUnits, readUnits })}`);
  return { sealed, form: await countColdAndWarm(meter, next, (invitation) => answer(meter, invitation)) };
}

/** One unit for the mark of a used ticket, four for a sealed answer of 3 840 bytes, and nothing is ever deleted. */
const leastOfAnAnswer = { calls: { 'dynamodb:PutItem': 2 }, writeUnits: 5, readUnits: 0 };

const draws = drawsFor('answers of the benchmark');

const chooseAll: ChooseAnswers = (questions) =>
  Object.fromEntries(
    questions.map(({ key, values }) => [key, draws.oneOf(values.filter((value) => value !== ''))]),
  );

/** Answers every question in a browser: three requests. @throws where the answers are not taken */
async function answerSealed(meter: Meter, { link }: Invitation): Promise<void> {
  const functionOf: Record<string, string> = {
    '/v1/ballots': 'sign-ballots',
    '/v1/responses': 'take-responses',
  };
  const { origin } = new URL(link);
  const post = (path: string, body: object) =>
    meter.request(functionOf[path] ?? path, async () => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
      return { status: response.status, body: await response.json() };
    });
  const ended = await meter.request('show-survey', () =>
    respondInBrowser(link, chooseAll, { line: { post } }),
  );
  if (ended !== 'taken') throw new Error(`an answer ended as "${ended}"`);
}

/** Answers every question, without JavaScript: three requests. @throws where the answers are not taken */
async function answer(meter: Meter, { link, code }: Invitation): Promise<void> {
  const page = await meter.request('show-survey', () => openPage(link));
  const form = await meter.request('show-survey', () => typeCode(page, code));
  const { kind } = await meter.request('take-answers', () => sendAnswers(form, chooseAll));
  if (kind !== 'thanks') throw new Error(`an answer ended on the page "${kind}"`);
}

/** How many people answer at the same time where the number of answers is all that matters. */
const answeringAtOnce = 4;

export async function answerAll(
  { meter }: MeasuredSystem,
  invitations: readonly Invitation[],
): Promise<void> {
  const turns = invitations.values();
  const takeTurns = async (): Promise<void> => {
    for (const invitation of turns) await answerSealed(meter, invitation);
  };
  await Promise.all(Array.from({ length: answeringAtOnce }, takeTurns));
}
