import { PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Quarter } from '../domain/calendar/month.ts';
import type { ApprovedComment } from '../domain/comments/comment-release.ts';
import type { Comment } from '../domain/comments/review.ts';
import type { CommentState } from '../domain/comments/states.ts';
import { auditWrite, type Change } from './audit.ts';
import { readClosedPeriods } from './closed-periods.ts';
import {
  commentWrite,
  openedComment,
  pageOf,
  readComments,
  readRegister,
  registerWrite,
  type NamedComment,
  type Register,
} from './comments.ts';
import { dueWrite, noLongerDueWrite } from './due-comments.ts';
import { dynamodb, fromItem, isConditionRefused, toItem, transactUnlessChanged } from './dynamodb.ts';

/** The registers of all closed periods in which somebody wrote something, earliest first. */
export async function readRegisters(table: string): Promise<Register[]> {
  const periods = await readClosedPeriods(table);
  const registers = await Promise.all(periods.map(({ period }) => readRegister(table, period)));
  return registers.filter((register) => register !== undefined);
}

/** How many items are looked at in one round trip. */
const itemsAtOnce = 200;

/** A page of a period's comments: `next` is the name behind which there may be more. */
export type CommentPage = { readonly comments: NamedComment[]; readonly next: string | undefined };

/**
 * The comments of a state behind a name, in one round trip: perhaps none, and more behind `next`.
 *
 * @param most how many are wanted
 */
export async function readCommentPage(
  table: string,
  register: Register,
  { state, after, most }: { state: CommentState; after: string | undefined; most: number },
): Promise<CommentPage> {
  const { partition, startKey } = pageOf(register, after);
  const { Items: items = [], LastEvaluatedKey: last } = await dynamodb.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      FilterExpression: '#state = :state',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: toItem({ ':pk': partition, ':state': state }),
      ConsistentRead: true,
      Limit: itemsAtOnce,
      ExclusiveStartKey: startKey,
    }),
  );
  const found = items.map((item) => openedComment(register, fromItem(item)));
  if (found.length > most) return { comments: found.slice(0, most), next: found[most - 1]?.name };
  return { comments: found, next: last?.['sk']?.S };
}

/** A comment, and the register as it was read before it. */
export type ReadComment = { readonly register: Register; readonly comment: NamedComment };

/**
 * Stores what became of a comment, counts it, and notes who decided, in one go. The audit log names the comment, the
 * decision and its reason; the text is in none of it.
 *
 * @returns whether it was stored; if not, somebody has decided something of the period meanwhile: read again
 */
export function saveReview(
  tables: { readonly reports: string; readonly settings: string },
  { register, comment: before }: ReadComment,
  after: Comment,
  change: Change,
): Promise<boolean> {
  const { period, name } = before;
  const counts = { ...register, [before.state]: register[before.state] - 1 };
  const counted: Register = { ...counts, [after.state]: counts[after.state] + 1 };
  const isWithdrawn = after.state === 'withdrawn';
  const { state, version, text, reason } = after;
  return transactUnlessChanged([
    commentWrite(tables.reports, register, name, { stratum: before.stratum, state, version, text, reason }),
    registerWrite(tables.reports, register, {
      ...counted,
      isCorrectionDue: register.isCorrectionDue || isWithdrawn,
    }),
    ...(isWithdrawn ? [dueWrite(tables.reports, period)] : []),
    auditWrite(tables.settings, change, {
      kind: 'comment',
      id: `${period}.${name}`,
      fromVersion: before.version,
      toVersion: version,
      changed: ['state', ...(text !== before.text ? ['text'] : [])],
      decided: reason === null ? state : `${state}: ${reason}`,
    }),
  ]);
}

/**
 * Closes the review of a period for good, once nothing is pending: from then on its approved comments are what is
 * released, and none can be approved or rejected. Closing again changes nothing.
 *
 * @returns whether it is closed; if not, comments wait for a person
 */
export async function closeReview(table: string, period: Quarter): Promise<boolean> {
  const register = await readRegister(table, period);
  // Where nobody wrote anything there is nothing to decide.
  if (register === undefined || register.isClosed) return true;
  if (register.pending > 0) return false;
  return (await saveRegister(table, register, { ...register, isClosed: true })) || closeReview(table, period);
}

/**
 * Notes that a further release has come out, without what was withdrawn before it was composed.
 *
 * @returns whether it was noted; if not, something was decided since the register was read
 */
export const noteCorrected = (table: string, read: Register): Promise<boolean> =>
  transactUnlessChanged([
    registerWrite(table, read, { ...read, isCorrectionDue: false }),
    noLongerDueWrite(table, read.period),
  ]);

/** @returns whether it was saved; if not, it has changed since it was read */
async function saveRegister(table: string, read: Register, after: Register): Promise<boolean> {
  const { Put: put } = registerWrite(table, read, after);
  if (put === undefined) return false;
  try {
    await dynamodb.send(new PutItemCommand(put));
    return true;
  } catch (error) {
    if (!isConditionRefused(error)) throw error;
    return false;
  }
}

/** The approved comments of a period, as they stand now. */
export const readDecided = async (table: string, period: Quarter): Promise<ApprovedComment[]> =>
  (await readComments(table, period, 'approved')).flatMap(({ stratum, text }) => {
    const { region } = stratum;
    return region === undefined || text === null ? [] : [{ region, text }];
  });
