import { readComment, readRegister, type NamedComment } from '../../shared/adapters/comments.ts';
import type { ReadComment } from '../../shared/adapters/comment-reviews.ts';
import { commentIdSchema, type commentSchema } from '../../shared/api/comments.ts';
import type { Told } from '../../shared/api/told.ts';
import { quarterSchema, type Quarter } from '../../shared/domain/calendar/month.ts';
import { other } from '../../shared/domain/tallies/pooling.ts';
import type { HttpRequest } from '../../shared/lambda/http-function.ts';
import { Problem } from '../../shared/lambda/problem.ts';

/** What an identifier is made of. */
export type CommentName = { readonly period: Quarter; readonly name: string };

const noSuchComment = (): Problem => new Problem(404, 'There is no such comment.');

/** The parts of an identifier, which is known to be one. */
export const partsOf = (id: string): CommentName => ({
  period: quarterSchema.parse(id.slice(0, '2026-Q1'.length)),
  name: id.slice('2026-Q1.'.length),
});

/** The comment that the path names. @throws Problem 404 where none can have the name */
export function nameIn({ pathParameters }: HttpRequest): CommentName {
  const id = commentIdSchema.safeParse(pathParameters?.['id']);
  if (!id.success) throw noSuchComment();
  return partsOf(id.data);
}

/** @throws Problem 404 where there is no such comment */
export async function readOne(reports: string, { period, name }: CommentName): Promise<ReadComment> {
  const register = await readRegister(reports, period);
  const comment = register && (await readComment(reports, register, name));
  if (register === undefined || comment === undefined) throw noSuchComment();
  return { register, comment };
}

export const idOf = ({ period, name }: CommentName): string => `${period}.${name}`;

/** A comment as reviewers see it. */
export const toldComment = (comment: NamedComment): Told<typeof commentSchema> => {
  const { period, state, version, stratum, text, reason } = comment;
  return { id: idOf(comment), period, state, version, region: stratum['region'] ?? other, text, reason };
};
