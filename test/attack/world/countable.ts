import * as z from 'zod';
import { environment } from '../../../shared/contract/environment.ts';
import { ticketHash } from '../../../shared/adapters/crypto/tickets.ts';
import { dayAt } from '../../../shared/domain/calendar/day.ts';
import { monthAt } from '../../../shared/domain/calendar/month.ts';
import { contextSchema, type Context } from '../../../shared/domain/context.ts';
import { questionSetVersion } from '../../../shared/domain/questions/question-sets.ts';
import type { Countable } from '../judging/learning.ts';
import { itemsOf, type Dump, type Item } from './dumps.ts';
import type { Invited } from './stage.ts';
import type { Moment, World } from './world.ts';

/** Somebody whose ticket was seen used, and the moment after which it was. */
export type Seen = Countable & { readonly ticket: string; readonly moment: number };

const storedContext = z.object({ pk: z.literal('CONTEXTS'), sk: z.string(), context: contextSchema });

/** Contexts by the name that stands in a link: they are stored in the open. */
export const contextsIn = (settings: readonly Item[]): Map<string, Context> =>
  new Map(
    settings
      .map((item) => storedContext.safeParse(item))
      .flatMap(({ success, data }) => (success ? [[data.sk, data.context] as const] : [])),
  );

/**
 * Where an answer counts that is given at a time: the context in the link says which form was asked, and of whom.
 *
 * @param at epoch milliseconds
 * @returns undefined where the context is not stored
 */
export function countableAt(
  { context: name, person }: Invited,
  contexts: ReadonlyMap<string, Context>,
  at: number,
): Countable | undefined {
  const context = contexts.get(name);
  const form = context && questionSetVersion(context.questionSet, context.questionSetVersion);
  const question = form?.questions[0]?.key;
  if (context === undefined || question === undefined) return undefined;
  const { region, organisation } = person.unit;
  const asked = { context, place: { region, organisation }, month: monthAt(at) };
  return { ref: person.ref, question, asked, day: dayAt(at) };
}

/** Those who took part, as somebody sees them who holds the mails, and a copy of the tables of every second. */
export function seenIn({ invited, moments }: Pick<World, 'invited' | 'moments'>, copy: Dump): Seen[] {
  const contexts = contextsIn(itemsOf(copy, environment.settingsTable));
  const usedAt = momentsOfUse(moments);
  return invited.flatMap((one) => {
    const moment = usedAt.get(ticketHash(one.ticket));
    const where = moment === undefined ? undefined : countableAt(one, contexts, moments[moment]?.at ?? 0);
    return moment === undefined || where === undefined ? [] : [{ ...where, ticket: one.ticket, moment }];
  });
}

function momentsOfUse(moments: readonly Moment[]): Map<string, number> {
  const marks = moments.flatMap(({ changed }, moment) =>
    (changed.get(environment.ballotsTable) ?? []).map(({ id }) => [String(id), moment] as const),
  );
  // The first time counts, should a mark ever be written anew.
  return new Map(marks.toReversed());
}

/** An answer as it was given, and where it counts: for a weaker system to store, and for the suite to count. */
export type Given = Seen & { readonly answers: Readonly<Record<string, string>> };

/** What those answered who were seen to take part, in the order of answering. */
export function givenBy(world: World, seen: readonly Seen[] = seenIn(world, world.afterClose)): Given[] {
  const byTicket = new Map(seen.map((one) => [one.ticket, one]));
  return world.answered.flatMap(({ invited, answers }) => {
    const one = byTicket.get(invited.ticket);
    return one === undefined ? [] : [{ ...one, answers }];
  });
}

/** What people answered to the first question of their form. Who skipped it is left out. */
export const firstAnswers = (given: readonly Given[]): Map<string, number> =>
  new Map(
    given.flatMap(({ ref, question, answers: { [question]: answer } }) =>
      answer === undefined ? [] : [[ref, Number(answer)] as const],
    ),
  );
