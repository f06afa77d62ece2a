import { environment } from '../../shared/contract/environment.ts';
import { createMixKey, readMixKey } from '../../shared/adapters/mix-keys.ts';
import { nextQuarter, quarterAt } from '../../shared/domain/calendar/month.ts';
import { now } from '../../shared/lambda/clock.ts';
import { required } from '../../shared/lambda/environment.ts';
import { info } from '../../shared/lambda/log.ts';
import { scheduledFunction } from '../../shared/lambda/scheduled-function.ts';

const mixKeys = required(environment.mixKeysTable);
const wrappingKey = required(environment.mixWrappingKeyArn);

/** Sees to it that the mix has a key for this quarter and for the next, so that no answer waits for one. */
export const handler = scheduledFunction(async () => {
  const current = quarterAt(now());
  for (const quarter of [current, nextQuarter(current)]) {
    if ((await readMixKey(mixKeys, quarter)) !== undefined) continue;
    await createMixKey(mixKeys, wrappingKey, quarter);
    info('a key was made for a quarter', { period: quarter });
  }
});
