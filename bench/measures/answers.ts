import { openPage, sendAnswers, typeCode, type Invitation } from '../../local/simulation/respondent.ts';
import { drawsFor } from '../../local/simulation/draws.ts';
import { countColdAndWarm, type ColdAndWarm } from '../cold-and-warm.ts';
import type { MeasuredSystem } from '../measured-system.ts';
import type { Meter } from '../meter.ts';

/** The work of one answer: the page, the code, and the answers themselves. */
export function measureAnswers({ meter }: MeasuredSystem, invitations: Invitation[]): Promise<ColdAndWarm> {
  return countColdAndWarm(
    meter,
    () => {
      const invitation = invitations.shift();
      if (invitation === undefined) throw new Error('there are fewer invitations than runs');
      return Promise.resolve(invitation);
    },
    (invitation) => answer(meter, invitation),
  );
}

const draws = drawsFor('answers of the benchmark');

/** Answers every question, without JavaScript: three requests. @throws where the answers are not taken */
async function answer(meter: Meter, { link, code }: Invitation): Promise<void> {
  const page = await meter.request('show-survey', () => openPage(link));
  const form = await meter.request('show-survey', () => typeCode(page, code));
  const { kind } = await meter.request('take-answers', () =>
    sendAnswers(form, (questions) =>
      Object.fromEntries(
        questions.map(({ key, values }) => [key, draws.oneOf(values.filter((value) => value !== ''))]),
      ),
    ),
  );
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
    for (const invitation of turns) await answer(meter, invitation);
  };
  await Promise.all(Array.from({ length: answeringAtOnce }, takeTurns));
}
