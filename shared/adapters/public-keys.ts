import { createPublicKey } from 'node:crypto';
import * as z from 'zod';
import { quarterSchema, type Quarter } from '../domain/calendar/month.ts';
import type { PublicKeys } from '../domain/respondent/survey-page.ts';
import { readAcross, toItem } from './dynamodb.ts';

const storedKey = z.object({ id: quarterSchema, publicKey: z.instanceof(Uint8Array) });

/**
 * The public keys of quarters, in one call: those that ballots are signed with, and those that answers are sealed with.
 * A quarter that lacks one of the two is left out.
 */
export async function readPublicKeys(
  tables: { readonly ballotKeys: string; readonly mixKeys: string },
  quarters: readonly Quarter[],
): Promise<PublicKeys[]> {
  const ids = quarters.map((id) => toItem({ id }));
  const found = await readAcross(
    [
      [tables.ballotKeys, ids],
      [tables.mixKeys, ids],
    ],
    { ProjectionExpression: 'id, publicKey' },
  );
  const moduliIn = (table: string): Map<Quarter, string> =>
    new Map((found.get(table) ?? []).map((item) => modulusOf(storedKey.parse(item))));
  const [ballots, mixes] = [moduliIn(tables.ballotKeys), moduliIn(tables.mixKeys)];
  return quarters.flatMap((id) => {
    const [ballot, mix] = [ballots.get(id), mixes.get(id)];
    return ballot === undefined || mix === undefined ? [] : [{ id, ballot, mix }];
  });
}

function modulusOf({ id, publicKey }: z.infer<typeof storedKey>): readonly [Quarter, string] {
  const { n } = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' }).export({
    format: 'jwk',
  });
  if (n === undefined) throw new Error(`the key of ${id} is no RSA key`);
  return [id, n];
}
