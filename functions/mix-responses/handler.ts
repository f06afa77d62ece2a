import { environment } from '../../shared/contract/environment.ts';
import { now } from '../../shared/lambda/clock.ts';
import { required } from '../../shared/lambda/environment.ts';
import { info } from '../../shared/lambda/log.ts';
import { scheduledFunction } from '../../shared/lambda/scheduled-function.ts';
import { closePeriods } from './close-periods.ts';
import { readPlaces, type Places } from './places.ts';

const pool = required(environment.poolTable);
const mixKeys = required(environment.mixKeysTable);
const wrappingKey = required(environment.mixWrappingKeyArn);
const settings = required(environment.settingsTable);
const contextsSecretArn = required(environment.contextsSecretArn);
const reports = required(environment.reportsTable);

/** Mixes every period that has closed and is not mixed yet, in order. The only function that can unseal answers. */
export const handler = scheduledFunction(async () => {
  let places: Promise<Places> | undefined;
  const closed = await closePeriods(
    { pool, mixKeys, wrappingKey, reports, now: now() },
    () => (places ??= readPlaces(settings, contextsSecretArn)),
  );
  for (const { period, counted, spoiled } of closed) {
    info(counted.length > 0 ? 'a period was mixed' : 'a period was carried over', { period });
    if (spoiled > 0) info('envelopes of a period were spoiled', { period, count: spoiled });
  }
});
