import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { dayMs } from '../naive-calendar.ts';
import { monthBegins, quarterBegins, quarterName } from './naive-terms.ts';
import type { Processes } from './processes.ts';
import type { Suite } from './suites.ts';
import type { Timeline } from './timeline.ts';

/** DynamoDB clears away what has expired some days later; here it is one day. */
export const clearedAfterMs = dayMs;

type Room = { readonly timeline: Timeline; readonly processes: Processes; readonly suite: Suite };

/** What goes on besides: the mix's keys are made a quarter ahead, and marks whose time is over are cleared away. */
export function keepUp({ timeline, processes, suite }: Room, firstQuarter: number, quarters: number): void {
  const { tables } = processes;
  const addKey = (quarter: number): void => {
    tables.seed('mix-keys', { id: quarterName(quarter), ...suite.storedMixKey(quarter) });
  };
  addKey(firstQuarter);
  for (let quarter = firstQuarter; quarter < firstQuarter + quarters; quarter += 1) {
    timeline.begin(quarterBegins(quarter), () => {
      addKey(quarter + 1);
      return Promise.resolve();
    });
  }
  for (let month = firstQuarter * 3; month < (firstQuarter + quarters) * 3; month += 1) {
    timeline.begin(monthBegins(month) + clearedAfterMs, () => {
      const old = tables.items('ballots').filter(({ expiresOn }) => Number(expiresOn) * 1000 <= timeline.now);
      const requests = old.map(({ id }) => ({ DeleteRequest: { Key: marshall({ id }) } }));
      tables.carryOut(new BatchWriteItemCommand({ RequestItems: { ballots: requests } }));
      return Promise.resolve();
    });
  }
}
