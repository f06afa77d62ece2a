import type { StageEventDocument } from '../simulation/client-information-system.ts';
import { drawsFor, type Draws } from '../simulation/draws.ts';
import type { Mail } from '../simulation/inbox.ts';
import { findInvitation, respond } from '../simulation/respondent.ts';
import { respondInBrowser } from '../simulation/web-respondent.ts';
import { opinionsOn } from './opinions.ts';

type Role = NonNullable<StageEventDocument['data']['recipients']>[number]['role'];
type Respondent = { readonly role: Role; /** The unit that they think of. */ readonly unit: string };

/** Those whom events have named, by address. */
export type Respondents = Map<string, Respondent>;

/** How many of each role answer: of the order that the field knows from its surveys by mail. */
const answeringShares: Readonly<Record<Role, number>> = {
  child: 0.28,
  'young-person': 0.26,
  parent: 0.33,
  guardian: 0.33,
  'close-person': 0.33,
  'county-worker': 0.45,
  'provider-worker': 0.45,
};

/** How many answer by the form without JavaScript. */
const withoutScriptShare = 0.1;

const answeringAtOnce = 8;

/** Notes whom events name: a mail that follows is about the unit of their latest event. */
export function meet(respondents: Respondents, events: readonly StageEventDocument[]): void {
  for (const { data } of events) {
    for (const { email, role } of data.recipients ?? []) {
      if (email !== undefined && data.unit !== undefined) respondents.set(email, { role, unit: data.unit });
    }
  }
}

/**
 * Some of those who got mail answer it, a few at the same time.
 *
 * @param stop of the clock; another stop is another mood
 * @returns how many answered
 * @throws Error when an invitation can't be answered
 */
export async function answer(
  respondents: Respondents,
  mails: readonly Mail[],
  stop: string,
): Promise<number> {
  const waiting = mails.flatMap(({ to: [address = ''], text }) => {
    const respondent = respondents.get(address);
    if (respondent === undefined) return [];
    const draws = drawsFor('respondent', address, stop);
    return draws.chance(answeringShares[respondent.role]) ? [{ text, unit: respondent.unit, draws }] : [];
  });
  const turns = waiting.values();
  const takeTurns = async (): Promise<void> => {
    for (const turn of turns) await answerOne(turn);
  };
  await Promise.all(Array.from({ length: answeringAtOnce }, takeTurns));
  return waiting.length;
}

async function answerOne({ text, unit, draws }: { text: string; unit: string; draws: Draws }): Promise<void> {
  const invitation = findInvitation(text);
  if (invitation === undefined) throw new Error('a mail of the system holds no invitation');
  const opinions = opinionsOn(unit, draws);
  const isWithoutScript = draws.chance(withoutScriptShare);
  const ended = isWithoutScript
    ? (await respond(invitation, opinions)).kind
    : await respondInBrowser(invitation.link, opinions);
  if (ended !== 'thanks' && ended !== 'taken') throw new Error(`an answer ended as "${ended}"`);
}
