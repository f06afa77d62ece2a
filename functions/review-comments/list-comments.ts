import type * as z from 'zod';
import { readCommentPage, readRegisters } from '../../shared/adapters/comment-reviews.ts';
import { readRegister, type NamedComment, type Register } from '../../shared/adapters/comments.ts';
import type { commentsQuerySchema, commentsSchema } from '../../shared/api/comments.ts';
import type { Told } from '../../shared/api/told.ts';
import type { CommentName } from './one-comment.ts';
import { idOf, partsOf, toldComment } from './one-comment.ts';

/** As many as somebody reads at a sitting. */
const commentsMost = 50;
/** Where few comments of many are wanted, an answer may hold fewer, rather than take too long. */
const roundTripsMost = 10;

/** A page of the comments in a state, by period and in the order of their names. */
export async function listComments(
  reports: string,
  { state, period, after }: z.output<typeof commentsQuerySchema>,
): Promise<Told<typeof commentsSchema>> {
  const from = after === undefined ? undefined : partsOf(after);
  const registers = await registersFrom(reports, period, from);
  const found: NamedComment[] = [];
  let roundTrips = 0;
  for (const register of registers) {
    let last = register.period === from?.period ? from.name : undefined;
    do {
      const most = commentsMost - found.length;
      if (most === 0 || roundTrips === roundTripsMost) return page(found, { register, last });
      const { comments, next } = await readCommentPage(reports, register, { state, after: last, most });
      found.push(...comments);
      roundTrips += 1;
      last = next;
    } while (last !== undefined);
  }
  return page(found, undefined);
}

async function registersFrom(
  reports: string,
  period: string | undefined,
  from: CommentName | undefined,
): Promise<Register[]> {
  const registers =
    period === undefined
      ? await readRegisters(reports)
      : [await readRegister(reports, period)].filter((register) => register !== undefined);
  return registers.filter((register) => from === undefined || register.period >= from.period);
}

/** Before the first name of a period: no name is made of hyphens alone, which come before all other characters. */
const beforeAll = '-'.repeat(22);

const page = (
  comments: readonly NamedComment[],
  rest: { readonly register: Register; readonly last: string | undefined } | undefined,
): Told<typeof commentsSchema> => ({
  comments: comments.map(toldComment),
  next: rest === undefined ? null : idOf({ period: rest.register.period, name: rest.last ?? beforeAll }),
});
