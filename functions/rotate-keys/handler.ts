import { environment } from '../../shared/contract/environment.ts';
import {
  createQuarterKey,
  destroyQuarterKey,
  readQuarterKeys,
  type KeyRing,
} from '../../shared/adapters/quarter-keys.ts';
import { isInGraceAt } from '../../shared/domain/calendar/ballot-term.ts';
import { nextQuarter, quarterAt } from '../../shared/domain/calendar/month.ts';
import { now } from '../../shared/lambda/clock.ts';
import { required } from '../../shared/lambda/environment.ts';
import { info } from '../../shared/lambda/log.ts';
import { scheduledFunction } from '../../shared/lambda/scheduled-function.ts';

/** Answers must stay sealed for as long as anybody may keep a copy; a ballot is worth forging for four months at most. */
const mixRing: KeyRing = {
  table: required(environment.mixKeysTable),
  wrappingKey: required(environment.mixWrappingKeyArn),
  spec: 'RSA_3072',
};
const ballotRing: KeyRing = {
  table: required(environment.ballotKeysTable),
  wrappingKey: required(environment.ballotWrappingKeyArn),
  spec: 'RSA_2048',
};

/**
 * Sees to it that this quarter and the next have the keys that ballots are signed and answers are sealed with, so that
 * no answer waits for one, and destroys what signs ballots of a quarter whose month of grace is over. What answers are
 * sealed with is destroyed by the mix, once it has counted them.
 */
export const handler = scheduledFunction(async () => {
  for (const ring of [mixRing, ballotRing]) await makeMissing(ring);
  await destroyOld(ballotRing);
});

async function makeMissing(ring: KeyRing): Promise<void> {
  const known = new Set((await readQuarterKeys(ring.table)).map(({ id }) => id));
  const current = quarterAt(now());
  for (const quarter of [current, nextQuarter(current)]) {
    if (known.has(quarter)) continue;
    await createQuarterKey(ring, quarter);
    info('a key was made for a quarter', { period: quarter });
  }
}

async function destroyOld({ table }: KeyRing): Promise<void> {
  const current = quarterAt(now());
  for (const { id, wrappedPrivateKey } of await readQuarterKeys(table)) {
    if (wrappedPrivateKey === undefined || id >= current || isInGraceAt(id, now())) continue;
    await destroyQuarterKey(table, id);
    info('a key of a quarter was destroyed', { period: id });
  }
}
